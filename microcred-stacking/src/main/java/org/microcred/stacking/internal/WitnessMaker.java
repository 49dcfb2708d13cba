package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.Amount;
import org.microcred.stacking.DistinctBy;
import org.microcred.stacking.FactRule;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Part;
import org.microcred.stacking.PartMeasure;
import org.microcred.stacking.Rule;
import org.microcred.stacking.ValueRule;

/** Imagines a holding, earned at the instant of the evaluation, that would serve given leaves. */
final class WitnessMaker {
  /** How many alternatives are entered one inside the other before a filter is given up. */
  private static final int MAX_BRANCHES = 100;

  private final CompiledPolicy policy;
  private final Instant at;
  private final Budget budget;
  private boolean complete = true;

  WitnessMaker(CompiledPolicy policy, Instant at, Budget budget) {
    this.policy = policy;
    this.at = at;
    this.budget = budget;
  }

  /**
   * A holding that would do.
   *
   * @param holding the holding
   * @param by the last day on which it would
   */
  record Witness(Holding holding, Optional<LocalDate> by) {}

  private record Goal(Filter filter, boolean wanted) {}

  /**
   * What is asked for.
   *
   * @param id the id of the holding
   * @param leaves the leaves to be served
   * @param wanted what else it has to pass
   * @param unwanted what it has not to pass
   * @param credits the credits to bring
   * @param taken values that are taken where each counts once
   */
  record Order(
      String id,
      List<Leaf> leaves,
      List<Filter> wanted,
      List<Filter> unwanted,
      Optional<BigDecimal> credits,
      Map<DistinctBy, Set<String>> taken) {}

  /** Whether every alternative was entered that had to be. */
  boolean isComplete() {
    return complete;
  }

  Optional<Witness> make(Order order) {
    List<Goal> goals = new ArrayList<>();
    goals.add(new Goal(policy.document.accept(), true));
    for (Leaf leaf : order.leaves()) {
      goals.add(new Goal(leaf.filter(), true));
      leaf.sum().ifPresent(sum -> goals.add(new Goal(measured(sum), true)));
    }
    order.wanted().forEach(filter -> goals.add(new Goal(filter, true)));
    order.unwanted().forEach(filter -> goals.add(new Goal(filter, false)));
    policy.document.optional().forEach(filter -> goals.add(new Goal(filter, false)));
    return satisfy(goals, new Draft(at, policy.filters), order, 0);
  }

  /** What is no less than a mean leaves it where it is, or lifts it. */
  private static void noLessThanTheMean(Part part, Draft draft) {
    if (part.measure() instanceof PartMeasure.Mean mean && part.atLeast().isPresent()) {
      draft.atLeast(mean, part.atLeast().get().value());
    }
    part.ofWhich().forEach(inner -> noLessThanTheMean(inner, draft));
  }

  /** A way in which the policy gives a holding an amount: to which holdings, and how much. */
  private record Way(Filter holdings, BigDecimal amount) {}

  /** The holdings to which the policy gives what a sum adds up, those that get most first. */
  private Filter measured(Rule.Sum sum) {
    List<Way> ways = new ArrayList<>();
    List<Filter> earlier = new ArrayList<>();
    Units units = new Units(policy.document.definitions().units());
    String base = units.base(sum.unit());
    boolean credits = sum.of().fact().isEmpty();
    if (credits) {
      for (ValueRule rule : policy.document.definitions().values()) {
        way(ways, earlier, rule.from(), rule.credits(), base, units);
      }
    }
    for (FactRule rule : policy.document.definitions().set()) {
      Optional<Amount> given =
          credits
              ? rule.unit().map(unit -> new Amount(BigDecimal.ONE, unit))
              : sum.of().fact().map(name -> rule.amounts().get(name));
      given.ifPresent(amount -> way(ways, earlier, rule.when(), amount, base, units));
    }
    List<Filter> stated = new ArrayList<>(earlier);
    stated.add(Filter.Fact.is(FactRule.UNIT, base));
    List<Filter> all =
        new ArrayList<>(
            ways.stream()
                .sorted(Comparator.comparing(Way::amount).reversed())
                .map(Way::holdings)
                .toList());
    // Nothing is set for the rest: there the holding itself says its unit, or its amount.
    if (credits) {
      all.add(new Filter.AllOf(stated));
    }
    return new Filter.AnyOf(all);
  }

  private static void way(
      List<Way> ways, List<Filter> earlier, Filter to, Amount given, String base, Units units) {
    if (units.base(given.unit()).equals(base)) {
      List<Filter> way = new ArrayList<>(earlier);
      way.add(to);
      ways.add(new Way(new Filter.AllOf(way), units.toBase(given.value(), given.unit())));
    }
    earlier.add(new Filter.Not(to));
  }

  /**
   * The ways in which a fact comes to have a value: the policy gives it, or the holding says it.
   */
  private Filter given(Filter.Fact fact) {
    List<Filter> ways = new ArrayList<>();
    List<Filter> earlier = new ArrayList<>();
    for (FactRule rule : policy.document.definitions().set()) {
      String value = rule.values().get(fact.name());
      if (value != null) {
        if (policy.filters.order.test(fact.test(), value) == Truth.TRUE) {
          List<Filter> way = new ArrayList<>(earlier);
          way.add(rule.when());
          ways.add(new Filter.AllOf(way));
        }
        earlier.add(new Filter.Not(rule.when()));
      }
    }
    return new Filter.AnyOf(ways);
  }

  private Optional<Witness> satisfy(List<Goal> open, Draft draft, Order order, int branches) {
    List<Goal> goals = new ArrayList<>(open);
    while (!goals.isEmpty()) {
      budget.spend(1);
      Goal goal = goals.remove(goals.size() - 1);
      if (goal.filter() instanceof Filter.Not not) {
        goals.add(new Goal(not.filter(), !goal.wanted()));
        continue;
      }
      if (goal.filter() instanceof Filter.Because because) {
        goals.add(new Goal(because.filter(), goal.wanted()));
        continue;
      }
      if (goal.filter() instanceof Filter.Fact fact && goal.wanted() && isSet(fact.name())) {
        goals.add(new Goal(given(fact), true));
        continue;
      }
      Optional<List<Filter>> parts = parts(goal.filter());
      if (parts.isEmpty()) {
        if (!draft.add(goal.filter(), goal.wanted())) {
          return Optional.empty();
        }
      } else if (goal.wanted() == goal.filter() instanceof Filter.AllOf) {
        parts.get().forEach(part -> goals.add(new Goal(part, goal.wanted())));
      } else {
        return oneOf(parts.get(), goal.wanted(), goals, draft, order, branches);
      }
    }
    order.leaves().forEach(leaf -> leaf.ofWhich().forEach(part -> noLessThanTheMean(part, draft)));
    return draft
        .holding(order.id(), order.credits(), order.taken())
        .filter(holding -> serves(holding, order))
        .map(holding -> new Witness(holding, draft.by()));
  }

  private Optional<Witness> oneOf(
      List<Filter> parts,
      boolean wanted,
      List<Goal> goals,
      Draft draft,
      Order order,
      int branches) {
    if (branches == MAX_BRANCHES) {
      complete = false;
      return Optional.empty();
    }
    for (Filter part : parts) {
      budget.spend(1 + goals.size());
      List<Goal> more = new ArrayList<>(goals);
      more.add(new Goal(part, wanted));
      Optional<Witness> witness = satisfy(more, draft.copy(), order, branches + 1);
      if (witness.isPresent()) {
        return witness;
      }
    }
    return Optional.empty();
  }

  private boolean isSet(String fact) {
    return policy.document.definitions().set().stream()
        .anyMatch(rule -> rule.values().containsKey(fact));
  }

  private static Optional<List<Filter>> parts(Filter filter) {
    if (filter instanceof Filter.AllOf allOf) {
      return Optional.of(allOf.filters());
    }
    return filter instanceof Filter.AnyOf anyOf ? Optional.of(anyOf.filters()) : Optional.empty();
  }

  /** What was imagined is held against the policy itself: the filters are the judge. */
  private boolean serves(Holding holding, Order order) {
    return policy.filters.test(policy.document.accept(), holding) == Truth.TRUE
        && order.leaves().stream()
            .allMatch(
                leaf ->
                    policy.filters.test(leaf.filter(), holding) == Truth.TRUE
                        && leaf.sum()
                            .map(sum -> policy.facts.quantity(sum, holding))
                            .map(q -> q.known().map(k -> Decimals.floor(k) > 0).orElse(false))
                            .orElse(true));
  }
}
