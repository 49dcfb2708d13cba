package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brute force: tries every way to let every holding serve every set of leaves that may share it.
 * Knows filters on achievements and sums of credits, which are all in one unit.
 */
final class Oracle {
  private final StackPolicy policy;
  private final List<Rule> leaves = new ArrayList<>();

  Oracle(StackPolicy policy) {
    this.policy = policy;
    collect(policy.rule());
  }

  private void collect(Rule rule) {
    if (rule instanceof Rule.AllOf allOf) {
      allOf.rules().forEach(this::collect);
    } else if (rule instanceof Rule.SomeOf someOf) {
      someOf.rules().forEach(this::collect);
    } else {
      leaves.add(rule);
    }
  }

  boolean earns(List<Holding> holdings) {
    return earns(holdings, 0, new HashMap<>());
  }

  private boolean earns(List<Holding> holdings, int i, Map<String, List<Holding>> served) {
    if (i == holdings.size()) {
      return isMet(policy.rule(), served);
    }
    for (List<String> leafIds : options(holdings.get(i))) {
      leafIds.forEach(
          id -> served.computeIfAbsent(id, x -> new ArrayList<>()).add(holdings.get(i)));
      boolean earned = earns(holdings, i + 1, served);
      leafIds.forEach(id -> served.getOrDefault(id, new ArrayList<>()).remove(holdings.get(i)));
      if (earned) {
        return true;
      }
    }
    return false;
  }

  private List<List<String>> options(Holding holding) {
    List<List<String>> options = new ArrayList<>(List.of(List.of()));
    for (Rule leaf : leaves) {
      if (matches(leaf, holding)) {
        for (List<String> option : List.copyOf(options)) {
          if (option.stream().allMatch(id -> free(id, leaf.id()))) {
            List<String> longer = new ArrayList<>(option);
            longer.add(leaf.id());
            options.add(longer);
          }
        }
      }
    }
    return options;
  }

  private boolean free(String a, String b) {
    return policy.sharing().free().stream()
        .anyMatch(
            group ->
                (group.contains(a) && group.contains(b))
                    || (group.contains("*") && (group.contains(a) || group.contains(b))));
  }

  private static boolean matches(Rule leaf, Holding holding) {
    Filter filter;
    if (leaf instanceof Rule.Hold hold) {
      filter = hold.from();
    } else if (leaf instanceof Rule.Count count) {
      filter = count.from();
    } else {
      filter = ((Rule.Sum) leaf).from();
    }
    return ((Filter.Achievement) filter).ids().contains(holding.achievements().get(0));
  }

  private static boolean isMet(Rule rule, Map<String, List<Holding>> served) {
    if (rule instanceof Rule.AllOf allOf) {
      return allOf.rules().stream().allMatch(r -> isMet(r, served));
    } else if (rule instanceof Rule.SomeOf someOf) {
      return someOf.rules().stream().filter(r -> isMet(r, served)).count() >= someOf.atLeast();
    }
    List<Holding> here = served.getOrDefault(rule.id(), List.of());
    if (rule instanceof Rule.Hold) {
      return !here.isEmpty();
    } else if (rule instanceof Rule.Count count) {
      return (count.distinctBy().isPresent() ? achievements(here).size() : here.size())
          >= count.atLeast();
    }
    Rule.Sum sum = (Rule.Sum) rule;
    BigDecimal total = BigDecimal.ZERO;
    if (sum.distinctBy().isPresent()) {
      for (String achievement : achievements(here)) {
        total =
            total.add(
                here.stream()
                    .filter(h -> h.achievements().get(0).equals(achievement))
                    .map(h -> h.credits().orElseThrow())
                    .max(BigDecimal::compareTo)
                    .orElseThrow());
      }
    } else {
      for (Holding holding : here) {
        total = total.add(holding.credits().orElseThrow());
      }
    }
    return total.compareTo(sum.atLeast()) >= 0;
  }

  private static Set<String> achievements(List<Holding> holdings) {
    Set<String> achievements = new HashSet<>();
    holdings.forEach(h -> achievements.add(h.achievements().get(0)));
    return achievements;
  }
}
