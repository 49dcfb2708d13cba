package org.microcred.stacking.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.DistinctBy;
import org.microcred.stacking.Divisible;
import org.microcred.stacking.HeldAlignment;
import org.microcred.stacking.Holding;

/** Makes the rows of one case: numbers for names, weights for limits, days for dates. */
final class RowMaker {
  /** The value of a holding that has none, where what is not known helps: one of its own. */
  private static final String OWN = "\u0000own ";

  private final CompiledPolicy policy;
  private final Wholes wholes;
  private final Adjustments adjustments;
  private final List<Limit> limits;
  private final Map<DistinctBy, Map<String, Integer>> numbers = new EnumMap<>(DistinctBy.class);
  private int numbered;

  RowMaker(CompiledPolicy policy, Wholes wholes, Adjustments adjustments) {
    this.adjustments = adjustments;
    this.policy = policy;
    this.wholes = wholes;
    limits = new ArrayList<>(policy.limits);
    limits.addAll(wholes.limits());
  }

  List<Limit> limits() {
    return limits;
  }

  Row row(int h, Holding holding, List<Eligibility.Link> links, boolean optimistic) {
    int key = number(DistinctBy.ACHIEVEMENT, policy.identity(holding));
    int day = day(holding, optimistic);
    int[] ls = new int[links.size()];
    long[] as = new long[links.size()];
    int[][] vs = new int[links.size()][];
    int n = 0;
    Map<Integer, Long> weights = weights(h, holding, optimistic);
    for (Eligibility.Link link : links) {
      Leaf leaf = policy.leaves.get(link.leaf());
      long amount = optimistic ? link.most() : link.least();
      int[] values = values(h, holding, leaf, key, optimistic);
      if (amount > 0
          && (!leaf.distinct() || values.length > 0)
          && (day != NO_DAY || !policy.isTimed(leaf.index()))
          && !isForbidden(leaf, weights)) {
        ls[n] = link.leaf();
        as[n] = amount;
        vs[n++] = values;
      }
    }
    int[] ids =
        weights.isEmpty()
            ? Row.NONE
            : weights.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    long[] ws = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      ws[i] = weights.getOrDefault(ids[i], 0L);
    }
    boolean all = n == ls.length;
    return new Row(
        h,
        key,
        day,
        all ? ls : Arrays.copyOf(ls, n),
        all ? as : Arrays.copyOf(as, n),
        all ? vs : Arrays.copyOf(vs, n),
        ids,
        ws,
        step(holding, optimistic),
        new long[0]);
  }

  /** The smallest part that a holding may give; 0 when it is not known that it may be split. */
  private long step(Holding holding, boolean optimistic) {
    for (Divisible divisible : policy.document.divisible()) {
      Truth applies = policy.filters.test(divisible.from(), holding);
      if (applies == Truth.TRUE || (applies == Truth.UNKNOWN && optimistic)) {
        return Decimals.floor(divisible.step());
      } else if (applies == Truth.UNKNOWN) {
        return 0;
      }
    }
    return 0;
  }

  /** Days farther away than this are not told apart. */
  private static final long FAR = 1_000_000_000;

  private static final int NO_DAY = Integer.MAX_VALUE;

  private int day(Holding holding, boolean optimistic) {
    Optional<LocalDate> day = holding.awardedDay();
    Optional<Instant> awarded = holding.awarded();
    if (day.isEmpty() && awarded.isEmpty()) {
      return optimistic ? Row.ANY_DAY : NO_DAY;
    }
    long number =
        day.isPresent() ? day.get().toEpochDay() : policy.filters.days.number(awarded.get());
    return (int) Math.max(-FAR, Math.min(FAR, number));
  }

  private Map<Integer, Long> weights(int h, Holding holding, boolean optimistic) {
    if (limits.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Long> weights = new HashMap<>();
    for (Limit limit : limits) {
      long weight = wholes.weight(h, limit);
      if (limit.index() < policy.limits.size()) {
        Limit.Weight weighed = limit.weigh().apply(adjustments.view(holding));
        weight = optimistic ? weighed.best() : weighed.worst();
      }
      if (weight != 0) {
        weights.put(limit.index(), weight);
      }
    }
    return weights;
  }

  private boolean isForbidden(Leaf leaf, Map<Integer, Long> weights) {
    return !weights.isEmpty()
        && limits.stream()
            .anyMatch(
                limit ->
                    limit.leaves().get(leaf.index())
                        && weights.getOrDefault(limit.index(), 0L) == Limit.Weight.NEVER);
  }

  private int[] values(int h, Holding holding, Leaf leaf, int key, boolean optimistic) {
    if (!leaf.distinct()) {
      return Row.NONE;
    } else if (leaf.isByAchievement()) {
      return new int[] {key};
    }
    DistinctBy by = leaf.distinctBy().orElseThrow();
    List<String> names = names(by, holding);
    return names.isEmpty() && optimistic
        ? new int[] {number(by, OWN + h)}
        : names.stream().distinct().mapToInt(name -> number(by, name)).toArray();
  }

  private static List<String> names(DistinctBy by, Holding holding) {
    return switch (by) {
      case ACHIEVEMENT -> holding.achievements();
      case ISSUER -> holding.issuer().map(List::of).orElse(List.of());
      case TAG -> holding.tags();
      case ALIGNMENT -> holding.alignments().stream().map(HeldAlignment::targetUrl).toList();
    };
  }

  /** The values by which a holding is told apart from others. */
  static List<String> identities(DistinctBy by, Holding holding) {
    return by == DistinctBy.ACHIEVEMENT ? holding.achievements().subList(0, 1) : names(by, holding);
  }

  private int number(DistinctBy by, String name) {
    return numbers.computeIfAbsent(by, b -> new HashMap<>()).computeIfAbsent(name, n -> numbered++);
  }

  /** Whether what a holding does not say matters to a limit, a value or a window. */
  boolean isVague(Holding holding, List<Eligibility.Link> links) {
    return links.stream()
        .anyMatch(link -> fact(policy.leaves.get(link.leaf()), holding).isPresent());
  }

  /** Adds what a holding does not say that matters to a limit, a value or a window. */
  void unknowns(Leaf leaf, Holding holding, Set<String> facts) {
    fact(leaf, holding).ifPresent(facts::add);
  }

  private Optional<String> fact(Leaf leaf, Holding holding) {
    if (policy.isTimed(leaf.index()) && policy.filters.day(holding).isEmpty()) {
      return Optional.of("earned");
    }
    Optional<DistinctBy> by = leaf.distinctBy();
    if (by.isPresent() && names(by.get(), holding).isEmpty()) {
      return Optional.of(DistinctByName.of(by.get()));
    }
    for (Limit limit : policy.limits) {
      if (limit.leaves().get(leaf.index())) {
        Limit.Weight weight = limit.weigh().apply(adjustments.view(holding));
        if (weight.best() != weight.worst()) {
          return Optional.of(limit.portion().map(p -> p.part().id()).orElse("credits"));
        }
      }
    }
    return Optional.empty();
  }
}
