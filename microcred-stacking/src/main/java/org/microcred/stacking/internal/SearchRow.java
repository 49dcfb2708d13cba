package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One holding as search sees it. A slot is a leaf that it may serve, and the value that it takes
 * there where holdings of one value count once.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; arrays keep the inner loops small.
record SearchRow(
    Row row, int[] leaves, int[] values, long[] amounts, int[] limits, long[] weights, long step) {
  /** The value of a slot that takes none. */
  static final int ANY = -1;

  static SearchRow of(Row row, Component component, Map<Long, Integer> valueNumbers, long step) {
    List<int[]> slots = new ArrayList<>();
    for (int l = 0; l < component.leaves().size(); l++) {
      Leaf leaf = component.leaves().get(l);
      if (row.serves(leaf.index()) && !leaf.distinct()) {
        slots.add(new int[] {l, ANY});
      }
      for (int value : row.values(leaf.index())) {
        long key = ((long) l << 32) | value;
        slots.add(new int[] {l, valueNumbers.computeIfAbsent(key, k -> valueNumbers.size())});
      }
    }
    int[] leaves = slots.stream().mapToInt(slot -> slot[0]).toArray();
    int[] limits =
        IntStream.range(0, component.limits().size())
            .filter(i -> row.weight(component.limits().get(i).index()) != 0)
            .filter(i -> component.limits().get(i).concerns(row))
            .toArray();
    return new SearchRow(
        row,
        leaves,
        slots.stream().mapToInt(slot -> slot[1]).toArray(),
        slots.stream()
            .mapToLong(slot -> row.amount(component.leaves().get(slot[0]).index()))
            .toArray(),
        limits,
        IntStream.of(limits)
            .mapToLong(i -> row.weight(component.limits().get(i).index()))
            .toArray(),
        step);
  }

  /** Whether to use it could break a limit. */
  boolean isRestricted() {
    for (long weight : weights) {
      if (weight > 0) {
        return true;
      }
    }
    return false;
  }
}
