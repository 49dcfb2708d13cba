package org.microcred.examples.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures and prints one table. New benchmarks add their rows to a group. */
public final class Benchmarks {
  /** In this order, so that what is short is measured before others have left their traces. */
  static final List<Group> GROUPS =
      List.of(
          new Group("parse", ParseBenchmark.ROWS),
          new Group("verify", VerifyRows.ROWS),
          new Group("sign", SignRows.ROWS),
          new Group("stack", StackRows.ROWS),
          new Group("learners", Group.Pace.ONCE, StackRows.LEARNERS),
          new Group("start", StartBenchmark.ROWS));

  /** In each, every benchmark has its turn, so that a slow minute of the machine meets them all. */
  private static final int ROUNDS = 5;

  private Benchmarks() {}

  /**
   * Measures and prints.
   *
   * @param names of groups; none for all
   * @throws RunnerException when a benchmark fails
   */
  public static void main(String... names) throws RunnerException {
    Quiet.please();
    List<Group> groups = groups(List.of(names));
    Map<Work, Figure> figures = new HashMap<>();
    for (Group group : groups) {
      System.out.println("Group " + group.name() + ": " + group.works().size() + " benchmarks");
      if (group.pace() == Group.Pace.ONCE) {
        figures.putAll(measure(group.works(), Benchmarks::once));
        continue;
      }
      measure(group.works(), Benchmarks::warmUp);
      for (int round = 0; round < ROUNDS; round++) {
        measure(group.works(), Benchmarks::slice)
            .forEach((work, figure) -> figures.merge(work, figure, Figure::faster));
      }
    }
    System.out.println();
    System.out.println(Runtime.version() + ", " + System.getProperty("os.arch"));
    System.out.println();
    System.out.print(Table.of(groups.stream().flatMap(g -> g.rows().stream()).toList(), figures));
  }

  /** {@return the groups of these names, in their own order; all when there are no names} */
  static List<Group> groups(List<String> names) {
    Set<String> unknown = new LinkedHashSet<>(names);
    List<Group> groups = new ArrayList<>();
    for (Group group : GROUPS) {
      if (unknown.remove(group.name()) || names.isEmpty()) {
        groups.add(group);
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "no group " + unknown + "; there are " + GROUPS.stream().map(Group::name).toList());
    }
    return groups;
  }

  private static ChainedOptionsBuilder warmUp() {
    return new OptionsBuilder()
        .warmupIterations(0)
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(1_500));
  }

  private static ChainedOptionsBuilder once() {
    return new OptionsBuilder()
        .warmupIterations(1)
        .warmupTime(TimeValue.milliseconds(1))
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(1));
  }

  /** Many short iterations, so that some of them have the processor for themselves. */
  private static ChainedOptionsBuilder slice() {
    return new OptionsBuilder()
        .warmupIterations(1)
        .warmupTime(TimeValue.milliseconds(100))
        .measurementIterations(5)
        .measurementTime(TimeValue.milliseconds(100));
  }

  /** {@return what each work costs, measured in that way, in this JVM} */
  static Map<Work, Figure> measure(Set<Work> works, Supplier<ChainedOptionsBuilder> how)
      throws RunnerException {
    Map<Work, Figure> figures = new HashMap<>();
    for (Work work : works) {
      ChainedOptionsBuilder options =
          how.get()
              .include("^" + Pattern.quote(work.benchmark()) + "$")
              .forks(0)
              .mode(Mode.AverageTime)
              .timeUnit(TimeUnit.NANOSECONDS)
              .threads(1)
              .addProfiler(GCProfiler.class)
              .shouldFailOnError(true)
              .verbosity(VerboseMode.SILENT);
      work.parameters().forEach(options::param);
      figures.put(work, Figure.of(new Runner(options.build()).runSingle()));
    }
    return figures;
  }
}
