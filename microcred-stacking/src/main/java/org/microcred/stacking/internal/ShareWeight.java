package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import org.microcred.stacking.Holding;

/**
 * A share of what a leaf uses as a limit: what the portion looks at less its share of everything
 * adds up to no more, or to no less, than nothing.
 */
final class ShareWeight implements Function<Holding, Limit.Weight> {
  private final CompiledPolicy policy;
  private final Portion portion;
  private final BigDecimal share;
  private final boolean cap;

  ShareWeight(CompiledPolicy policy, Portion portion, BigDecimal share, boolean cap) {
    this.policy = policy;
    this.portion = portion;
    this.share = share;
    this.cap = cap;
  }

  @Override
  public Limit.Weight apply(Holding holding) {
    Truth inside = policy.filters.test(portion.filter(), holding);
    Limit.Weight amount = portion.amount(policy.facts, holding);
    if (amount.worst() == Limit.Weight.NEVER) {
      return new Limit.Weight(-portion.leaf().need(), Limit.Weight.NEVER);
    }
    long best = Long.MAX_VALUE;
    long worst = Long.MIN_VALUE;
    for (Truth truth : Truth.values()) {
      if (truth != Truth.UNKNOWN && (inside == truth || inside == Truth.UNKNOWN)) {
        for (long each : new long[] {amount.best(), amount.worst()}) {
          best = Math.min(best, weight(each, truth == Truth.TRUE, RoundingMode.FLOOR));
          worst = Math.max(worst, weight(each, truth == Truth.TRUE, RoundingMode.CEILING));
        }
      }
    }
    return new Limit.Weight(best, worst);
  }

  private long weight(long amount, boolean inside, RoundingMode mode) {
    // Holdings are counted in millionths here, so that their shares are exact, too.
    BigDecimal over =
        BigDecimal.valueOf(portion.sum().isPresent() ? amount : amount * Decimals.ONE)
            .multiply(inside ? BigDecimal.ONE.subtract(share) : share.negate());
    return (cap ? over : over.negate()).setScale(0, mode).longValueExact();
  }
}
