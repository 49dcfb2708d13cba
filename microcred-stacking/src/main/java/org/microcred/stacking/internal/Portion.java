package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.Optional;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Part;
import org.microcred.stacking.PartMeasure;
import org.microcred.stacking.Rule;

/**
 * A condition on what a leaf uses, compiled.
 *
 * @param leaf the leaf
 * @param part the condition
 * @param filter its filter and those of its parents
 * @param sum what it adds up; otherwise holdings are counted
 * @param unit the base unit of what it adds up
 */
record Portion(Leaf leaf, Part part, Filter filter, Optional<Rule.Sum> sum, Optional<String> unit) {
  static Portion of(Leaf leaf, Part part, Filter filter, Units units) {
    Optional<Rule.Sum> sum = Optional.empty();
    if (part.measure() instanceof PartMeasure.OfRule) {
      sum = leaf.sum();
    } else if (part.measure() instanceof PartMeasure.Sum own) {
      sum = Optional.of(Leaf.measured(part.id(), own.of(), own.unit(), own.absentIsZero()));
    }
    return new Portion(leaf, part, filter, sum, sum.map(s -> units.base(s.unit())));
  }

  /** Whether it adds up what its leaf adds up. */
  boolean isOfRule() {
    return part.measure() instanceof PartMeasure.OfRule;
  }

  boolean isMean() {
    return part.measure() instanceof PartMeasure.Mean;
  }

  /** What it adds up of a holding that it looks at, in the smallest unit: for certain, at best. */
  Limit.Weight amount(Facts facts, Holding holding) {
    if (sum.isEmpty()) {
      return Limit.Weight.of(1);
    }
    Optional<BigDecimal> known = facts.quantity(sum.get(), holding).known();
    return new Limit.Weight(
        known.map(Decimals::floor).orElse(0L),
        known.map(Decimals::ceiling).orElse(Limit.Weight.NEVER));
  }

  BigDecimal toDecimal(long amount) {
    return sum.isPresent() ? Decimals.toDecimal(amount) : BigDecimal.valueOf(amount);
  }
}
