package org.microcred.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {
  @Test
  void everyBenchmarkHasARowAndEveryRowABenchmark() {
    assertThat(
            BenchmarkList.defaultList()
                .getAll(
                    OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                    List.of()))
        .extracting(BenchmarkListEntry::getUsername)
        .containsExactlyInAnyOrderElementsOf(Benchmarks.ROWS.stream().map(Row::benchmark).toList());
  }

  @Test
  void everyBenchmarkRunsAndGetsIntoTheTable() throws RunnerException {
    Map<String, Figure> figures =
        Benchmarks.measured(
            new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(20)));
    assertThat(figures.values())
        .hasSameSizeAs(Benchmarks.ROWS)
        .allSatisfy(
            figure -> {
              assertThat(figure.nanoseconds()).isPositive();
              assertThat(figure.bytes()).isPositive();
            });
    assertThat(Table.of(Benchmarks.ROWS, figures).lines()).hasSize(2 + Benchmarks.ROWS.size());
  }

  @Test
  void theTableTellsRatiosAndWhetherTargetsAreMet() {
    Row yardstick = Row.yardstick("tree", Object.class, "tree");
    Row near = Row.beside("tree", "near", Object.class, "near").atMost(3);
    Row far = Row.beside("tree", "far", Object.class, "far").atMost(3);
    Row told = new Row("told", "told", Optional.of(new Row.Aim("far", Optional.empty())));
    assertThat(
            Table.of(
                List.of(yardstick, near, far, told),
                Map.of(
                    yardstick.benchmark(),
                    new Figure(1_000, 64),
                    near.benchmark(),
                    new Figure(3_000, 128.4),
                    far.benchmark(),
                    new Figure(3_001, 0),
                    "far",
                    new Figure(4, 0),
                    "told",
                    new Figure(1, 0))))
        .isEqualTo(
            """
            | what | ns/op | ratio | B/op | target | met? |
            | ---- | ----- | ----- | ---- | ------ | ---- |
            | tree |  1000 |  1.00 |   64 |        |      |
            | near |  3000 |  3.00 |  128 | ≤ 3.00 |  yes |
            | far  |  3001 |  3.00 |    0 | ≤ 3.00 |   NO |
            | told |     1 |  0.25 |    0 |        |      |
            """);
  }

  @Test
  void theSampleBadgeHasFourKilobytes() {
    assertThat(SampleBadge.bytes().length).isBetween(3_500, 4_500);
  }
}
