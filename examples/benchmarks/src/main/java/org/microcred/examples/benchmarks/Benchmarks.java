package org.microcred.examples.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all benchmarks and prints one table. A new benchmark adds its rows to {@link #ROWS}. */
public final class Benchmarks {
  static final List<Row> ROWS = ParseBenchmark.ROWS;

  /**
   * Each round gives every benchmark a JVM of its own, one after another, so that a slow minute of
   * the machine meets all of them.
   */
  private static final int ROUNDS = 3;

  private Benchmarks() {}

  /**
   * Measures and prints.
   *
   * @param args none
   * @throws RunnerException when a benchmark fails
   */
  public static void main(String... args) throws RunnerException {
    Map<String, Figure> figures = new HashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.println("Round " + round + " of " + ROUNDS);
      measured(careful()).forEach((name, figure) -> figures.merge(name, figure, Figure::faster));
    }
    System.out.println();
    System.out.println(Runtime.version() + ", " + System.getProperty("os.arch"));
    System.out.println();
    System.out.print(Table.of(ROWS, figures));
  }

  /** Many short iterations, so that some of them have the processor for themselves. */
  private static ChainedOptionsBuilder careful() {
    return new OptionsBuilder()
        .forks(1)
        // One thread does all the work, collecting garbage included.
        .jvmArgs("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g")
        .warmupIterations(5)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(25)
        .measurementTime(TimeValue.milliseconds(200));
  }

  /** {@return what each benchmark of the table costs, measured in that way} */
  static Map<String, Figure> measured(ChainedOptionsBuilder how) throws RunnerException {
    ROWS.forEach(row -> how.include("^" + Pattern.quote(row.benchmark()) + "$"));
    how.mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .threads(1)
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    Map<String, Figure> figures = new HashMap<>();
    for (RunResult run : new Runner(how.build()).run()) {
      figures.put(run.getParams().getBenchmark(), Figure.of(run));
    }
    return figures;
  }
}
