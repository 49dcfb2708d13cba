package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.stacking.AwardSharing;
import org.microcred.stacking.Bound;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Measure;
import org.microcred.stacking.Part;
import org.microcred.stacking.PartMeasure;
import org.microcred.stacking.Reason;
import org.microcred.stacking.Rule;

/** Makes limits of all that a policy says about what is used together. */
final class Limits {
  private final CompiledPolicy policy;
  private final BitSet everywhere = new BitSet();
  private final List<Limit> limits = new ArrayList<>();
  private final List<Portion> portions = new ArrayList<>();

  Limits(CompiledPolicy policy) {
    this.policy = policy;
    everywhere.set(0, policy.leaves.size());
    for (Leaf leaf : policy.leaves) {
      leaf.ofWhich().forEach(part -> portion(leaf, part, Filter.ANY));
    }
    PolicyDocument document = policy.document;
    document.relations().equivalent().forEach(group -> once(group, Reason.DUPLICATE));
    document.relations().conflicts().forEach(group -> once(group, Reason.CONFLICT));
    document.sharing().withAward().forEach(this::shared);
  }

  List<Limit> limits() {
    return limits;
  }

  List<Portion> portions() {
    return portions;
  }

  private void add(
      BitSet leaves,
      long atMost,
      boolean soft,
      Reason reason,
      Optional<Portion> portion,
      Function<Holding, Limit.Weight> weigh) {
    limits.add(new Limit(limits.size(), leaves, atMost, soft, reason, portion, weigh));
  }

  private void once(List<String> group, Reason reason) {
    add(
        everywhere,
        1,
        false,
        reason,
        Optional.empty(),
        holding ->
            Collections.disjoint(policy.filters.achievements(holding), group)
                ? Limit.Weight.NONE
                : Limit.Weight.of(1));
  }

  private void shared(AwardSharing sharing) {
    sharing.count().ifPresent(count -> shared(sharing, count, holding -> Limit.Weight.of(1)));
    sharing
        .credits()
        .ifPresent(
            credits -> {
              Rule.Sum sum = Leaf.measured("", Measure.credits(), credits.unit(), false);
              BigDecimal most = policy.units.toBase(credits.value(), credits.unit());
              shared(sharing, Decimals.floor(most), h -> mostOf(sum, h));
            });
    if (!sharing.only().equals(Filter.ANY)) {
      shared(
          sharing,
          0,
          holding ->
              switch (policy.filters.test(sharing.only(), holding)) {
                case TRUE -> Limit.Weight.NONE;
                case UNKNOWN -> new Limit.Weight(0, Limit.Weight.NEVER);
                case FALSE -> new Limit.Weight(Limit.Weight.NEVER, Limit.Weight.NEVER);
              });
    }
  }

  private void shared(AwardSharing sharing, long atMost, Function<Holding, Limit.Weight> weigh) {
    add(
        everywhere,
        atMost,
        false,
        Reason.ALREADY_USED,
        Optional.empty(),
        holding ->
            isShared(holding.usedIn(), sharing.award()) ? weigh.apply(holding) : Limit.Weight.NONE);
  }

  private static boolean isShared(List<String> usedIn, String award) {
    return award.equals(AwardSharing.ANY) ? !usedIn.isEmpty() : usedIn.contains(award);
  }

  private Limit.Weight mostOf(Rule.Sum sum, Holding holding) {
    Optional<BigDecimal> known = policy.facts.quantity(sum, holding).known();
    return new Limit.Weight(
        known.map(Decimals::floor).orElse(0L),
        known.map(Decimals::ceiling).orElse(Limit.Weight.NEVER));
  }

  private void portion(Leaf leaf, Part part, Filter outer) {
    Filter filter = new Filter.AllOf(List.of(outer, part.from()));
    Portion portion = Portion.of(leaf, part, filter, policy.units);
    portions.add(portion);
    BitSet here = new BitSet();
    here.set(leaf.index());
    part.atMost()
        .ifPresent(
            bound ->
                add(
                    here,
                    bound.of() == Bound.Of.USED
                        ? 0
                        : absolute(policy, portion, bound, RoundingMode.FLOOR),
                    false,
                    Reason.CAP_REACHED,
                    Optional.of(portion),
                    weigh(portion, bound, true)));
    part.atLeast()
        .ifPresent(
            bound ->
                add(
                    here,
                    portion.isMean() || bound.of() == Bound.Of.USED
                        ? 0
                        : -absolute(policy, portion, bound, RoundingMode.CEILING),
                    !portion.isMean() && bound.of() != Bound.Of.USED,
                    Reason.BELOW_MINIMUM,
                    Optional.of(portion),
                    weigh(portion, bound, false)));
    part.ofWhich().forEach(inner -> portion(leaf, inner, filter));
  }

  /** The bound in the smallest unit of what the portion adds up. */
  static long absolute(CompiledPolicy policy, Portion portion, Bound bound, RoundingMode mode) {
    BigDecimal value = bound.value();
    if (bound.of() == Bound.Of.REQUIRED) {
      value = portion.leaf().toDecimal(portion.leaf().need()).multiply(value).movePointLeft(2);
    }
    if (portion.sum().isEmpty()) {
      return value.setScale(0, mode).longValueExact();
    } else if (bound.of() == Bound.Of.NOTHING) {
      value = policy.units.toBase(value, portion.sum().get().unit());
    }
    return mode == RoundingMode.FLOOR ? Decimals.floor(value) : Decimals.ceiling(value);
  }

  private Function<Holding, Limit.Weight> weigh(Portion portion, Bound bound, boolean cap) {
    if (portion.part().measure() instanceof PartMeasure.Mean mean) {
      return new MeanWeight(policy, portion, mean, bound.value());
    } else if (bound.of() == Bound.Of.USED) {
      return new ShareWeight(policy, portion, bound.value().movePointLeft(2), cap);
    }
    return holding -> {
      Truth truth = policy.filters.test(portion.filter(), holding);
      if (truth == Truth.FALSE) {
        return Limit.Weight.NONE;
      }
      Limit.Weight amount = portion.amount(policy.facts, holding);
      return cap
          ? new Limit.Weight(truth == Truth.TRUE ? amount.best() : 0, amount.worst())
          : new Limit.Weight(
              -Math.min(Decimals.MAX, amount.worst()), truth == Truth.TRUE ? -amount.best() : 0);
    };
  }
}
