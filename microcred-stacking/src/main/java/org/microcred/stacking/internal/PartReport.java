package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.stacking.Bound;
import org.microcred.stacking.Holding;
import org.microcred.stacking.PartMeasure;
import org.microcred.stacking.PartResult;

/** What became of the conditions on what leaves use. */
final class PartReport {
  private final CompiledPolicy policy;
  private final List<Holding> holdings;
  private final Assignment assignment;

  PartReport(CompiledPolicy policy, List<Holding> holdings, Assignment assignment) {
    this.policy = policy;
    this.holdings = holdings;
    this.assignment = assignment;
  }

  List<PartResult> of(Leaf leaf) {
    List<PartResult> results = new ArrayList<>();
    for (Portion portion : policy.portions) {
      if (portion.leaf().equals(leaf)) {
        results.add(result(portion));
      }
    }
    return results;
  }

  private PartResult result(Portion portion) {
    BigDecimal counts = counts(portion);
    BigDecimal used = portion.toDecimal(assignment.total(portion.leaf().index()));
    Optional<BigDecimal> atLeast =
        portion.part().atLeast().map(bound -> bound(portion, bound, used, RoundingMode.CEILING));
    Optional<BigDecimal> atMost =
        portion.part().atMost().map(bound -> bound(portion, bound, used, RoundingMode.FLOOR));
    boolean empty = portion.isMean() && here(portion).isEmpty();
    return new PartResult(
        portion.part(),
        empty
            || (atLeast.map(least -> counts.compareTo(least) >= 0).orElse(true)
                && atMost.map(most -> counts.compareTo(most) <= 0).orElse(true)),
        counts,
        atLeast,
        atMost,
        portion.unit());
  }

  private BigDecimal bound(Portion portion, Bound bound, BigDecimal used, RoundingMode mode) {
    if (portion.isMean()) {
      return bound.value();
    } else if (bound.of() == Bound.Of.USED) {
      return Decimals.plain(used.multiply(bound.value()).movePointLeft(2));
    }
    return portion.toDecimal(Limits.absolute(policy, portion, bound, mode));
  }

  /** The holdings that serve the leaf and that the portion looks at. */
  private List<Holding> here(Portion portion) {
    return assignment.services.stream()
        .filter(service -> service.leaf() == portion.leaf().index())
        .map(service -> holdings.get(service.row().holding()))
        .filter(holding -> policy.filters.test(portion.filter(), holding) == Truth.TRUE)
        .toList();
  }

  private BigDecimal counts(Portion portion) {
    if (portion.part().measure() instanceof PartMeasure.Mean mean) {
      return mean(portion, mean);
    }
    long sum = 0;
    for (Holding holding : here(portion)) {
      sum = Decimals.add(sum, portion.amount(policy.facts, holding).best());
    }
    return portion.toDecimal(sum);
  }

  private BigDecimal mean(Portion portion, PartMeasure.Mean mean) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal times = BigDecimal.ZERO;
    for (Holding holding : here(portion)) {
      BigDecimal weight = MeanWeight.times(mean, holding).orElse(BigDecimal.ZERO);
      BigDecimal number = MeanWeight.number(policy, mean, holding).orElse(BigDecimal.ZERO);
      total = total.add(weight.multiply(number));
      times = times.add(weight);
    }
    return times.signum() == 0
        ? BigDecimal.ZERO
        : Decimals.plain(total.divide(times, Decimals.SCALE, RoundingMode.FLOOR));
  }
}
