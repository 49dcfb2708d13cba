package org.microcred.stacking.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.microcred.stacking.Basis;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Impossibility;
import org.microcred.stacking.Missing;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.RuleResult;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.UnknownFact;
import org.microcred.stacking.Verdict;

/** Decides one case: admits, evaluates twice, then explains. */
public final class Engine {
  private final CompiledPolicy policy;
  private final StackCase stackCase;
  private final Budget deciding;
  private final Budget explaining;
  private final Admission admission;
  private final Eligibility eligibility;

  /** The admitted holdings in the order in which they are given up. */
  private final List<Integer> order;

  private Engine(CompiledPolicy policy, StackCase stackCase, Adjustments adjustments) {
    this.policy = policy;
    this.stackCase = stackCase;
    deciding = deciding(stackCase);
    explaining = new Budget(stackCase.budget() / 4);
    admission = Admission.of(policy, stackCase, adjustments);
    eligibility = Eligibility.of(policy, admission, deciding);
    order =
        IntStream.range(0, admission.admitted.size())
            .boxed()
            .sorted(Comparator.comparing(admission.admitted::get, Deletion.ORDER))
            .toList();
  }

  /**
   * {@return the decision}
   *
   * @param policy the policy, all its parameters with values
   * @param stackCase what the learner holds
   * @param assumed the holdings among them that are not finished
   */
  public static Decision decide(
      CompiledPolicies policy, StackCase stackCase, List<Holding> assumed) {
    Adjustments adjustments = Adjustments.of(policy.document(), stackCase);
    CompiledPolicy compiled = policy.of(stackCase.frameworks(), adjustments.waived, stackCase.at());
    return new Engine(compiled, stackCase, adjustments).decide(assumed);
  }

  /**
   * {@return the outcome of {@link #decide}, without all that it says beside}
   *
   * @param policy the policy, all its parameters with values
   * @param stackCase what the learner holds
   */
  public static Outcome outcome(CompiledPolicies policy, StackCase stackCase) {
    Adjustments adjustments = Adjustments.of(policy.document(), stackCase);
    CompiledPolicy compiled = policy.of(stackCase.frameworks(), adjustments.waived, stackCase.at());
    if (!isInEffect(compiled, stackCase)) {
      return Outcome.NOT_EARNED;
    }
    return plain(compiled, stackCase)
        .orElseGet(() -> new Engine(compiled, stackCase, adjustments).searched());
  }

  /**
   * {@return outcome and uses of {@link #decide}, without all that it says beside}
   *
   * @param policies the policy, all its parameters with values
   * @param stackCase what the learner holds
   */
  public static Verdict verdict(CompiledPolicies policies, StackCase stackCase) {
    Adjustments adjustments = Adjustments.of(policies.document(), stackCase);
    CompiledPolicy policy = policies.of(stackCase.frameworks(), adjustments.waived, stackCase.at());
    Optional<Outcome> plain =
        isInEffect(policy, stackCase) ? plain(policy, stackCase) : Optional.of(Outcome.NOT_EARNED);
    if (plain.isPresent() && plain.get() != Outcome.EARNED) {
      return new Verdict(plain.get(), true, List.of());
    }
    Engine engine = new Engine(policy, stackCase, adjustments);
    Outcome outcome = plain.orElseGet(engine::searched);
    if (outcome != Outcome.EARNED) {
      return new Verdict(outcome, true, List.of());
    }
    Explanation earned = engine.earned();
    return new Verdict(
        outcome,
        earned.proved(),
        Report.uses(policy, engine.admission.admitted, earned.assignment()));
  }

  private static Optional<Outcome> plain(CompiledPolicy policy, StackCase stackCase) {
    try {
      return Plain.outcome(policy, stackCase, deciding(stackCase));
    } catch (Budget.Exceeded e) {
      return Optional.of(Outcome.BUDGET_EXCEEDED);
    }
  }

  /** Half of the work for the first answer, a quarter for the second, a quarter for explaining. */
  private static Budget deciding(StackCase stackCase) {
    return new Budget(stackCase.budget() - stackCase.budget() / 2);
  }

  private Decision decide(List<Holding> assumed) {
    Outcome outcome = plain(policy, stackCase).orElseGet(this::searched);
    Explanation explanation = outcome == Outcome.EARNED ? earned() : unearned();
    boolean inEffect = isInEffect(policy, stackCase);
    Report report = new Report(policy, admission, eligibility, explanation.assignment());
    RuleResult tree = report.tree();
    boolean isEarned = outcome == Outcome.EARNED && inEffect;
    return new Decision(
        policy.document.id(),
        policy.document.version(),
        stackCase.at(),
        inEffect ? outcome : Outcome.NOT_EARNED,
        explanation.proved(),
        tree,
        report.uses(),
        report.unused(stackCase.unverified()),
        report.optional(),
        outcome == Outcome.UNDETERMINED && inEffect ? unknown() : List.of(),
        outcome == Outcome.NOT_EARNED ? explanation.impossible() : List.of(),
        explanation.missing(),
        isEarned ? earnedOn() : Optional.empty(),
        new Timeline(policy, stackCase.holdings())
            .next(stackCase.at(), stackCase.started().isPresent()),
        isEarned ? new Deriving(policy, tree).all() : List.of(),
        new Basis(
            inEffect, policy.document.template().defaults(), admission.adjustments.all, assumed));
  }

  private static boolean isInEffect(CompiledPolicy policy, StackCase stackCase) {
    LocalDate today = policy.filters.days.today();
    return policy.document.terms().effective().covers(stackCase.started().orElse(today), today);
  }

  /** Pessimistic yes, else optimistic no, else whatever kept the answer away. */
  private Outcome searched() {
    boolean ended = !eligibility.isComplete();
    try {
      if (Solver.earns(eligibility.pessimistic(order), deciding)) {
        return Outcome.EARNED;
      }
    } catch (Budget.Exceeded e) {
      ended = true;
    }
    if (eligibility.isComplete() && !eligibility.hasUnknowns()) {
      return ended ? Outcome.BUDGET_EXCEEDED : Outcome.NOT_EARNED;
    }
    try {
      Budget budget = new Budget(stackCase.budget() / 4);
      if (eligibility.isComplete() && !Solver.earns(eligibility.optimistic(order), budget)) {
        return Outcome.NOT_EARNED;
      }
    } catch (Budget.Exceeded e) {
      ended = true;
    }
    return ended ? Outcome.BUDGET_EXCEEDED : Outcome.UNDETERMINED;
  }

  /** The first day since which the award has been earned by the end of every day. */
  private Optional<LocalDate> earnedOn() {
    Days days = policy.filters.days;
    Timeline timeline = new Timeline(policy, stackCase.holdings());
    List<LocalDate> before = List.copyOf(timeline.past().headSet(days.today(), false));
    try {
      int earned = onlyBegins(timeline) ? firstByHalving(before) : firstByDays(before);
      LocalDate first = earned == before.size() ? days.today() : before.get(earned);
      // Earned before anything is known to have begun: nobody knows since when.
      return earned == 0 && isEarnedBy(days.start(first)) ? Optional.empty() : Optional.of(first);
    } catch (Budget.Exceeded e) {
      return Optional.empty();
    }
  }

  /** Whether the award, once earned, has stayed so: holdings were added, and none ended. */
  private boolean onlyBegins(Timeline timeline) {
    return policy.plain.isPresent()
        && admission.adjustments.all.isEmpty()
        && !admission.mayHaveVersions()
        && timeline.onlyBegins();
  }

  /** The first of the last days by the end of which the award was earned without a break. */
  private int firstByDays(List<LocalDate> days) {
    int first = days.size();
    while (first > 0 && isEarnedBy(policy.filters.days.end(days.get(first - 1)))) {
      first--;
    }
    return first;
  }

  private int firstByHalving(List<LocalDate> days) {
    int low = 0;
    int high = days.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isEarnedBy(policy.filters.days.end(days.get(middle)))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return high;
  }

  /** Whether the award was earned just before an instant. */
  private boolean isEarnedBy(Optional<Instant> end) {
    if (end.isEmpty() || end.get().equals(Instant.MIN)) {
      return false;
    }
    CompiledPolicy then = policy.at(end.get().minusNanos(1));
    Optional<Outcome> plain = Plain.outcome(then, stackCase, explaining);
    if (plain.isPresent()) {
      return plain.get() == Outcome.EARNED;
    }
    Admission admitted = Admission.of(then, stackCase, admission.adjustments);
    Eligibility eligible = Eligibility.of(then, admitted, explaining);
    List<Integer> all = IntStream.range(0, admitted.admitted.size()).boxed().toList();
    return Solver.earns(eligible.pessimistic(all), explaining);
  }

  private record Explanation(
      Assignment assignment, boolean proved, List<Impossibility> impossible, Missing missing) {
    static Explanation earned(Assignment assignment, boolean proved) {
      return new Explanation(assignment, proved, List.of(), Missing.NOTHING);
    }
  }

  private Explanation earned() {
    try {
      Instance everything = eligibility.pessimistic(order);
      List<Row> minimal = Minimizer.minimal(everything, explaining);
      Assignment assignment = Assigner.assign(everything.of(minimal), explaining);
      return Explanation.earned(assignment, true);
    } catch (Budget.Exceeded e) {
      Trim trim = new Trim(eligibility.pessimistic(order), any());
      return Explanation.earned(trim.surplus(givenUpFirst()), false);
    }
  }

  /** Some assignment that earns the award, found with the work that finding one took before. */
  private Assignment any() {
    try {
      Assignment found = Solver.solve(eligibility.pessimistic(order), deciding(stackCase));
      return found == null ? new Assignment() : found;
    } catch (Budget.Exceeded e) {
      return new Assignment();
    }
  }

  private Explanation unearned() {
    Instance instance = eligibility.pessimistic(order);
    Shortfall shortfall = Shortfall.of(instance, today(), explaining);
    Assignment nearest =
        shortfall.ways().isEmpty()
            ? new Assignment()
            : new Trim(instance, shortfall.ways().get(0).assignment()).surplus(givenUpFirst());
    Missing missing =
        new Completion(instance, eligibility, admission, stackCase, explaining).missing(shortfall);
    List<Impossibility> impossible =
        shortfall.ways().isEmpty()
            ? List.of()
            : new Certificates(eligibility.optimistic(order), admission.admitted, explaining)
                .of(shortfall.ways().get(0).needed());
    return new Explanation(nearest, shortfall.isProved(), impossible, missing);
  }

  private int today() {
    return (int) policy.filters.days.today().toEpochDay();
  }

  private Comparator<Row> givenUpFirst() {
    return Comparator.comparing(row -> admission.admitted.get(row.holding()), Deletion.ORDER);
  }

  /** The facts behind one way in which the award would be earned if they helped. */
  private List<UnknownFact> unknown() {
    List<Integer> vaguestFirst = new ArrayList<>(order);
    vaguestFirst.sort(Comparator.comparing(h -> !eligibility.isVague(h)));
    Instance instance = eligibility.optimistic(vaguestFirst);
    Assignment assignment;
    try {
      assignment =
          Assigner.assign(instance.of(Minimizer.minimal(instance, explaining)), explaining);
    } catch (Budget.Exceeded e) {
      assignment = new Assignment();
      for (Row row : instance.rows()) {
        for (int leaf : row.leaves()) {
          assignment.add(leaf, row);
        }
      }
    }
    Set<UnknownFact> facts = new LinkedHashSet<>();
    for (Assignment.Service service : assignment.sorted()) {
      int h = service.row().holding();
      Holding holding = admission.admitted.get(h);
      Leaf leaf = policy.leaves.get(service.leaf());
      admission
          .unknowns
          .get(h)
          .forEach(fact -> facts.add(new UnknownFact(holding, fact, Optional.empty())));
      eligibility
          .unknowns(h, leaf)
          .forEach(fact -> facts.add(new UnknownFact(holding, fact, Optional.of(leaf.id()))));
    }
    return List.copyOf(facts);
  }
}
