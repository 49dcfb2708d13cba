package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.stacking.Holding;
import org.microcred.stacking.PartMeasure;

/**
 * A mean as a limit: that the mean is no less than a value means that the differences to the value,
 * each as often as its holding weighs, add up to no less than nothing.
 */
final class MeanWeight implements Function<Holding, Limit.Weight> {
  private static final BigDecimal MOST = BigDecimal.valueOf(Decimals.MAX, Decimals.SCALE);

  private final CompiledPolicy policy;
  private final Portion portion;
  private final PartMeasure.Mean mean;
  private final BigDecimal atLeast;

  MeanWeight(CompiledPolicy policy, Portion portion, PartMeasure.Mean mean, BigDecimal atLeast) {
    this.policy = policy;
    this.portion = portion;
    this.mean = mean;
    this.atLeast = atLeast;
  }

  @Override
  public Limit.Weight apply(Holding holding) {
    Truth counts = policy.filters.test(portion.filter(), holding);
    if (counts == Truth.FALSE) {
      return Limit.Weight.NONE;
    }
    Optional<BigDecimal> number = number(policy, mean, holding);
    Optional<BigDecimal> times = times(mean, holding);
    if (number.isEmpty() || times.isEmpty()) {
      return new Limit.Weight(-Decimals.MAX, Limit.Weight.NEVER);
    }
    BigDecimal below = atLeast.subtract(number.get()).multiply(times.get());
    if (below.abs().compareTo(MOST) > 0) {
      return below.signum() > 0
          ? new Limit.Weight(Decimals.MAX, Limit.Weight.NEVER)
          : Limit.Weight.of(-Decimals.MAX);
    }
    long best = scaled(below, RoundingMode.FLOOR);
    long worst = scaled(below, RoundingMode.CEILING);
    return counts == Truth.TRUE
        ? new Limit.Weight(best, worst)
        : new Limit.Weight(Math.min(0, best), Math.max(0, worst));
  }

  private static long scaled(BigDecimal value, RoundingMode mode) {
    return value.setScale(Decimals.SCALE, mode).unscaledValue().longValueExact();
  }

  /** The number whose mean is taken; empty when it is not known, or not one number. */
  static Optional<BigDecimal> number(
      CompiledPolicy policy, PartMeasure.Mean mean, Holding holding) {
    if (mean.fact().isPresent()) {
      return policy.facts.amount(mean.fact().get(), holding);
    }
    List<BigDecimal> numbers =
        holding.results().stream()
            .filter(r -> mean.description().isEmpty() || r.description().equals(mean.description()))
            .flatMap(r -> r.value().flatMap(Decimals::read).stream())
            .distinct()
            .toList();
    return numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
  }

  /** How many times the number counts. */
  static Optional<BigDecimal> times(PartMeasure.Mean mean, Holding holding) {
    return mean.weighted() ? holding.credits() : Optional.of(BigDecimal.ONE);
  }
}
