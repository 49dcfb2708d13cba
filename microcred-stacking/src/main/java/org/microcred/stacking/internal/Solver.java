package org.microcred.stacking.internal;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides exactly whether holdings earn an award. Leaves that cannot be reached, and leaves that no
 * other leaf competes with, are settled by counting; what stays open is tried route by route, each
 * route's leaves split into independent components.
 */
final class Solver {
  private final Instance instance;
  private final CompiledPolicy policy;
  private final Budget budget;

  /** Leaves that are met for certain. */
  private final BitSet settled = new BitSet();

  /** Leaves that cannot be met. */
  private final BitSet closed = new BitSet();

  /** Leaves that could still matter. */
  private BitSet open = new BitSet();

  private Solver(Instance instance, Budget budget) {
    this.instance = instance;
    this.policy = instance.policy();
    this.budget = budget;
  }

  /** Whether the award is earned; cheaper than to say how. */
  static boolean earns(Instance instance, Budget budget) {
    Truth plain = Contest.earns(instance, budget);
    return plain == Truth.UNKNOWN ? solve(instance, budget) != null : plain == Truth.TRUE;
  }

  /** An assignment that earns the award, or null when there is none. */
  static @Nullable Assignment solve(Instance instance, Budget budget) {
    return new Solver(instance, budget).run();
  }

  private @Nullable Assignment run() {
    Tally tally = new Tally(policy.leaves, instance.rows(), budget);
    for (Leaf leaf : policy.leaves) {
      open.set(leaf.index(), tally.reaches(leaf.index()));
    }
    Truth answer;
    BitSet before;
    do {
      before = (BitSet) open.clone();
      settle();
      before.andNot(closed);
      answer = truth(policy.root);
      open = new BitSet();
      if (answer == Truth.UNKNOWN) {
        keepOpen(policy.root, before);
      }
    } while (answer == Truth.UNKNOWN && !open.equals(before));
    return answer == Truth.FALSE ? null : routes();
  }

  /** Settles the open leaves that no other open leaf has to do with. */
  private void settle() {
    BitSet contested = contested();
    BitSet bound = new BitSet();
    for (Limit limit : instance.binding(instance.rows(open), open, budget)) {
      BitSet concerned = (BitSet) limit.leaves().clone();
      concerned.and(open);
      bound.or(concerned);
      if (concerned.cardinality() > 1) {
        contested.or(concerned);
      }
    }
    open.stream()
        .filter(leaf -> !contested.get(leaf))
        .forEach(leaf -> (isMetAlone(leaf, bound.get(leaf)) ? settled : closed).set(leaf));
    open.andNot(closed);
  }

  /** Whether a leaf that has nothing to do with others can be met; its sum is known to suffice. */
  private boolean isMetAlone(int leaf, boolean bound) {
    BitSet alone = new BitSet();
    alone.set(leaf);
    return !(bound || policy.leaves.get(leaf).isMatching())
        || Evaluator.solveAll(instance, instance.rows(), alone, budget) != null;
  }

  private BitSet contested() {
    BitSet contested = new BitSet();
    policy.sweeps.forEach(
        sweep -> {
          contested.or(sweep.leaves());
          if (sweep instanceof Sweep.Order order) {
            contested.set(order.leaf());
          }
        });
    if (policy.kind != CompiledPolicy.Kind.COUNTING) {
      for (Row row : instance.rows()) {
        int[] leaves = row.leaves();
        for (int a = 0; a < leaves.length; a++) {
          for (int b = a + 1; b < leaves.length; b++) {
            budget.spend(1);
            if (open.get(leaves[a])
                && open.get(leaves[b])
                && policy.compete(leaves[a], leaves[b])) {
              contested.set(leaves[a]);
              contested.set(leaves[b]);
            }
          }
        }
      }
    }
    return contested;
  }

  private Truth truth(Node node) {
    budget.spend(1);
    if (node instanceof Node.One one) {
      return settled.get(one.leaf())
          ? Truth.TRUE
          : open.get(one.leaf()) ? Truth.UNKNOWN : Truth.FALSE;
    }
    Node.Some some = (Node.Some) node;
    int yes = 0;
    int maybe = 0;
    for (Node inner : some.nodes()) {
      Truth answer = truth(inner);
      yes += answer == Truth.TRUE ? 1 : 0;
      maybe += answer == Truth.UNKNOWN ? 1 : 0;
    }
    return yes >= some.atLeast()
        ? Truth.TRUE
        : yes + maybe >= some.atLeast() ? Truth.UNKNOWN : Truth.FALSE;
  }

  private void keepOpen(Node node, BitSet before) {
    if (node instanceof Node.One one) {
      open.set(one.leaf(), before.get(one.leaf()) && !settled.get(one.leaf()));
    } else if (node instanceof Node.Some some) {
      // An answer inside depends on the leaves that were open, not on those kept so far.
      BitSet kept = open;
      for (Node inner : some.nodes()) {
        open = before;
        Truth answer = truth(inner);
        open = kept;
        if (answer == Truth.UNKNOWN) {
          keepOpen(inner, before);
        }
      }
    }
  }

  /** Choices still to be made, as a linked list shared between routes. */
  private record Choice(int atLeast, List<Node> among, @Nullable Choice rest) {}

  /** A route so far: leaves that it needs, choices that it has to make. */
  private static final class Route {
    final BitSet needed;
    @Nullable Choice choices;
    boolean feasible;

    Route(BitSet needed, @Nullable Choice choices, boolean feasible) {
      this.needed = needed;
      this.choices = choices;
      this.feasible = feasible;
    }
  }

  private @Nullable Assignment routes() {
    Deque<Route> stack = new ArrayDeque<>();
    Route start = new Route(new BitSet(), null, false);
    expand(policy.root, start);
    stack.push(start);
    while (!stack.isEmpty()) {
      Route route = stack.pop();
      budget.spend(1 + route.needed.size() / 64);
      Assignment assignment = route.feasible ? null : assign(route.needed);
      if (!route.feasible && assignment == null) {
        continue;
      }
      Choice choice = route.choices;
      if (choice == null) {
        return assignment == null ? assign(route.needed) : assignment;
      }
      Node first = choice.among().get(0);
      List<Node> others = choice.among().subList(1, choice.among().size());
      if (others.size() >= choice.atLeast()) {
        Choice without = new Choice(choice.atLeast(), others, choice.rest());
        stack.push(new Route(route.needed, without, true));
      }
      Choice rest =
          choice.atLeast() == 1
              ? choice.rest()
              : new Choice(choice.atLeast() - 1, others, choice.rest());
      Route with = new Route((BitSet) route.needed.clone(), rest, false);
      expand(first, with);
      stack.push(with);
    }
    return null;
  }

  /** Adds what a node needs for certain to a route, and notes its choices. */
  private void expand(Node node, Route route) {
    if (node instanceof Node.One one) {
      route.needed.set(one.leaf());
      return;
    }
    Node.Some some = (Node.Some) node;
    int left = some.atLeast();
    for (Node inner : some.nodes()) {
      if (left > 0 && truth(inner) == Truth.TRUE) {
        expand(inner, route);
        left--;
      }
    }
    List<Node> maybe = some.nodes().stream().filter(n -> truth(n) == Truth.UNKNOWN).toList();
    if (left > 0 && maybe.size() == left) {
      maybe.forEach(inner -> expand(inner, route));
    } else if (left > 0) {
      route.choices = new Choice(left, maybe, route.choices);
    }
  }

  private @Nullable Assignment assign(BitSet needed) {
    return assign(instance, needed, budget);
  }

  /** An assignment that gives every needed leaf what it needs, or null when there is none. */
  static @Nullable Assignment assign(Instance instance, BitSet needed, Budget budget) {
    return new Sweeps(instance.policy(), needed, budget)
        .first(instance.rows(), rows -> Evaluator.solveAll(instance, rows, needed, budget));
  }
}
