package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Missing;

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
  private boolean proved = true;

  Completion(
      Instance instance,
      Eligibility eligibility,
      List<Holding> holdings,
      Instant at,
      Budget budget) {
    this.instance = instance;
    this.policy = instance.policy();
    this.eligibility = eligibility;
    this.holdings = holdings;
    this.budget = budget;
    this.maker = new WitnessMaker(policy, at, budget);
  }

  /** A credential to be added, and what it brings to which leaf. */
  private record Addition(WitnessMaker.Witness witness, Row row, TreeMap<Integer, Long> brings) {}

  Missing missing(Shortfall shortfall) {
    List<Missing.Alternative> alternatives = new ArrayList<>();
    try {
      for (Shortfall.Way way : shortfall.ways()) {
        List<Addition> additions = additions(way);
        if (!additions.isEmpty() && completes(additions)) {
          alternatives.add(alternative(needed(additions)));
        }
      }
    } catch (Budget.Exceeded e) {
      proved = false;
    }
    return new Missing(proved && shortfall.isProved(), alternatives);
  }

  /** Credentials for all shortages of a way; none when some shortage cannot be repaired. */
  private List<Addition> additions(Shortfall.Way way) {
    long[] left = way.missing().clone();
    List<Leaf> countsFirst = new ArrayList<>(policy.leaves);
    countsFirst.sort(Comparator.comparing(leaf -> !leaf.counts()));
    List<Addition> additions = new ArrayList<>();
    for (Leaf leaf : countsFirst) {
      while (left[leaf.index()] > 0) {
        Optional<Addition> addition = addition(leaf, left, additions);
        if (addition.isEmpty()) {
          return List.of();
        }
        if (additions.size() == MAX_CREDENTIALS) {
          proved = false;
          return List.of();
        }
        addition.get().brings().forEach((l, amount) -> left[l] -= amount);
        additions.add(addition.get());
      }
    }
    return additions;
  }

  private Optional<Addition> addition(Leaf leaf, long[] left, List<Addition> before) {
    String id = "urn:microcred:missing:" + (before.size() + 1);
    List<Leaf> joined = new ArrayList<>(List.of(leaf));
    Optional<WitnessMaker.Witness> witness = make(id, joined, left, before);
    if (witness.isEmpty()) {
      return greater(id, leaf, left[leaf.index()], before);
    }
    for (Leaf other : policy.leaves) {
      budget.spend(1);
      if (left[other.index()] > 0
          && joined.stream()
              .noneMatch(l -> l.equals(other) || policy.compete(l.index(), other.index()))) {
        joined.add(other);
        Optional<WitnessMaker.Witness> better = make(id, joined, left, before);
        if (better.isPresent()) {
          witness = better;
        } else {
          joined.remove(joined.size() - 1);
        }
      }
    }
    Row row = eligibility.row(witness.get().holding(), holdings.size() + before.size());
    TreeMap<Integer, Long> brings = new TreeMap<>();
    for (Leaf served : joined) {
      brings.put(served.index(), Math.min(left[served.index()], row.amount(served.index())));
    }
    return Optional.of(new Addition(witness.get(), row, brings));
  }

  /**
   * Where every achievement that counts is held and counts once, a second completion that brings
   * more than the first did.
   */
  private Optional<Addition> greater(String id, Leaf leaf, long left, List<Addition> before) {
    if (!leaf.distinct() || leaf.sum().filter(s -> s.of().fact().isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    int number = holdings.size() + before.size();
    long first = 0;
    Optional<WitnessMaker.Witness> witness = Optional.empty();
    Row row = new Row(number, 0, new int[0], new long[0]);
    // The first try tells which achievement it is, the second one brings enough of it.
    for (int attempt = 0; attempt < 2; attempt++) {
      Optional<BigDecimal> credits = Optional.of(Decimals.toDecimal(left + first));
      witness = maker.make(new WitnessMaker.Order(id, List.of(leaf), credits, Set.of()));
      if (witness.isEmpty()) {
        return Optional.empty();
      }
      row = eligibility.row(witness.get().holding(), number);
      first = held(leaf, row.key(), before);
    }
    long more = Math.min(left, row.amount(leaf.index()) - first);
    return more <= 0
        ? Optional.empty()
        : Optional.of(new Addition(witness.get(), row, new TreeMap<>(Map.of(leaf.index(), more))));
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

  private Optional<WitnessMaker.Witness> make(
      String id, List<Leaf> joined, long[] left, List<Addition> before) {
    Optional<BigDecimal> credits =
        joined.stream()
            .filter(l -> l.sum().filter(sum -> sum.of().fact().isEmpty()).isPresent())
            .map(l -> Decimals.toDecimal(left[l.index()]))
            .max(Comparator.naturalOrder());
    Set<String> taken = new HashSet<>();
    for (Leaf leaf : joined) {
      if (leaf.distinct()) {
        taken.addAll(achievements(leaf, before));
      }
    }
    return maker.make(new WitnessMaker.Order(id, joined, credits, taken));
  }

  /** What counts in a leaf already, and must not come again where it counts once. */
  private Set<String> achievements(Leaf leaf, List<Addition> before) {
    Set<String> achievements = new HashSet<>();
    for (Row row : instance.rows()) {
      budget.spend(1);
      if (row.amount(leaf.index()) > 0) {
        achievements.add(holdings.get(row.holding()).achievements().get(0));
      }
    }
    for (Addition addition : before) {
      achievements.add(addition.witness().holding().achievements().get(0));
    }
    return achievements;
  }

  private boolean completes(List<Addition> additions) {
    return Solver.solve(instance.with(additions.stream().map(Addition::row).toList()), budget)
        != null;
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

  /** Additions that repair the same leaves are one item. */
  private Missing.Alternative alternative(List<Addition> additions) {
    List<List<Addition>> groups = new ArrayList<>();
    for (Addition addition : additions) {
      List<Addition> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty()
          && last.get(0).brings().keySet().equals(addition.brings().keySet())
          && last.get(0).witness().by().equals(addition.witness().by())) {
        last.add(addition);
      } else {
        groups.add(new ArrayList<>(List.of(addition)));
      }
    }
    return new Missing.Alternative(groups.stream().map(this::item).toList());
  }

  private Missing.Item item(List<Addition> group) {
    TreeMap<Integer, Long> brings = new TreeMap<>();
    group.forEach(a -> a.brings().forEach((leaf, amount) -> brings.merge(leaf, amount, Long::sum)));
    List<Missing.Need> needs = new ArrayList<>();
    brings.forEach(
        (l, amount) -> {
          Leaf leaf = policy.leaves.get(l);
          needs.add(new Missing.Need(leaf.id(), leaf.toDecimal(amount), leaf.unit()));
        });
    needs.sort(Comparator.comparing(need -> need.unit().isPresent()));
    return new Missing.Item(
        needs,
        group.get(0).witness().by(),
        group.stream().map(a -> a.witness().holding()).toList());
  }
}
