package org.microcred.stacking.internal;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What one holding can do.
 *
 * @param holding its index among the admitted holdings
 * @param key the number of its achievement, the same for the same achievement
 * @param leaves the leaves that it can serve, ascending
 * @param amounts what it adds to each, over 0
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; arrays keep the inner loops small.
record Row(int holding, int key, int[] leaves, long[] amounts) {
  /** The same holding with only some of its leaves. */
  Row only(IntPredicate kept) {
    int[] ls = new int[leaves.length];
    long[] as = new long[leaves.length];
    int n = 0;
    for (int i = 0; i < leaves.length; i++) {
      if (kept.test(leaves[i])) {
        ls[n] = leaves[i];
        as[n++] = amounts[i];
      }
    }
    return n == leaves.length
        ? this
        : new Row(holding, key, Arrays.copyOf(ls, n), Arrays.copyOf(as, n));
  }

  /** The same holding with only one of its leaves, or none. */
  Row onlyLeaf(int leaf) {
    long amount = amount(leaf);
    return amount == 0
        ? new Row(holding, key, new int[0], new long[0])
        : new Row(holding, key, new int[] {leaf}, new long[] {amount});
  }

  /** What it adds to a leaf; 0 when it cannot serve it. */
  long amount(int leaf) {
    int i = Arrays.binarySearch(leaves, leaf);
    return i < 0 ? 0 : amounts[i];
  }
}
