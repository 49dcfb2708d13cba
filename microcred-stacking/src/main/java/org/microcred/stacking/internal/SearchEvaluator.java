package org.microcred.stacking.internal;

import org.jspecify.annotations.Nullable;

/** Leaves of any kind that compete for holdings, or that limits bind: bounded exact search. */
final class SearchEvaluator implements Evaluator {
  static final SearchEvaluator INSTANCE = new SearchEvaluator();

  private SearchEvaluator() {}

  @Override
  public @Nullable Assignment solve(Component component, Budget budget) {
    Measures measures = new Measures(component.leaves(), component.limits());
    return new Search(component, measures, new long[measures.all()], budget).run();
  }

  /**
   * The least per measure, and of what lacks no more than that the least of each leaf and minimum,
   * too: what one holding could repair together is not to be asked for where it is there.
   */
  @Override
  public Assignment nearest(Component component, Budget budget) {
    Measures measures = new Measures(component.leaves(), component.limits());
    long[] slack = missing(component, measures, new Assignment());
    Assignment best = new Assignment();
    for (int g = 0; g < slack.length; g++) {
      long low = 0;
      while (low < slack[g]) {
        long[] tried = slack.clone();
        tried[g] = low + (slack[g] - low) / 2;
        Assignment found = new Search(component, measures, tried, budget).run();
        if (found == null) {
          low = tried[g] + 1;
        } else {
          best = found;
          slack[g] = Math.min(tried[g], missing(component, measures, found)[g]);
        }
      }
    }
    return best;
  }

  private static long[] missing(Component component, Measures measures, Assignment found) {
    long[] leaves = new long[component.leaves().size()];
    for (int l = 0; l < leaves.length; l++) {
      Leaf leaf = component.leaves().get(l);
      leaves[l] = Math.max(0, leaf.need() - found.total(leaf.index()));
    }
    long[] limits = new long[component.limits().size()];
    for (int i = 0; i < limits.length; i++) {
      Limit limit = component.limits().get(i);
      limits[i] = limit.soft() ? Math.max(0, found.load(limit) - limit.atMost()) : 0;
    }
    return measures.all(leaves, limits);
  }
}
