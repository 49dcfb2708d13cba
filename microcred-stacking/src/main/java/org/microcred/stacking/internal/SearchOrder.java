package org.microcred.stacking.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which search looks at holdings. */
final class SearchOrder {
  private SearchOrder() {}

  /**
   * The most constrained first, then the largest, so that needs fall fast. Where an achievement
   * counts once, its holdings stand together.
   */
  static List<Row> of(Component component) {
    Comparator<Row> order =
        Comparator.comparingInt((Row row) -> row.leaves().length)
            .thenComparingLong(row -> -largest(row))
            .thenComparingInt(Row::holding);
    List<Row> sorted = component.rows().stream().sorted(order).toList();
    if (component.leaves().stream().noneMatch(Leaf::isByAchievement)) {
      return sorted;
    }
    Map<Integer, Integer> firstOfKey = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      firstOfKey.putIfAbsent(sorted.get(i).key(), i);
    }
    return sorted.stream()
        .sorted(Comparator.comparingInt(row -> firstOfKey.getOrDefault(row.key(), 0)))
        .toList();
  }

  private static long largest(Row row) {
    long largest = 0;
    for (long amount : row.amounts()) {
      largest = Math.max(largest, amount);
    }
    return largest;
  }
}
