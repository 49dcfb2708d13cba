package org.microcred.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {
  private static final List<Row> ROWS =
      Benchmarks.GROUPS.stream().flatMap(group -> group.rows().stream()).toList();

  @Test
  void everyBenchmarkHasARowAndEveryRowABenchmark() {
    assertThat(
            BenchmarkList.defaultList()
                .getAll(
                    OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                    List.of()))
        .extracting(BenchmarkListEntry::getUsername)
        .containsExactlyInAnyOrderElementsOf(
            ROWS.stream()
                .flatMap(row -> row.work().stream())
                .map(Work::benchmark)
                .collect(Collectors.toSet()));
  }

  @Test
  void everyBenchmarkRunsAndGetsIntoTheTable() throws RunnerException {
    Quiet.please();
    Map<Work, Figure> figures = new HashMap<>();
    for (Group group : Benchmarks.groups(List.of())) {
      figures.putAll(
          Benchmarks.measure(
              group.works(),
              () ->
                  new OptionsBuilder()
                      .warmupIterations(0)
                      .measurementIterations(1)
                      .measurementTime(TimeValue.milliseconds(5))));
    }
    assertThat(figures.values())
        .allSatisfy(
            figure -> {
              assertThat(figure.nanoseconds()).isPositive();
              assertThat(figure.bytes()).isNotNegative();
            });
    assertThat(Table.of(ROWS, figures).lines()).hasSize(2 + ROWS.size());
  }

  @Test
  void theTableTellsRatiosAndWhetherTargetsAreMet() {
    Work tree = Work.of(Object.class, "tree");
    Work near = Work.of(Object.class, "near");
    Work far = near.with("size", TimeUnit.DAYS);
    assertThat(
            Table.of(
                List.of(
                    Row.yardstick("tree", tree),
                    Row.beside(tree, "near", near).atMost(3),
                    Row.beside(tree, "far", far).atMost(3),
                    Row.beside(far, "told", tree),
                    Row.beside(tree, "small", near).atMostBytes(128),
                    Row.beside(tree, "large", near).atMostBytes(127),
                    Row.beside(tree, "soon", far).atMostMilliseconds(1),
                    Row.missing("none")),
                Map.of(
                    tree,
                    new Figure(1_000, 64),
                    near,
                    new Figure(3_000, 128),
                    far,
                    new Figure(4_000, 0))))
        .isEqualTo(
            """
            | what  | ns/op | ratio | B/op |  target | met? |
            | ----- | ----- | ----- | ---- | ------- | ---- |
            | tree  |  1000 |  1.00 |   64 |         |      |
            | near  |  3000 |  3.00 |  128 |  ≤ 3.00 |  yes |
            | far   |  4000 |  4.00 |    0 |  ≤ 3.00 |   NO |
            | told  |  1000 |  0.25 |   64 |         |      |
            | small |  3000 |  3.00 |  128 | ≤ 128 B |  yes |
            | large |  3000 |  3.00 |  128 | ≤ 127 B |   NO |
            | soon  |  4000 |  4.00 |    0 |  ≤ 1 ms |  yes |
            | none  |       |       |      |         |      |
            """);
  }

  @Test
  void groupsCanBeChosenByTheirNames() {
    assertThat(Benchmarks.groups(List.of("sign", "parse")))
        .extracting(Group::name)
        .containsExactly("parse", "sign");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Benchmarks.groups(List.of("parse", "cook")))
        .withMessageContaining("cook")
        .withMessageContaining("verify");
  }

  @Test
  void theSampleBadgeHasFourKilobytes() {
    assertThat(SampleBadge.bytes().length).isBetween(3_500, 4_500);
  }
}
