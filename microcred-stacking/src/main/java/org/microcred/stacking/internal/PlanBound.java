package org.microcred.stacking.internal;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * What a plan has to cost at least from some point on. Every rule alone is filled by the candidates
 * that are left at the best price, in parts if need be; rules that share no holding add up.
 */
final class PlanBound {
  /** There is no way at any price. */
  static final long NEVER = Long.MAX_VALUE;

  private final Instance instance;
  private final CompiledPolicy policy;
  private final List<Candidate> candidates;

  PlanBound(Instance instance, List<Candidate> candidates) {
    this.instance = instance;
    this.policy = instance.policy();
    this.candidates = candidates;
  }

  /**
   * The bound.
   *
   * @param taken the candidates that are taken
   * @param open those that may still be
   */
  long of(BitSet taken, BitSet open, Budget budget) {
    Tally tally = new Tally(policy.leaves, instance.rows(), budget);
    taken.stream().forEach(c -> tally.add(candidates.get(c).row()));
    budget.spend((long) policy.leaves.size() * (1 + open.cardinality()));
    return of(policy.root, tally, open);
  }

  private long of(Node node, Tally tally, BitSet open) {
    if (node instanceof Node.One one) {
      return ofLeaf(policy.leaves.get(one.leaf()), tally, open);
    }
    Node.Some some = (Node.Some) node;
    List<Long> cheapest =
        some.nodes().stream()
            .map(inner -> of(inner, tally, open))
            .sorted()
            .limit(some.atLeast())
            .toList();
    boolean apart = areApart(some.nodes());
    long cost = 0;
    for (long part : cheapest) {
      cost = apart ? Decimals.add(cost, part) : Math.max(cost, part);
    }
    return cost;
  }

  /** Whether what serves a rule inside one node can serve none inside another. */
  private boolean areApart(List<Node> nodes) {
    BitSet before = new BitSet();
    for (Node node : nodes) {
      BitSet here = new BitSet();
      collect(node, here);
      for (int a = here.nextSetBit(0); a >= 0; a = here.nextSetBit(a + 1)) {
        for (int b = before.nextSetBit(0); b >= 0; b = before.nextSetBit(b + 1)) {
          if (!policy.compete(a, b)) {
            return false;
          }
        }
      }
      before.or(here);
    }
    return true;
  }

  private static void collect(Node node, BitSet leaves) {
    if (node instanceof Node.One one) {
      leaves.set(one.leaf());
    } else if (node instanceof Node.Some some) {
      some.nodes().forEach(inner -> collect(inner, leaves));
    }
  }

  private long ofLeaf(Leaf leaf, Tally tally, BitSet open) {
    long missing = leaf.need() - tally.total(leaf.index());
    if (missing <= 0) {
      return 0;
    }
    List<Candidate> useful =
        open.stream()
            .mapToObj(candidates::get)
            .filter(c -> c.row().amount(leaf.index()) > 0)
            .sorted(
                Comparator.comparingDouble(c -> (double) c.cost() / c.row().amount(leaf.index())))
            .toList();
    long cost = 0;
    for (Candidate candidate : useful) {
      long amount = candidate.row().amount(leaf.index());
      if (amount >= missing) {
        // A little less, for what a double cannot say: the bound stays one from below.
        double part = (double) candidate.cost() * missing / amount;
        return Decimals.add(cost, Math.max(0, (long) (part * (1 - 1e-9)) - 1));
      }
      missing -= amount;
      cost = Decimals.add(cost, candidate.cost());
    }
    return NEVER;
  }
}
