package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brute force for everything that is about what is used together: every way to let every holding
 * serve every set of leaves that may share it is held against the words of the specification. All
 * facts are known; credits are in one unit.
 */
final class ConstraintOracle {
  private final StackPolicy policy;
  private final List<Rule> leaves = new ArrayList<>();
  private final Map<String, Rule> byId = new LinkedHashMap<>();

  ConstraintOracle(StackPolicy policy) {
    this.policy = policy;
    collect(policy.rule());
  }

  private void collect(Rule rule) {
    byId.put(rule.id(), rule);
    List<Rule> inner = inner(rule);
    inner.forEach(this::collect);
    if (inner.isEmpty() && !(rule instanceof Rule.Before)) {
      leaves.add(rule);
    }
  }

  private static List<Rule> inner(Rule rule) {
    if (rule instanceof Rule.AllOf allOf) {
      return allOf.rules();
    } else if (rule instanceof Rule.SomeOf someOf) {
      return someOf.rules();
    }
    return rule instanceof Rule.Within within ? List.of(within.rule()) : List.of();
  }

  boolean earns(List<Holding> holdings) {
    return earns(holdings, 0, new LinkedHashMap<>());
  }

  private boolean earns(List<Holding> holdings, int i, Map<String, List<Holding>> served) {
    if (i == holdings.size()) {
      return mayBeUsedTogether(served) && isMet(policy.rule(), served);
    }
    Holding holding = holdings.get(i);
    for (List<String> ids : options(holding)) {
      ids.forEach(id -> served.computeIfAbsent(id, x -> new ArrayList<>()).add(holding));
      boolean earned = earns(holdings, i + 1, served);
      ids.forEach(id -> served.getOrDefault(id, new ArrayList<>()).remove(holding));
      if (earned) {
        return true;
      }
    }
    return false;
  }

  private List<List<String>> options(Holding holding) {
    List<List<String>> options = new ArrayList<>(List.of(List.of()));
    for (Rule leaf : leaves) {
      if (passes(from(leaf), holding)) {
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

  private static Filter from(Rule leaf) {
    if (leaf instanceof Rule.Hold hold) {
      return hold.from();
    }
    return leaf instanceof Rule.Count count ? count.from() : ((Rule.Sum) leaf).from();
  }

  private boolean passes(Filter filter, Holding holding) {
    if (filter instanceof Filter.AllOf all) {
      return all.filters().stream().allMatch(f -> passes(f, holding));
    } else if (filter instanceof Filter.Not not) {
      return !passes(not.filter(), holding);
    } else if (filter instanceof Filter.Fact fact) {
      List<String> wanted = ((ValueTest.Is) fact.test()).values();
      return fact.name().equals("tag")
          ? !Collections.disjoint(wanted, holding.tags())
          : wanted.contains(holding.issuer().orElseThrow());
    }
    return ((Filter.Achievement) filter)
        .ids().stream()
            .anyMatch(id -> standsFor(holding.achievements().get(0), id, new HashSet<>()));
  }

  private boolean standsFor(String held, String wanted, Set<String> seen) {
    if (held.equals(wanted)) {
      return true;
    }
    if (!seen.add(held)) {
      return false;
    }
    Relations relations = policy.relations();
    return relations.equivalent().stream()
            .filter(group -> group.contains(held))
            .flatMap(Collection::stream)
            .anyMatch(other -> standsFor(other, wanted, seen))
        || relations.replaces().entrySet().stream()
            .filter(entry -> entry.getValue().contains(held))
            .anyMatch(entry -> standsFor(entry.getKey(), wanted, seen));
  }

  /** What holds for all that is used, whatever it is used for. */
  private boolean mayBeUsedTogether(Map<String, List<Holding>> served) {
    Set<Holding> used = new HashSet<>();
    served.values().forEach(used::addAll);
    List<List<String>> once = new ArrayList<>(policy.relations().equivalent());
    once.addAll(policy.relations().conflicts());
    for (List<String> group : once) {
      if (used.stream()
              .filter(
                  h ->
                      group.stream()
                          .anyMatch(id -> standsFor(h.achievements().get(0), id, new HashSet<>())))
              .count()
          > 1) {
        return false;
      }
    }
    for (Holding part : used) {
      for (Holding whole : used) {
        if (!part.equals(whole)
            && (part.partOf().contains(whole.id())
                || !Collections.disjoint(part.partOf(), whole.achievements()))) {
          return false;
        }
      }
    }
    return policy.sharing().withAward().stream().allMatch(award -> isWithin(award, used));
  }

  private boolean isWithin(AwardSharing award, Set<Holding> used) {
    List<Holding> shared =
        used.stream()
            .filter(
                h ->
                    award.award().equals("*")
                        ? !h.usedIn().isEmpty()
                        : h.usedIn().contains(award.award()))
            .toList();
    return award.count().map(count -> shared.size() <= count).orElse(true)
        && award.credits().map(most -> credits(shared).compareTo(most.value()) <= 0).orElse(true)
        && shared.stream().allMatch(h -> passes(award.only(), h));
  }

  private static BigDecimal credits(Collection<Holding> holdings) {
    return holdings.stream()
        .map(h -> h.credits().orElseThrow())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean isMet(Rule rule, Map<String, List<Holding>> served) {
    if (rule instanceof Rule.AllOf allOf) {
      return allOf.rules().stream().allMatch(r -> isMet(r, served));
    } else if (rule instanceof Rule.SomeOf someOf) {
      return someOf.rules().stream().filter(r -> isMet(r, served)).count() >= someOf.atLeast();
    } else if (rule instanceof Rule.Within within) {
      List<LocalDate> days = days(within.id(), served);
      return isMet(within.rule(), served)
          && (days.isEmpty()
              || !Collections.max(days).isAfter(Collections.min(days).plus(within.within())));
    } else if (rule instanceof Rule.Before before) {
      List<LocalDate> first = days(before.earlier(), served);
      List<LocalDate> then = new ArrayList<>();
      before.before().forEach(id -> then.addAll(days(id, served)));
      return first.stream()
          .allMatch(
              a -> then.stream().allMatch(b -> before.strict() ? a.isBefore(b) : !a.isAfter(b)));
    }
    List<Holding> here = served.getOrDefault(rule.id(), List.of());
    if (rule instanceof Rule.Hold) {
      return !here.isEmpty();
    } else if (rule instanceof Rule.Count count) {
      return count.distinctBy().map(by -> canBeTold(here, by)).orElse(true)
          && here.size() >= count.atLeast()
          && count.ofWhich().stream().allMatch(part -> isMet(part, here, here, count));
    }
    Rule.Sum sum = (Rule.Sum) rule;
    return sum.distinctBy().map(by -> canBeTold(here, by)).orElse(true)
        && credits(here).compareTo(sum.atLeast()) >= 0
        && sum.ofWhich().stream().allMatch(part -> isMet(part, here, here, sum));
  }

  private List<LocalDate> days(String id, Map<String, List<Holding>> served) {
    List<LocalDate> days = new ArrayList<>();
    List<Rule> open = new ArrayList<>(List.of(byId.get(id)));
    while (!open.isEmpty()) {
      Rule rule = open.remove(0);
      open.addAll(inner(rule));
      served
          .getOrDefault(rule.id(), List.of())
          .forEach(h -> days.add(h.awarded().orElseThrow().atOffset(ZoneOffset.UTC).toLocalDate()));
    }
    return days;
  }

  /** Whether every holding can take a value of its own. */
  private boolean canBeTold(List<Holding> here, DistinctBy by) {
    return canBeTold(here, 0, by, new HashSet<>());
  }

  private boolean canBeTold(List<Holding> here, int i, DistinctBy by, Set<String> taken) {
    if (i == here.size()) {
      return true;
    }
    Holding holding = here.get(i);
    List<String> values =
        switch (by) {
          case ACHIEVEMENT -> List.of(name(holding.achievements().get(0)));
          case ISSUER -> List.of(holding.issuer().orElseThrow());
          case TAG -> holding.tags();
          case ALIGNMENT -> holding.alignments().stream().map(HeldAlignment::targetUrl).toList();
        };
    for (String value : values) {
      if (taken.add(value)) {
        boolean told = canBeTold(here, i + 1, by, taken);
        taken.remove(value);
        if (told) {
          return true;
        }
      }
    }
    return false;
  }

  /** Equivalent achievements are one. */
  private String name(String achievement) {
    return policy.relations().equivalent().stream()
        .filter(group -> group.contains(achievement))
        .map(group -> "one of " + group)
        .findFirst()
        .orElse(achievement);
  }

  private boolean isMet(Part part, List<Holding> outer, List<Holding> all, Rule leaf) {
    List<Holding> here = outer.stream().filter(h -> passes(part.from(), h)).toList();
    boolean counts =
        part.measure() instanceof PartMeasure.Count
            || (part.measure() instanceof PartMeasure.OfRule && leaf instanceof Rule.Count);
    boolean met;
    if (part.measure() instanceof PartMeasure.Mean mean) {
      BigDecimal times = BigDecimal.ZERO;
      BigDecimal total = BigDecimal.ZERO;
      for (Holding h : here) {
        BigDecimal weight = mean.weighted() ? h.credits().orElseThrow() : BigDecimal.ONE;
        times = times.add(weight);
        total =
            total.add(weight.multiply(new BigDecimal(h.results().get(0).value().orElseThrow())));
      }
      met = total.compareTo(part.atLeast().orElseThrow().value().multiply(times)) >= 0;
    } else {
      BigDecimal have = counts ? BigDecimal.valueOf(here.size()) : credits(here);
      BigDecimal used = counts ? BigDecimal.valueOf(all.size()) : credits(all);
      BigDecimal need =
          leaf instanceof Rule.Count count
              ? BigDecimal.valueOf(count.atLeast())
              : ((Rule.Sum) leaf).atLeast();
      met =
          part.atLeast().map(b -> have.compareTo(bound(b, need, used)) >= 0).orElse(true)
              && part.atMost().map(b -> have.compareTo(bound(b, need, used)) <= 0).orElse(true);
    }
    return met && part.ofWhich().stream().allMatch(inner -> isMet(inner, here, all, leaf));
  }

  private static BigDecimal bound(Bound bound, BigDecimal required, BigDecimal used) {
    return switch (bound.of()) {
      case NOTHING -> bound.value();
      case REQUIRED -> required.multiply(bound.value()).movePointLeft(2);
      case USED -> used.multiply(bound.value()).movePointLeft(2);
    };
  }
}
