package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the specification says of one holding where every fact is known; for the oracles. */
final class KnownFacts {
  private final StackPolicy policy;

  KnownFacts(StackPolicy policy) {
    this.policy = policy;
  }

  /** The rules that use holdings, in the order of the policy. */
  static List<Rule> leaves(Rule rule) {
    List<Rule> inner = inner(rule);
    if (!inner.isEmpty()) {
      return inner.stream().flatMap(r -> leaves(r).stream()).toList();
    }
    return rule instanceof Rule.Before ? List.of() : List.of(rule);
  }

  static List<Rule> inner(Rule rule) {
    if (rule instanceof Rule.AllOf allOf) {
      return allOf.rules();
    } else if (rule instanceof Rule.SomeOf someOf) {
      return someOf.rules();
    }
    return rule instanceof Rule.Within within ? List.of(within.rule()) : List.of();
  }

  static Filter from(Rule leaf) {
    if (leaf instanceof Rule.Hold hold) {
      return hold.from();
    }
    return leaf instanceof Rule.Count count ? count.from() : ((Rule.Sum) leaf).from();
  }

  static List<Part> parts(Rule leaf) {
    if (leaf instanceof Rule.Hold) {
      return List.of();
    }
    return leaf instanceof Rule.Count count ? count.ofWhich() : ((Rule.Sum) leaf).ofWhich();
  }

  static LocalDate day(Holding holding) {
    return holding.awarded().orElseThrow().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Whether two leaves may share a holding. */
  boolean free(Rule a, Rule b) {
    return policy.sharing().free().stream()
        .anyMatch(
            group ->
                (group.contains(a.id()) && group.contains(b.id()))
                    || (group.contains("*") && (group.contains(a.id()) || group.contains(b.id()))));
  }

  boolean passes(Filter filter, Holding holding) {
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
    return standsForOneOf(holding, ((Filter.Achievement) filter).ids());
  }

  /** Whether a holding stands for an achievement, by equivalence or as a newer one. */
  boolean standsForOneOf(Holding holding, Collection<String> ids) {
    return ids.stream()
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

  /** Groups of achievements of which one counts. */
  List<List<String>> countOnce() {
    List<List<String>> once = new ArrayList<>(policy.relations().equivalent());
    once.addAll(policy.relations().conflicts());
    return once;
  }

  static boolean isPart(Holding part, Holding whole) {
    return !part.equals(whole)
        && (part.partOf().contains(whole.id())
            || !Collections.disjoint(part.partOf(), whole.achievements()));
  }

  static boolean isShared(Holding holding, AwardSharing with) {
    return with.award().equals("*")
        ? !holding.usedIn().isEmpty()
        : holding.usedIn().contains(with.award());
  }

  /** The values of which a holding takes one where each counts once. */
  List<String> values(Holding holding, DistinctBy by) {
    return switch (by) {
      case ACHIEVEMENT -> List.of(name(holding.achievements().get(0)));
      case ISSUER -> List.of(holding.issuer().orElseThrow());
      case TAG -> holding.tags();
      case ALIGNMENT -> holding.alignments().stream().map(HeldAlignment::targetUrl).toList();
    };
  }

  /** Equivalent achievements are one. */
  private String name(String achievement) {
    return policy.relations().equivalent().stream()
        .filter(group -> group.contains(achievement))
        .map(group -> "one of " + group)
        .findFirst()
        .orElse(achievement);
  }

  /** Whether a condition adds up credits; it counts holdings otherwise. */
  static boolean isSum(Part part, Rule leaf) {
    return part.measure() instanceof PartMeasure.Sum
        || (part.measure() instanceof PartMeasure.OfRule && leaf instanceof Rule.Sum);
  }

  /** How many holdings, or how many credits, a leaf asks for. */
  static BigDecimal need(Rule leaf) {
    if (leaf instanceof Rule.Hold) {
      return BigDecimal.ONE;
    }
    return leaf instanceof Rule.Count count
        ? BigDecimal.valueOf(count.atLeast())
        : ((Rule.Sum) leaf).atLeast();
  }

  static BigDecimal bound(Bound bound, BigDecimal required, BigDecimal used) {
    return switch (bound.of()) {
      case NOTHING -> bound.value();
      case REQUIRED -> required.multiply(bound.value()).movePointLeft(2);
      case USED -> used.multiply(bound.value()).movePointLeft(2);
    };
  }

  static BigDecimal credits(Holding holding) {
    return holding.credits().orElseThrow();
  }

  static BigDecimal grade(Holding holding) {
    return new BigDecimal(holding.results().get(0).value().orElseThrow());
  }
}
