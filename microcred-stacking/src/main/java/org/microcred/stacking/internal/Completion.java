package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.microcred.stacking.Bound;
import org.microcred.stacking.DistinctBy;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Missing;
import org.microcred.stacking.Rule;
import org.microcred.stacking.StackCase;

/**
 * Turns shortages into further credentials that would complete the award: jointly, so that one
 * credential repairs every shortage that it may. Each way is checked by the solver.
 */
final class Completion {
  private static final int MAX_CREDENTIALS = 500;

  /** Beyond this, taking credentials out again one by one is not tried. */
  private static final int MAX_CHECKED = 60;

  private final Instance instance;
  private final CompiledPolicy policy;
  private final Eligibility eligibility;
  private final List<Holding> holdings;
  private final Budget budget;
  private final WitnessMaker maker;
  private final MissingItems items;
  private boolean proved = true;

  Completion(
      Instance instance,
      Eligibility eligibility,
      Admission admission,
      StackCase stackCase,
      Budget budget) {
    this.instance = instance;
    this.policy = instance.policy();
    this.eligibility = eligibility;
    this.holdings = admission.admitted;
    this.budget = budget;
    maker = new WitnessMaker(policy, stackCase.at(), budget);
    items =
        new MissingItems(instance, new LastDay(policy, stackCase, admission.adjustments, budget));
  }

  Missing missing(Shortfall shortfall) {
    List<Missing.Alternative> alternatives = new ArrayList<>();
    try {
      for (Shortfall.Way way : shortfall.ways()) {
        List<Addition> additions = additions(way);
        if (!additions.isEmpty() && completes(additions)) {
          alternatives.add(items.alternative(least(needed(additions))));
        }
      }
    } catch (Budget.Exceeded e) {
      proved = false;
    }
    return new Missing(proved && items.isProved() && shortfall.isProved(), alternatives);
  }

  /** Credentials for all shortages of a way; none when some shortage cannot be repaired. */
  private List<Addition> additions(Shortfall.Way way) {
    Shortage shortage = new Shortage(way.missing().clone(), way.lacking().clone());
    List<Leaf> countsFirst = new ArrayList<>(policy.leaves);
    countsFirst.sort(Comparator.comparing(leaf -> !leaf.counts()));
    List<Addition> additions = new ArrayList<>();
    for (Leaf leaf : countsFirst) {
      while (shortage.isIn(leaf)) {
        Optional<Addition> addition = addition(leaf, shortage, additions);
        if (addition.isEmpty() || !shortage.repair(addition.get())) {
          return List.of();
        }
        if (additions.size() == MAX_CREDENTIALS) {
          proved = false;
          return List.of();
        }
        additions.add(addition.get());
      }
    }
    return additions;
  }

  /** What is still missing. */
  private final class Shortage {
    final long[] left;
    final long[] lacking;

    Shortage(long[] left, long[] lacking) {
      this.left = left;
      this.lacking = lacking;
    }

    boolean isIn(Leaf leaf) {
      return left[leaf.index()] > 0 || !limits(leaf).isEmpty();
    }

    /** The minima of a leaf that lack something. */
    List<Limit> limits(Leaf leaf) {
      return instance.limits().stream()
          .filter(l -> lacking[l.index()] > 0 && l.leaves().get(leaf.index()))
          .toList();
    }

    /** Takes off what is brought; false when that is nothing. */
    boolean repair(Addition addition) {
      addition.brings().forEach((leaf, amount) -> left[leaf] -= amount);
      addition.relieves().forEach((limit, amount) -> lacking[limit] -= amount);
      return addition.brings().values().stream().anyMatch(amount -> amount > 0)
          || !addition.relieves().isEmpty();
    }

    /** The credits that would repair some leaves at once. */
    Optional<BigDecimal> credits(List<Leaf> joined) {
      List<BigDecimal> amounts = new ArrayList<>();
      for (Leaf leaf : joined) {
        leaf.sum()
            .filter(Completion::isCredits)
            .ifPresent(s -> amounts.add(Decimals.toDecimal(left[leaf.index()])));
        for (Limit limit : limits(leaf)) {
          limit
              .portion()
              .flatMap(Portion::sum)
              .filter(Completion::isCredits)
              .ifPresent(s -> amounts.add(Decimals.toDecimal(lacking[limit.index()])));
        }
      }
      return amounts.stream().max(Comparator.naturalOrder()).filter(a -> a.signum() > 0);
    }
  }

  private static boolean isCredits(Rule.Sum sum) {
    return sum.of().fact().isEmpty();
  }

  private Optional<Addition> addition(Leaf leaf, Shortage shortage, List<Addition> before) {
    String id = "urn:microcred:missing:" + (before.size() + 1);
    List<Leaf> joined = new ArrayList<>(List.of(leaf));
    Optional<WitnessMaker.Witness> witness = make(id, joined, shortage, before);
    if (witness.isEmpty()) {
      return greater(id, leaf, shortage.left[leaf.index()], before);
    }
    for (Leaf other : policy.leaves) {
      budget.spend(1);
      if (shortage.isIn(other)
          && joined.stream()
              .noneMatch(l -> l.equals(other) || policy.compete(l.index(), other.index()))) {
        joined.add(other);
        Optional<WitnessMaker.Witness> better = make(id, joined, shortage, before);
        if (better.isPresent()) {
          witness = better;
        } else {
          joined.remove(joined.size() - 1);
        }
      }
    }
    Row row = eligibility.row(witness.get().holding(), holdings.size() + before.size());
    TreeMap<Integer, Long> brings = new TreeMap<>();
    TreeMap<Integer, Long> relieves = new TreeMap<>();
    for (Leaf served : joined) {
      int l = served.index();
      brings.put(l, Math.min(shortage.left[l], row.amount(l)));
      for (Limit limit : shortage.limits(served)) {
        long relief = Math.min(shortage.lacking[limit.index()], -row.weight(limit.index()));
        if (relief > 0) {
          relieves.put(limit.index(), relief);
        }
      }
    }
    return Optional.of(new Addition(witness.get(), row, brings, relieves));
  }

  /**
   * Where every achievement that counts is held and counts once, a second completion that brings
   * more than the first did.
   */
  private Optional<Addition> greater(String id, Leaf leaf, long left, List<Addition> before) {
    if (!leaf.isByAchievement() || leaf.sum().filter(Completion::isCredits).isEmpty()) {
      return Optional.empty();
    }
    int number = holdings.size() + before.size();
    long first = 0;
    Optional<WitnessMaker.Witness> witness = Optional.empty();
    Row row = Row.useless(number);
    // The first try tells which achievement it is, the second one brings enough of it.
    for (int attempt = 0; attempt < 2; attempt++) {
      Optional<BigDecimal> credits = Optional.of(Decimals.toDecimal(left + first));
      witness =
          maker.make(
              new WitnessMaker.Order(id, List.of(leaf), List.of(), List.of(), credits, Map.of()));
      if (witness.isEmpty()) {
        return Optional.empty();
      }
      row = eligibility.row(witness.get().holding(), number);
      first = held(leaf, row.key(), before);
    }
    long more = Math.min(left, row.amount(leaf.index()) - first);
    return more <= 0
        ? Optional.empty()
        : Optional.of(
            new Addition(
                witness.get(), row, new TreeMap<>(Map.of(leaf.index(), more)), new TreeMap<>()));
  }

  /** The largest amount that an achievement brings to a leaf already. */
  private long held(Leaf leaf, int key, List<Addition> before) {
    long largest = 0;
    for (Row row : instance.rows()) {
      budget.spend(1);
      largest = row.key() == key ? Math.max(largest, row.amount(leaf.index())) : largest;
    }
    for (Addition addition : before) {
      Row row = addition.row();
      largest = row.key() == key ? Math.max(largest, row.amount(leaf.index())) : largest;
    }
    return largest;
  }

  /** A holding that repairs as much as it can, off all caps; else a plain one. */
  private Optional<WitnessMaker.Witness> make(
      String id, List<Leaf> joined, Shortage shortage, List<Addition> before) {
    Map<DistinctBy, Set<String>> taken = taken(joined, before);
    List<Filter> wanted = new ArrayList<>();
    List<Filter> unwanted = new ArrayList<>();
    for (Leaf leaf : joined) {
      for (Portion portion : policy.portions) {
        if (portion.leaf().equals(leaf)) {
          portion.part().atMost().ifPresent(cap -> unwanted.add(portion.filter()));
          portion
              .part()
              .atLeast()
              .filter(bound -> bound.of() == Bound.Of.USED)
              .ifPresent(bound -> wanted.add(portion.filter()));
        }
      }
      shortage
          .limits(leaf)
          .forEach(limit -> limit.portion().ifPresent(p -> wanted.add(p.filter())));
    }
    Optional<BigDecimal> credits = shortage.credits(joined);
    List<WitnessMaker.Order> orders = new ArrayList<>();
    orders.add(new WitnessMaker.Order(id, joined, wanted, unwanted, credits, taken));
    if (!unwanted.isEmpty()) {
      orders.add(new WitnessMaker.Order(id, joined, wanted, List.of(), credits, taken));
    }
    for (Filter one : wanted.size() > 1 ? wanted : List.<Filter>of()) {
      orders.add(new WitnessMaker.Order(id, joined, List.of(one), unwanted, credits, taken));
    }
    return orders.stream().flatMap(order -> maker.make(order).stream()).findFirst();
  }

  /** What counts already, and must not come again where it counts once. */
  private Map<DistinctBy, Set<String>> taken(List<Leaf> joined, List<Addition> before) {
    Map<DistinctBy, Set<String>> taken = new EnumMap<>(DistinctBy.class);
    for (Leaf leaf : joined) {
      if (leaf.distinct()) {
        DistinctBy by = leaf.distinctBy().orElseThrow();
        Set<String> values = taken.computeIfAbsent(by, b -> new HashSet<>());
        for (Row row : instance.rows()) {
          budget.spend(1);
          if (row.serves(leaf.index())) {
            values.addAll(RowMaker.identities(by, holdings.get(row.holding())));
          }
        }
        before.forEach(a -> values.addAll(RowMaker.identities(by, a.witness().holding())));
      }
    }
    return taken;
  }

  private boolean completes(List<Addition> additions) {
    Instance all =
        eligibility.with(
            instance,
            additions.stream().map(a -> a.witness().holding()).toList(),
            additions.stream().map(Addition::row).toList(),
            budget);
    return Solver.earns(all, budget);
  }

  private List<Addition> least(List<Addition> additions) {
    try {
      return new LeastAmounts(policy, eligibility, this::completes).of(additions);
    } catch (Budget.Exceeded e) {
      proved = false;
      return additions;
    }
  }

  /** The additions without those that others make unnecessary. */
  private List<Addition> needed(List<Addition> additions) {
    List<Addition> needed = new ArrayList<>(additions);
    if (additions.size() > MAX_CHECKED) {
      return needed;
    }
    for (int i = needed.size() - 1; i >= 0; i--) {
      Addition removed = needed.remove(i);
      if (!completes(needed)) {
        needed.add(i, removed);
      }
    }
    return needed;
  }
}
