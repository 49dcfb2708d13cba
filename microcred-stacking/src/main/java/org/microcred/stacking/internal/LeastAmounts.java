package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import org.microcred.stacking.Bound;
import org.microcred.stacking.Holding;

/**
 * Brings the credits of what is added down to what is needed. What is asked for beside a mean or a
 * share was found without the holdings that alone would spoil it; with the addition there, they may
 * count.
 */
final class LeastAmounts {
  private final CompiledPolicy policy;
  private final Eligibility eligibility;
  private final Predicate<List<Addition>> completes;

  LeastAmounts(
      CompiledPolicy policy, Eligibility eligibility, Predicate<List<Addition>> completes) {
    this.policy = policy;
    this.eligibility = eligibility;
    this.completes = completes;
  }

  /** The additions with as few credits as still complete the award, one after the other. */
  List<Addition> of(List<Addition> additions) {
    List<Addition> least = new ArrayList<>(additions);
    for (int i = 0; i < least.size(); i++) {
      Addition whole = least.get(i);
      Optional<BigDecimal> credits = whole.witness().holding().credits();
      if (credits.isPresent() && isBesideAShare(whole)) {
        long low = 1;
        long high = Decimals.ceiling(credits.get());
        while (low < high) {
          long tried = low + (high - low) / 2;
          least.set(i, with(whole, tried));
          if (completes.test(least)) {
            high = tried;
          } else {
            low = tried + 1;
          }
        }
        least.set(i, with(whole, high));
      }
    }
    return least;
  }

  private boolean isBesideAShare(Addition addition) {
    return policy.portions.stream()
        .filter(portion -> addition.brings().containsKey(portion.leaf().index()))
        .anyMatch(
            portion ->
                portion
                    .part()
                    .atLeast()
                    .filter(bound -> portion.isMean() || bound.of() == Bound.Of.USED)
                    .isPresent());
  }

  private Addition with(Addition addition, long credits) {
    WitnessMaker.Witness witness = addition.witness();
    BigDecimal amount = Decimals.toDecimal(credits).stripTrailingZeros();
    Holding holding = witness.holding().toBuilder().credits(amount).build();
    Row row = eligibility.row(holding, addition.row().holding());
    return new Addition(
        new WitnessMaker.Witness(holding, witness.by()),
        row,
        least(addition.brings(), row::amount),
        least(addition.relieves(), limit -> -row.weight(limit)));
  }

  private static Map<Integer, Long> least(Map<Integer, Long> asked, IntToLongFunction given) {
    Map<Integer, Long> least = new TreeMap<>();
    asked.forEach((key, most) -> least.put(key, Math.min(most, given.applyAsLong(key))));
    return least;
  }
}
