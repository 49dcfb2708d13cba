package org.microcred.stacking.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.microcred.stacking.Rule;

/** Ways through the rules of a policy. */
final class Rules {
  private Rules() {}

  /** The ids of a rule and of all inside it. */
  static Set<String> ids(Rule rule) {
    Set<String> ids = new HashSet<>(Set.of(rule.id()));
    inside(rule).forEach(inner -> ids.addAll(ids(inner)));
    return ids;
  }

  /** The rules inside a rule; none inside one that looks at holdings. */
  static List<Rule> inside(Rule rule) {
    if (rule instanceof Rule.AllOf allOf) {
      return allOf.rules();
    } else if (rule instanceof Rule.SomeOf someOf) {
      return someOf.rules();
    }
    if (rule instanceof Rule.Within within) {
      return List.of(within.rule());
    }
    return rule instanceof Rule.When when ? List.of(when.rule()) : List.of();
  }
}
