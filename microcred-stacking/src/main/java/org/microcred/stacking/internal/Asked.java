package org.microcred.stacking.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Rule;

/** What the rules of a policy ask for by its id. */
public final class Asked {
  private Asked() {}

  /**
   * {@return the ids of the achievements that a rule, or one inside it, names}
   *
   * @param rule a rule
   */
  public static Set<String> achievements(Rule rule) {
    Set<String> ids = new LinkedHashSet<>();
    collect(rule, ids);
    return ids;
  }

  private static void collect(Rule rule, Set<String> ids) {
    Rules.inside(rule).forEach(inner -> collect(inner, ids));
    if (rule instanceof Rule.Hold hold) {
      collect(hold.from(), ids);
    } else if (rule instanceof Rule.Count count) {
      collect(count.from(), ids);
    } else if (rule instanceof Rule.Sum sum) {
      collect(sum.from(), ids);
    } else if (rule instanceof Rule.Cover cover) {
      collect(cover.from(), ids);
    }
  }

  /** What a filter wants, and not what it does not want. */
  private static void collect(Filter filter, Set<String> ids) {
    if (filter instanceof Filter.Achievement achievement) {
      ids.addAll(achievement.ids());
    } else if (filter instanceof Filter.Because because) {
      collect(because.filter(), ids);
    } else {
      parts(filter).forEach(part -> collect(part, ids));
    }
  }

  private static List<Filter> parts(Filter filter) {
    if (filter instanceof Filter.AllOf allOf) {
      return allOf.filters();
    }
    return filter instanceof Filter.AnyOf anyOf ? anyOf.filters() : List.of();
  }
}
