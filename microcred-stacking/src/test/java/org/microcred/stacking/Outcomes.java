package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Runs many random instances, and counts their answers, so that no property can be empty. */
final class Outcomes {
  /** An answer that is rarer than one in ten is not tested. */
  private static final int ONE_IN = 10;

  private final Map<String, Map<Outcome, Integer>> counts = new TreeMap<>();
  private final Map<String, Long> nanos = new TreeMap<>();

  /** Decides instances by their seeds. */
  void run(String name, long seed, int instances, LongFunction<Outcome> decide) {
    Map<Outcome, Integer> count = counts.computeIfAbsent(name, n -> new EnumMap<>(Outcome.class));
    Random seeds = new Random(seed);
    long start = System.nanoTime();
    for (int i = 0; i < instances; i++) {
      count.merge(decide.apply(seeds.nextLong()), 1, Integer::sum);
    }
    nanos.merge(name, System.nanoTime() - start, Long::sum);
  }

  void printAndCheck() {
    assertThat(counts).isNotEmpty();
    counts.forEach(
        (name, count) ->
            System.out.printf(
                "%s: %s in %d s%n", name, count, nanos.getOrDefault(name, 0L) / 1_000_000_000));
    counts.forEach(
        (name, count) -> {
          int all = count.values().stream().mapToInt(Integer::intValue).sum();
          assertThat(count.getOrDefault(Outcome.EARNED, 0)).as(name).isGreaterThan(all / ONE_IN);
          assertThat(count.getOrDefault(Outcome.NOT_EARNED, 0))
              .as(name)
              .isGreaterThan(all / ONE_IN);
        });
  }
}
