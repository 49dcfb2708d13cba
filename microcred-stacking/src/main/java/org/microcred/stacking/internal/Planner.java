package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.microcred.stacking.Catalogue;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.Plan;
import org.microcred.stacking.StackCase;

/** Plans how an award can be completed: the engine's own question, with a catalogue as fillers. */
public final class Planner {
  /** How many ways are told. */
  private static final int ALTERNATIVES = 3;

  /** Of more items than this the cheapest for what they do are looked at. */
  private static final int MAX_CANDIDATES = 200;

  private final CompiledPolicies policies;
  private final CompiledPolicy policy;
  private final StackCase stackCase;
  private final Adjustments adjustments;
  private final Catalogue catalogue;
  private final Budget budget;
  private boolean proved = true;

  private Planner(CompiledPolicies policies, StackCase stackCase, Catalogue catalogue) {
    this.policies = policies;
    this.stackCase = stackCase;
    this.catalogue = catalogue;
    adjustments = Adjustments.of(policies.document(), stackCase);
    policy = policies.of(stackCase.frameworks(), adjustments.waived).at(stackCase.at());
    budget = new Budget(stackCase.budget());
  }

  /**
   * {@return the cheapest ways to complete an award}
   *
   * @param policies the policy, all its parameters with values
   * @param stackCase what the learner holds and works on
   * @param catalogue what is on offer
   */
  public static Plan plan(CompiledPolicies policies, StackCase stackCase, Catalogue catalogue) {
    return new Planner(policies, stackCase, catalogue).plan();
  }

  private Plan plan() {
    Decision today = Engine.decide(policies, stackCase, List.of());
    List<Plan.Alternative> alternatives = new ArrayList<>();
    if (today.outcome() != Outcome.EARNED && today.basis().inEffect()) {
      // Looking back at attempts, more may be less; then nothing is proved.
      proved = policy.leaves.stream().allMatch(leaf -> leaf.scope().which().isEmpty());
      search(alternatives);
    }
    return new Plan(today, catalogue.unit(), proved, alternatives);
  }

  private void search(List<Plan.Alternative> alternatives) {
    WhatIf whatIf = new WhatIf(stackCase);
    Set<Holding> assumed = new HashSet<>(whatIf.assumed());
    List<Holding> finished =
        whatIf.finished().holdings().stream().filter(h -> !assumed.contains(h)).toList();
    StackCase held = stackCase.toBuilder().withoutHoldings().holdings(finished).build();
    Admission admission = Admission.of(policy, held, adjustments);
    Eligibility eligibility = Eligibility.of(policy, admission, budget);
    List<Integer> all = IntStream.range(0, admission.admitted.size()).boxed().toList();
    Set<String> there = new HashSet<>();
    admission.admitted.forEach(holding -> there.addAll(policy.filters.achievements(holding)));
    Instance instance = eligibility.pessimistic(all);
    List<Candidate> candidates = candidates(eligibility, whatIf.assumed(), admission);
    PlanSearch search =
        new PlanSearch(eligibility, instance, candidates, there, ALTERNATIVES, budget);
    try {
      search.run();
    } catch (Budget.Exceeded e) {
      proved = false;
    }
    for (PlanSearch.Found found : search.found()) {
      alternative(held, order(search, found.taken())).ifPresent(alternatives::add);
    }
    proved &= alternatives.size() == search.found().size();
  }

  private static List<Candidate> order(PlanSearch search, BitSet taken) {
    try {
      return search.order(taken);
    } catch (Budget.Exceeded e) {
      return List.of();
    }
  }

  /** What could be earned today and would help, the best for its price first. */
  private List<Candidate> candidates(
      Eligibility eligibility, List<Holding> assumed, Admission admission) {
    List<Candidate> candidates = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    admission.all.forEach(holding -> ids.add(holding.id()));
    int number = admission.admitted.size();
    for (Holding holding : assumed) {
      if (ids.add(holding.id()) && isAccepted(holding)) {
        candidates.add(candidate(eligibility, number++, holding, Map.of(), List.of(), true));
      }
    }
    for (Catalogue.Item item : catalogue.items()) {
      Holding holding = LastDay.on(item.holding(), stackCase.at());
      if (ids.add(holding.id()) && isAccepted(holding)) {
        candidates.add(
            candidate(eligibility, number++, holding, item.costs(), item.requires(), false));
      }
    }
    Set<String> required = new HashSet<>();
    candidates.forEach(candidate -> required.addAll(candidate.requires()));
    candidates.removeIf(
        c -> c.row().leaves().length == 0 && c.gives().stream().noneMatch(required::contains));
    candidates.sort(
        Comparator.comparingDouble(this::price).thenComparing(c -> c.holding(), Deletion.BY_ID));
    if (candidates.size() > MAX_CANDIDATES) {
      proved = false;
      return List.copyOf(candidates.subList(0, MAX_CANDIDATES));
    }
    return candidates;
  }

  private boolean isAccepted(Holding holding) {
    return policy.filters.test(policy.document.accept(), holding) == Truth.TRUE;
  }

  private Candidate candidate(
      Eligibility eligibility,
      int number,
      Holding holding,
      Map<String, BigDecimal> costs,
      List<String> requires,
      boolean inProgress) {
    return new Candidate(
        holding,
        eligibility.row(holding, number),
        Decimals.ceiling(costs.getOrDefault(catalogue.unit(), BigDecimal.ZERO)),
        costs,
        requires,
        policy.filters.achievements(holding),
        inProgress);
  }

  /** What a candidate costs for the greatest part of a rule that it fills. */
  private double price(Candidate candidate) {
    double most = 0;
    for (int leaf : candidate.row().leaves()) {
      double need = Math.max(1, policy.leaves.get(leaf).need());
      most = Math.max(most, Math.min(1, candidate.row().amount(leaf) / need));
    }
    return most == 0 ? Double.MAX_VALUE : candidate.cost() / most;
  }

  /** A way that the engine itself agrees to; empty when it does not. */
  private Optional<Plan.Alternative> alternative(StackCase held, List<Candidate> taken) {
    List<Holding> added = taken.stream().map(Candidate::holding).toList();
    Decision completed =
        Engine.decide(policies, held.toBuilder().holdings(added).build(), List.of());
    if (taken.isEmpty() || !completed.earned()) {
      return Optional.empty();
    }
    Map<String, BigDecimal> costs = new TreeMap<>();
    List<Plan.Step> steps = new ArrayList<>();
    for (Candidate candidate : taken) {
      candidate.costs().forEach((unit, cost) -> costs.merge(unit, cost, BigDecimal::add));
      steps.add(
          new Plan.Step(
              candidate.holding(),
              candidate.inProgress(),
              candidate.costs(),
              completed.uses().stream()
                  .filter(use -> use.holding().equals(candidate.holding()))
                  .toList()));
    }
    costs.putIfAbsent(catalogue.unit(), BigDecimal.ZERO);
    return Optional.of(new Plan.Alternative(steps, costs, by(held, added)));
  }

  /** The last day on which what is added would still complete the award. */
  private Optional<LocalDate> by(StackCase held, List<Holding> added) {
    try {
      return new LastDay(policy, held, adjustments, budget).of(added, List.of());
    } catch (Budget.Exceeded e) {
      proved = false;
      return Optional.empty();
    }
  }
}
