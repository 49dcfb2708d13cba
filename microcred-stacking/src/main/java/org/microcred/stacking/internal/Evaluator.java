package org.microcred.stacking.internal;

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
    if (component.leaves().size() == 1) {
      return CountingEvaluator.INSTANCE;
    }
    return component.allCount() && component.allCompete()
        ? FlowEvaluator.INSTANCE
        : SearchEvaluator.INSTANCE;
  }
}
