package org.microcred.stacking.internal;

import java.util.HashMap;
import java.util.Map;
import org.microcred.stacking.Definitions;
import org.microcred.stacking.Filter;

/** How much work it is to ask a filter, so that the budget knows what an expensive policy costs. */
final class FilterWork {
  /** So many parts of a filter are one step. */
  private static final int PARTS = 16;

  /** The parts of the filters that have to be asked before a fact is known. */
  private final Map<String, Integer> facts = new HashMap<>();

  FilterWork(Definitions definitions) {
    definitions
        .set()
        .forEach(
            rule ->
                rule.values()
                    .keySet()
                    .forEach(n -> facts.merge(n, parts(rule.when()), FilterWork::add)));
  }

  int of(Filter filter) {
    return parts(filter) / PARTS;
  }

  private int parts(Filter filter) {
    if (filter instanceof Filter.AllOf allOf) {
      return allOf.filters().stream().mapToInt(this::parts).reduce(1, FilterWork::add);
    } else if (filter instanceof Filter.AnyOf anyOf) {
      return anyOf.filters().stream().mapToInt(this::parts).reduce(1, FilterWork::add);
    } else if (filter instanceof Filter.Not not) {
      return parts(not.filter());
    } else if (filter instanceof Filter.Because because) {
      return parts(because.filter());
    } else if (filter instanceof Filter.Fact fact) {
      return 1 + facts.getOrDefault(fact.name(), 0);
    }
    return 1;
  }

  private static int add(int a, int b) {
    return (int) Math.min(1_000_000_000L, (long) a + b);
  }
}
