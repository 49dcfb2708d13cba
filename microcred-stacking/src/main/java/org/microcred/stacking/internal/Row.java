package org.microcred.stacking.internal;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What one holding can do.
 *
 * @param holding its index among the admitted holdings
 * @param key the number of its achievement, the same for the same achievement
 * @param day the day on which it was earned, or {@link #ANY_DAY}
 * @param leaves the leaves that it can serve, ascending
 * @param amounts what it adds to each, over 0
 * @param values for each leaf the values of which it takes one; none where that does not matter
 * @param limits the limits that it counts towards, ascending
 * @param weights how much it counts towards each
 * @param step the smallest part of its amounts that it may give, or 0 when it gives all or nothing
 * @param floors what it has to give to each leaf at least; none where it need not give anything
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; arrays keep the inner loops small.
record Row(
    int holding,
    int key,
    int day,
    int[] leaves,
    long[] amounts,
    int[][] values,
    int[] limits,
    long[] weights,
    long step,
    long[] floors) {
  /** The day of a holding whose day is not known and is taken to be the right one. */
  static final int ANY_DAY = Integer.MIN_VALUE;

  /** The values of a holding that takes none. */
  static final int[] NONE = new int[0];

  private static final long[] NOTHING = new long[0];

  /** A holding that can do nothing. */
  static Row useless(int holding) {
    return new Row(holding, 0, ANY_DAY, NONE, NOTHING, new int[0][], NONE, NOTHING, 0, NOTHING);
  }

  /** The same holding with only some of its leaves. */
  Row only(IntPredicate kept) {
    int[] ls = new int[leaves.length];
    long[] as = new long[leaves.length];
    int[][] vs = new int[leaves.length][];
    long[] fs = new long[floors.length];
    int n = 0;
    for (int i = 0; i < leaves.length; i++) {
      if (kept.test(leaves[i])) {
        ls[n] = leaves[i];
        as[n] = amounts[i];
        if (floors.length > 0) {
          fs[n] = floors[i];
        }
        vs[n++] = values[i];
      }
    }
    return n == leaves.length
        ? this
        : new Row(
            holding,
            key,
            day,
            Arrays.copyOf(ls, n),
            Arrays.copyOf(as, n),
            Arrays.copyOf(vs, n),
            limits,
            weights,
            step,
            Arrays.copyOf(fs, Math.min(n, floors.length)));
  }

  /** The same holding with only one of its leaves, which it can serve. */
  Row only(int leaf) {
    int i = Arrays.binarySearch(leaves, leaf);
    return new Row(
        holding,
        key,
        day,
        new int[] {leaf},
        new long[] {amounts[i]},
        new int[][] {values[i]},
        limits,
        weights,
        step,
        floors.length == 0 ? NOTHING : new long[] {floors[i]});
  }

  /** The same holding, which has to give something to a leaf. */
  Row atLeast(int leaf, long amount) {
    long[] fs = Arrays.copyOf(floors, leaves.length);
    fs[Arrays.binarySearch(leaves, leaf)] = amount;
    return new Row(holding, key, day, leaves, amounts, values, limits, weights, step, fs);
  }

  /** What it has to give to a leaf at least. */
  long floor(int leaf) {
    int i = Arrays.binarySearch(leaves, leaf);
    return i < 0 || floors.length == 0 ? 0 : floors[i];
  }

  /** Whether another holding can do exactly the same. */
  boolean does(Row other) {
    return day == other.day
        && step == other.step
        && Arrays.equals(leaves, other.leaves)
        && Arrays.equals(amounts, other.amounts)
        && Arrays.deepEquals(values, other.values)
        && Arrays.equals(limits, other.limits)
        && Arrays.equals(weights, other.weights);
  }

  /** Whether it gives all or nothing, to whatever leaf. */
  boolean isFree() {
    return step == 0 && floors.length == 0;
  }

  boolean serves(int leaf) {
    return Arrays.binarySearch(leaves, leaf) >= 0;
  }

  /** What it adds to a leaf; 0 when it cannot serve it. */
  long amount(int leaf) {
    int i = Arrays.binarySearch(leaves, leaf);
    return i < 0 ? 0 : amounts[i];
  }

  /** The values of which it takes one in a leaf. */
  int[] values(int leaf) {
    int i = Arrays.binarySearch(leaves, leaf);
    return i < 0 ? NONE : values[i];
  }

  /** The one value that it has in a leaf where every holding has one. */
  int value(int leaf) {
    return values(leaf)[0];
  }

  /** How much a part of what it could give to a leaf counts towards a limit. */
  long weight(Limit limit, int leaf, long given) {
    long whole = amount(leaf);
    long weight = weight(limit.index());
    // A limit that adds up the same amount counts the part; any other counts the holding.
    return given == whole || Math.abs(weight) != whole || !limit.countsParts()
        ? weight
        : Long.signum(weight) * given;
  }

  /** How much it counts towards a limit. */
  long weight(int limit) {
    int i = Arrays.binarySearch(limits, limit);
    return i < 0 ? 0 : weights[i];
  }
}
