package org.microcred.examples.benchmarks;

import java.util.Objects;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What one operation costs.
 *
 * @param nanoseconds time
 * @param bytes memory that it allocates
 */
record Figure(double nanoseconds, double bytes) {
  /** What JMH's GCProfiler calls the bytes that one operation allocates. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /**
   * {@return the fastest iteration of a run} Whatever else a machine does makes an iteration
   * slower, never faster.
   */
  static Figure of(RunResult run) {
    return run.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(Figure::of)
        .reduce(Figure::faster)
        .orElseThrow();
  }

  private static Figure of(IterationResult iteration) {
    return new Figure(
        iteration.getPrimaryResult().getScore(),
        Objects.requireNonNull(iteration.getSecondaryResults().get(ALLOCATED), ALLOCATED)
            .getScore());
  }

  /** {@return the faster one of both} */
  Figure faster(Figure other) {
    return nanoseconds <= other.nanoseconds ? this : other;
  }
}
