package org.microcred.stacking.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a set of holdings adds up to in every leaf when each serves all the leaves it can, whatever
 * the limits. Holdings of one kind count once where the leaf says so: the largest of them. Where a
 * holding may have several kinds it is counted as if none had them, too: a bound from above.
 */
final class Tally {
  private final List<Leaf> leaves;
  private final long[] totals;

  /** Per leaf and kind, how often each amount is there. */
  private final Map<Long, TreeMap<Long, Integer>> distinct = new HashMap<>();

  Tally(List<Leaf> leaves, Iterable<Row> rows, Budget budget) {
    this.leaves = leaves;
    totals = new long[leaves.size()];
    for (Row row : rows) {
      budget.spend(1 + row.leaves().length);
      add(row);
    }
  }

  long total(int leaf) {
    return totals[leaf];
  }

  boolean reaches(int leaf) {
    return totals[leaf] >= leaves.get(leaf).need();
  }

  void add(Row row) {
    for (int i = 0; i < row.leaves().length; i++) {
      int leaf = row.leaves()[i];
      long amount = row.amounts()[i];
      if (isOnce(leaf)) {
        TreeMap<Long, Integer> amounts =
            distinct.computeIfAbsent(slot(leaf, row.value(leaf)), k -> new TreeMap<>());
        long before = amounts.isEmpty() ? 0 : amounts.lastKey();
        amounts.merge(amount, 1, Integer::sum);
        totals[leaf] += amounts.lastKey() - before;
      } else {
        totals[leaf] += amount;
      }
    }
  }

  void remove(Row row) {
    for (int i = 0; i < row.leaves().length; i++) {
      int leaf = row.leaves()[i];
      long amount = row.amounts()[i];
      if (isOnce(leaf)) {
        TreeMap<Long, Integer> amounts =
            distinct.getOrDefault(slot(leaf, row.value(leaf)), new TreeMap<>());
        long before = amounts.isEmpty() ? 0 : amounts.lastKey();
        amounts.computeIfPresent(amount, (a, n) -> n == 1 ? null : n - 1);
        totals[leaf] -= before - (amounts.isEmpty() ? 0 : amounts.lastKey());
      } else {
        totals[leaf] -= amount;
      }
    }
  }

  private boolean isOnce(int leaf) {
    return leaves.get(leaf).distinct() && !leaves.get(leaf).isMatching();
  }

  private static long slot(int leaf, int key) {
    return ((long) leaf << 32) | key;
  }
}
