package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.Derivation;
import org.microcred.stacking.Derived;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.RuleResult;

/** Computes properties of an award from the holdings that earn it; what is not known stays so. */
final class Deriving {
  private final CompiledPolicy policy;
  private final RuleResult tree;

  Deriving(CompiledPolicy policy, RuleResult tree) {
    this.policy = policy;
    this.tree = tree;
  }

  List<Derived> all() {
    return policy.document.terms().derive().stream()
        .map(derivation -> new Derived(derivation, value(derivation), unit(derivation)))
        .toList();
  }

  private Optional<String> value(Derivation derivation) {
    Set<Holding> holdings = new LinkedHashSet<>();
    collect(tree, derivation.over().isEmpty(), derivation.over().orElse(""), holdings);
    List<Holding> used = List.copyOf(holdings);
    if (derivation instanceof Derivation.Credits credits) {
      return used.stream()
          .map(h -> credits(h, credits.unit()))
          .reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)))
          .map(HoldingJson::decimal);
    } else if (derivation instanceof Derivation.Mean mean) {
      return mean(mean, used);
    }
    return level((Derivation.Level) derivation, used);
  }

  private Optional<String> unit(Derivation derivation) {
    return derivation instanceof Derivation.Credits credits
        ? Optional.of(policy.facts.base(credits.unit()))
        : Optional.empty();
  }

  private static void collect(RuleResult result, boolean inside, String over, Set<Holding> found) {
    boolean here = inside || result.rule().id().equals(over);
    if (here) {
      result.uses().forEach(use -> found.add(use.holding()));
    }
    result.rules().forEach(inner -> collect(inner, here, over, found));
  }

  private Optional<BigDecimal> credits(Holding holding, String unit) {
    return policy.facts.credits(unit, holding).known();
  }

  private Optional<String> mean(Derivation.Mean mean, List<Holding> used) {
    BigDecimal weighted = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (Holding holding : used) {
      Optional<BigDecimal> points = points(mean, holding);
      Optional<BigDecimal> weight =
          mean.weight().map(unit -> credits(holding, unit)).orElse(Optional.of(BigDecimal.ONE));
      if (points.isEmpty() || weight.isEmpty()) {
        return Optional.empty();
      }
      weighted = weighted.add(points.get().multiply(weight.get()));
      weights = weights.add(weight.get());
    }
    return weights.signum() == 0
        ? Optional.empty()
        : Optional.of(
            HoldingJson.decimal(
                weighted
                    .divide(weights, MathContext.DECIMAL128)
                    .setScale(Decimals.SCALE, RoundingMode.HALF_UP)));
  }

  /** What the one result of a holding is worth; of several that differ none is the result. */
  private static Optional<BigDecimal> points(Derivation.Mean mean, Holding holding) {
    Set<String> values = new LinkedHashSet<>();
    for (HeldResult result : holding.results()) {
      if (mean.description().isEmpty() || mean.description().equals(result.description())) {
        result.achievedLevel().or(result::value).ifPresent(values::add);
      }
    }
    if (values.size() != 1) {
      return Optional.empty();
    }
    String value = values.iterator().next();
    return mean.points().isEmpty()
        ? Decimals.read(value)
        : Optional.ofNullable(mean.points().get(value));
  }

  /** A holding and its level as a number. */
  private record Leveled(String level, BigDecimal height, Holding holding) {}

  private Optional<String> level(Derivation.Level derivation, List<Holding> used) {
    List<Leveled> levels = levels(used);
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    levels.sort(Comparator.comparing(Leveled::height).reversed());
    if (derivation.back().isEmpty()) {
      boolean highest = derivation.take() == Derivation.Take.HIGHEST;
      return Optional.of(levels.get(highest ? 0 : levels.size() - 1).level());
    }
    BigDecimal total = BigDecimal.ZERO;
    for (Leveled leveled : levels) {
      Optional<BigDecimal> credits = credits(leveled.holding(), derivation.back().get().unit());
      if (credits.isEmpty()) {
        return Optional.empty();
      }
      total = total.add(credits.get());
      if (total.compareTo(policy.facts.toBase(derivation.back().get())) >= 0) {
        return Optional.of(leveled.level());
      }
    }
    return Optional.empty();
  }

  /** The holdings with their levels; none when one does not state a level that compares. */
  private List<Leveled> levels(List<Holding> used) {
    List<Leveled> levels = new ArrayList<>();
    for (Map<String, BigDecimal> heights : heights(used)) {
      levels.clear();
      for (Holding holding : used) {
        List<String> stated = policy.filters.facts.find("level", holding).values();
        if (stated.size() == 1 && heights.containsKey(stated.get(0))) {
          String level = stated.get(0);
          levels.add(new Leveled(level, heights.getOrDefault(level, BigDecimal.ZERO), holding));
        }
      }
      if (levels.size() == used.size()) {
        return levels;
      }
    }
    return new ArrayList<>();
  }

  /** The orders in which levels may stand: as numbers, and as each scale of the policy has them. */
  private List<Map<String, BigDecimal>> heights(List<Holding> used) {
    List<Map<String, BigDecimal>> orders = new ArrayList<>();
    Map<String, BigDecimal> numbers = new HashMap<>();
    used.stream()
        .flatMap(holding -> policy.filters.facts.find("level", holding).values().stream())
        .forEach(level -> Decimals.read(level).ifPresent(n -> numbers.put(level, n)));
    orders.add(numbers);
    policy
        .document
        .definitions()
        .scales()
        .values()
        .forEach(
            scale -> {
              Map<String, BigDecimal> heights = new HashMap<>();
              scale.forEach(level -> heights.put(level, BigDecimal.valueOf(heights.size())));
              orders.add(heights);
            });
    return orders;
  }
}
