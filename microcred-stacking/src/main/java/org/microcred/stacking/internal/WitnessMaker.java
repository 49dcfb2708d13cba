package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.Amount;
import org.microcred.stacking.FactRule;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Rule;

/** Imagines a holding, earned at the instant of the evaluation, that would serve given leaves. */
final class WitnessMaker {
  /** How many alternatives are entered one inside the other before a filter is given up. */
  private static final int MAX_BRANCHES = 100;

  private final CompiledPolicy policy;
  private final Instant at;
  private final Budget budget;

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

  /** What is asked for: leaves to be served, the credits to bring, achievements to keep off. */
  record Order(String id, List<Leaf> leaves, Optional<BigDecimal> credits, Set<String> taken) {}

  Optional<Witness> make(Order order) {
    List<Goal> goals = new ArrayList<>();
    goals.add(new Goal(policy.document.accept(), true));
    for (Leaf leaf : order.leaves()) {
      goals.add(new Goal(leaf.filter(), true));
      leaf.sum().ifPresent(sum -> goals.add(new Goal(measured(sum), true)));
    }
    return satisfy(goals, new Draft(at), order, 0);
  }

  /** A way in which the policy gives a holding an amount: to which holdings, and how much. */
  private record Way(Filter holdings, BigDecimal amount) {}

  /** The holdings to which the policy gives what a sum adds up, those that get most first. */
  private Filter measured(Rule.Sum sum) {
    List<Way> ways = new ArrayList<>();
    List<Filter> earlier = new ArrayList<>();
    for (FactRule rule : policy.document.facts()) {
      Optional<Amount> given =
          sum.of().fact().isPresent()
              ? Optional.ofNullable(rule.amounts().get(sum.of().fact().get()))
              : rule.unit().map(unit -> new Amount(BigDecimal.ONE, unit));
      if (given.isPresent()) {
        if (given.get().unit().equals(sum.unit())) {
          List<Filter> way = new ArrayList<>(earlier);
          way.add(rule.when());
          ways.add(new Way(new Filter.AllOf(way), given.get().value()));
        }
        earlier.add(new Filter.Not(rule.when()));
      }
    }
    return new Filter.AnyOf(
        ways.stream()
            .sorted(Comparator.comparing(Way::amount).reversed())
            .map(Way::holdings)
            .toList());
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
