package org.microcred.stacking.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What leaves add up to when every holding serves all that it can. Where achievements count once,
 * the largest amount of each.
 */
final class Totals {
  /** Room for the numbers of achievements at first. */
  private static final int MIN = 64;

  final long[] of;

  /** Per leaf, the largest amount of each achievement, by its number. */
  private final long[] @Nullable [] largest;

  Totals(int leaves) {
    of = new long[leaves];
    largest = new long[leaves][];
  }

  void add(Leaf leaf, int achievement, long amount) {
    int l = leaf.index();
    if (!leaf.distinct()) {
      of[l] += amount;
      return;
    }
    long[] amounts = largest[l];
    if (amounts == null || amounts.length <= achievement) {
      amounts =
          amounts == null
              ? new long[Math.max(MIN, achievement + 1)]
              : Arrays.copyOf(amounts, 2 * achievement + 1);
      largest[l] = amounts;
    }
    if (amount > amounts[achievement]) {
      of[l] += amount - amounts[achievement];
      amounts[achievement] = amount;
    }
  }
}
