package org.microcred.stacking.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Scope;

/** Several holdings for one achievement: which of them was the first, the latest, the best. */
final class Attempts {
  private final ValueOrder order;
  private final Map<String, List<Holding>> byAchievement = new HashMap<>();

  Attempts(ValueOrder order) {
    this.order = order;
  }

  void add(Holding holding) {
    byAchievement.computeIfAbsent(achievement(holding), a -> new ArrayList<>()).add(holding);
  }

  /** Whether a holding is the attempt that is asked for. */
  Truth test(Scope.Attempt which, Holding holding, Budget budget) {
    Truth answer = Truth.TRUE;
    for (Holding other : byAchievement.getOrDefault(achievement(holding), List.of())) {
      budget.spend(1);
      if (!other.equals(holding)) {
        answer =
            answer.and(
                switch (which) {
                  case FIRST -> isBefore(holding, other);
                  case LATEST -> isBefore(other, holding);
                  case BEST -> isAsGood(holding, other, budget);
                });
      }
    }
    return answer;
  }

  /** Of two on one day, or without a day, it is not known which came first. */
  private static Truth isBefore(Holding one, Holding other) {
    Optional<Instant> first = one.awarded();
    Optional<Instant> second = other.awarded();
    boolean known = first.isPresent() && second.isPresent() && !first.equals(second);
    return known ? Truth.of(first.get().isBefore(second.get())) : Truth.UNKNOWN;
  }

  /** Whether for every result of the other one is held that is as good. */
  private Truth isAsGood(Holding one, Holding other, Budget budget) {
    Truth all = Truth.TRUE;
    for (HeldResult theirs : other.results()) {
      if (theirs.value().isPresent() || theirs.achievedLevel().isPresent()) {
        Truth any = Truth.FALSE;
        for (HeldResult ours : one.results()) {
          budget.spend(1);
          if (ours.description().equals(theirs.description())) {
            any = any.or(order.reaches(ours, theirs));
          }
        }
        all = all.and(any);
      }
    }
    return all;
  }

  private static String achievement(Holding holding) {
    return holding.achievements().get(0);
  }
}
