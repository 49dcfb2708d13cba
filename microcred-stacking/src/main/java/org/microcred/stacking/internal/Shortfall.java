package org.microcred.stacking.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways to the award with the least missing: for every route the assignment that comes nearest,
 * the cheapest routes first. Routes that cannot be cheaper than what is found are not looked at.
 */
final class Shortfall {
  /** How many ways are told. */
  static final int WAYS = 3;

  /** How many routes are weighed before the search for cheaper ones is given up. */
  private static final int MAX_ROUTES = 2_000;

  /**
   * One way to the award.
   *
   * @param needed its leaves
   * @param assignment what serves them
   * @param missing what is missing in every leaf
   * @param lacking what is missing in every limit that is a minimum
   * @param cost the number of holdings missing at least, then the amounts by measure
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  record Way(BitSet needed, Assignment assignment, long[] missing, long[] lacking, long[] cost) {
    /** Whether it lacks something in a leaf. */
    boolean lacks(int leaf, List<Limit> limits) {
      return missing[leaf] > 0
          || limits.stream().anyMatch(l -> lacking[l.index()] > 0 && l.leaves().get(leaf));
    }

    /** Whether another way lacks nothing that this one does not lack, too. */
    boolean isBeatenBy(Way other) {
      for (int l = 0; l < missing.length; l++) {
        if (other.missing[l] > missing[l]) {
          return false;
        }
      }
      for (int i = 0; i < lacking.length; i++) {
        if (other.lacking[i] > lacking[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private record Choice(int atLeast, List<Node> among, @Nullable Choice rest) {}

  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  private record Route(BitSet needed, @Nullable Choice choices, long[] atLeast) {}

  private final Instance instance;
  private final CompiledPolicy policy;
  private final int today;
  private final Budget budget;
  private final Measures measures;
  private final int costs;
  private final Map<Node, long[]> alone = new HashMap<>();
  private final List<Way> ways = new ArrayList<>();
  private boolean proved = true;

  private Shortfall(Instance instance, int today, Budget budget) {
    this.today = today;
    this.instance = instance;
    this.policy = instance.policy();
    this.budget = budget;
    measures = new Measures(policy.leaves, instance.limits());
    costs = measures.count();
  }

  /** Finds the ways of an instance that does not earn the award. */
  static Shortfall of(Instance instance, int today, Budget budget) {
    Shortfall shortfall = new Shortfall(instance, today, budget);
    try {
      Tally tally = new Tally(policyLeaves(instance), instance.rows(), budget);
      shortfall.alone(instance.policy().root, tally);
      shortfall.search();
    } catch (Budget.Exceeded e) {
      shortfall.proved = false;
    }
    return shortfall;
  }

  private static List<Leaf> policyLeaves(Instance instance) {
    return instance.policy().leaves;
  }

  /** The ways, cheapest first; none is beaten by another. Empty when the budget ended first. */
  List<Way> ways() {
    return ways;
  }

  /** Whether the first way is the cheapest for certain. */
  boolean isProved() {
    return proved;
  }

  /** What a node would lack if nothing else needed any holding: a bound from below. */
  private long[] alone(Node node, Tally tally) {
    budget.spend(1);
    long[] cost;
    if (node instanceof Node.One one) {
      Leaf leaf = policy.leaves.get(one.leaf());
      cost = cost(leaf, Math.max(0, leaf.need() - tally.total(leaf.index())));
    } else {
      Node.Some some = (Node.Some) node;
      List<long[]> inner =
          some.nodes().stream().map(n -> alone(n, tally)).sorted(Arrays::compare).toList();
      cost = new long[costs];
      inner.subList(0, some.atLeast()).forEach(c -> addTo(cost, c));
    }
    alone.put(node, cost);
    return cost;
  }

  /** A shortage as a cost: each leaf that counts its holdings, any other at least one. */
  private long[] cost(Leaf leaf, long missing) {
    long[] cost = new long[costs];
    if (leaf.counts()) {
      cost[0] = missing;
    } else if (missing > 0) {
      cost[0] = 1;
      cost[measures.ofLeaf(leaf.index())] = missing;
    }
    return cost;
  }

  private static void addTo(long[] cost, long[] more) {
    for (int i = 0; i < cost.length; i++) {
      cost[i] = Decimals.add(cost[i], more[i]);
    }
  }

  private void search() {
    Deque<Route> stack = new ArrayDeque<>();
    stack.push(expand(policy.root, new Route(new BitSet(), null, new long[costs])));
    int weighed = 0;
    while (!stack.isEmpty()) {
      Route route = stack.pop();
      budget.spend(1 + route.needed().size() / 64);
      Choice choice = route.choices();
      if (ways.size() == WAYS && Arrays.compare(route.atLeast(), ways.get(WAYS - 1).cost()) >= 0) {
        continue;
      }
      if (choice == null) {
        if (weighed++ == MAX_ROUTES) {
          proved = false;
          return;
        }
        weigh(route.needed()).ifPresent(this::keep);
        continue;
      }
      Node first = choice.among().get(0);
      List<Node> others = choice.among().subList(1, choice.among().size());
      if (others.size() >= choice.atLeast()) {
        Choice without = new Choice(choice.atLeast(), others, choice.rest());
        stack.push(new Route(route.needed(), without, route.atLeast()));
      }
      Choice rest =
          choice.atLeast() == 1
              ? choice.rest()
              : new Choice(choice.atLeast() - 1, others, choice.rest());
      stack.push(
          expand(first, new Route((BitSet) route.needed().clone(), rest, route.atLeast().clone())));
    }
  }

  /** The route with all that a node needs for certain; its choices are noted, cheapest first. */
  private Route expand(Node node, Route route) {
    if (node instanceof Node.One one) {
      route.needed().set(one.leaf());
      addTo(route.atLeast(), alone.getOrDefault(node, route.atLeast()));
      return route;
    }
    Node.Some some = (Node.Some) node;
    if (some.atLeast() < some.nodes().size()) {
      List<Node> cheapest =
          some.nodes().stream()
              .sorted(
                  Comparator.comparing(n -> alone.getOrDefault(n, new long[0]), Arrays::compare))
              .toList();
      return new Route(
          route.needed(), new Choice(some.atLeast(), cheapest, route.choices()), route.atLeast());
    }
    Route all = route;
    for (Node inner : some.nodes()) {
      all = expand(inner, all);
    }
    return all;
  }

  /** The nearest way through some leaves; empty when nothing that is added today completes it. */
  private Optional<Way> weigh(BitSet needed) {
    Sweeps sweeps = new Sweeps(policy, needed, budget);
    List<Way> found = new ArrayList<>();
    sweeps.each(
        instance.rows(),
        today,
        (rows, days) -> {
          Way way = weigh(needed, rows);
          if (isOpen(way, sweeps.active(), days)
              && (found.isEmpty() || Arrays.compare(way.cost(), found.get(0).cost()) < 0)) {
            found.add(0, way);
          }
        });
    return found.stream().findFirst();
  }

  /** Whether what is missing may still be earned today. */
  private boolean isOpen(Way way, List<Sweep> active, int[] days) {
    for (int i = 0; i < days.length; i++) {
      Sweep sweep = active.get(i);
      for (int l = sweep.leaves().nextSetBit(0); l >= 0; l = sweep.leaves().nextSetBit(l + 1)) {
        if (way.lacks(l, instance.limits()) && !sweep.fits(l, today, days[i])) {
          return false;
        }
      }
    }
    return true;
  }

  private Way weigh(BitSet needed, List<Row> rows) {
    Assignment assignment = new Assignment();
    for (Component component : Components.of(instance.of(rows), needed, budget)) {
      assignment.addAll(Evaluator.of(component).nearest(component, budget));
    }
    long[] held = new long[policy.leaves.size()];
    assignment.services.forEach(s -> held[s.leaf()] = Decimals.add(held[s.leaf()], s.amount()));
    long[] missing = new long[policy.leaves.size()];
    needed.stream().forEach(l -> missing[l] = Math.max(0, policy.leaves.get(l).need() - held[l]));
    long[] lacking = new long[instance.limits().size()];
    for (Limit limit : instance.limits()) {
      if (limit.soft() && limit.leaves().intersects(needed)) {
        lacking[limit.index()] = Math.max(0, assignment.load(limit) - limit.atMost());
      }
    }
    return new Way(needed, assignment, missing, lacking, cost(missing, lacking));
  }

  /** Each leaf that counts costs its holdings, any other that lacks something at least one. */
  private long[] cost(long[] missing, long[] lacking) {
    long[] cost = measures.missing(missing, lacking);
    for (Leaf leaf : policy.leaves) {
      boolean part =
          instance.limits().stream()
              .anyMatch(l -> lacking[l.index()] > 0 && l.leaves().get(leaf.index()));
      if (!leaf.counts() && (missing[leaf.index()] > 0 || part)) {
        cost[0]++;
      }
    }
    return cost;
  }

  private void keep(Way way) {
    if (ways.stream().anyMatch(way::isBeatenBy)) {
      return;
    }
    ways.removeIf(kept -> kept.isBeatenBy(way));
    ways.add(way);
    ways.sort((a, b) -> Arrays.compare(a.cost(), b.cost()));
    if (ways.size() > WAYS) {
      ways.remove(WAYS);
    }
  }
}
