package org.microcred.stacking.internal;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides one component exactly. */
interface Evaluator {
  /** An assignment that gives every leaf what it needs, or null when there is none. */
  @Nullable Assignment solve(Component component, Budget budget);

  /**
   * An assignment that leaves the least missing: first the fewest holdings over the leaves that
   * count, then the smallest amount of each unit.
   */
  Assignment nearest(Component component, Budget budget);

  /** The cheapest evaluator that is exact for a component. */
  static Evaluator of(Component component) {
    boolean free = component.limits().isEmpty();
    boolean whole = component.rows().stream().allMatch(row -> row.floors().length == 0);
    if (free
        && whole
        && component.leaves().size() == 1
        && !component.leaves().get(0).isMatching()) {
      return CountingEvaluator.INSTANCE;
    }
    return free
            && component.allCompete()
            && ((whole && component.allCount()) || Steps.isPure(component))
        ? FlowEvaluator.INSTANCE
        : SearchEvaluator.INSTANCE;
  }

  /** An assignment that gives every needed leaf what it needs, or null when there is none. */
  static @Nullable Assignment solveAll(
      Instance instance, List<Row> rows, BitSet needed, Budget budget) {
    Assignment assignment = new Assignment();
    for (Component component : Components.of(instance.of(rows), needed, budget)) {
      Assignment part = of(component).solve(component, budget);
      if (part == null) {
        return null;
      }
      assignment.addAll(part);
    }
    return assignment;
  }
}
