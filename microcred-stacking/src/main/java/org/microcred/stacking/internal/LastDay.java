package org.microcred.stacking.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.microcred.stacking.Holding;
import org.microcred.stacking.StackCase;

/**
 * Until when further holdings would still complete an award: on each day anew, all that is held.
 */
final class LastDay {
  private final CompiledPolicy policy;
  private final StackCase held;
  private final Adjustments adjustments;
  private final Budget budget;

  LastDay(CompiledPolicy policy, StackCase held, Adjustments adjustments, Budget budget) {
    this.policy = policy;
    this.held = held;
    this.adjustments = adjustments;
    this.budget = budget;
  }

  static Holding on(Holding holding, Instant at) {
    return holding.toBuilder().awarded(at).validFrom(at).build();
  }

  /**
   * The last day on which they would; empty when no day is known after which they would not.
   *
   * @param added what comes in then
   * @param besides what comes in today
   */
  Optional<LocalDate> of(List<Holding> added, List<Holding> besides) {
    StackCase today = held.toBuilder().holdings(besides).build();
    for (LocalDate last : new Timeline(policy, today.holdings()).ends()) {
      Optional<Instant> next = policy.filters.days.end(last);
      if (next.isPresent() && !isEarned(today, added, next.get())) {
        return Optional.of(last);
      }
    }
    return Optional.empty();
  }

  private boolean isEarned(StackCase today, List<Holding> added, Instant at) {
    CompiledPolicy then = policy.at(at);
    LocalDate started = held.started().orElse(policy.filters.days.today());
    if (!policy.document.terms().effective().covers(started, then.filters.days.today())) {
      return false;
    }
    StackCase.Builder later = today.toBuilder();
    added.forEach(holding -> later.holding(on(holding, at)));
    Admission admission = Admission.of(then, later.build(), adjustments);
    Eligibility eligible = Eligibility.of(then, admission, budget);
    List<Integer> all = IntStream.range(0, admission.admitted.size()).boxed().toList();
    return Solver.earns(eligible.pessimistic(all), budget);
  }
}
