package org.microcred.stacking.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One leaf that competes with none: the largest holdings first, until it has enough. */
final class CountingEvaluator implements Evaluator {
  static final CountingEvaluator INSTANCE = new CountingEvaluator();

  private CountingEvaluator() {}

  @Override
  public @Nullable Assignment solve(Component component, Budget budget) {
    Assignment assignment = nearest(component, budget);
    Leaf leaf = component.leaves().get(0);
    return assignment.total(leaf.index()) >= leaf.need() ? assignment : null;
  }

  @Override
  public Assignment nearest(Component component, Budget budget) {
    Leaf leaf = component.leaves().get(0);
    List<Row> largestFirst =
        component.rows().stream()
            .sorted(
                Comparator.comparingLong((Row row) -> -row.amount(leaf.index()))
                    .thenComparingInt(Row::holding))
            .toList();
    Assignment assignment = new Assignment();
    Set<Integer> values = new HashSet<>();
    long total = 0;
    for (Row row : largestFirst) {
      budget.spend(1);
      if (total >= leaf.need()) {
        break;
      }
      if (!leaf.distinct() || values.add(row.value(leaf.index()))) {
        assignment.add(leaf.index(), row);
        total = Decimals.add(total, row.amount(leaf.index()));
      }
    }
    return assignment;
  }
}
