package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.microcred.stacking.Lint;
import org.microcred.stacking.Lint.Cause;
import org.microcred.stacking.Lint.Effort;
import org.microcred.stacking.Rule;

/** How each rule of a policy is decided at worst, and why. */
final class Costs {
  /** So many rules are compared with each other; of more nothing is known about what competes. */
  private static final int MAX_COMPARED = 300;

  private final CompiledPolicy policy;
  private final Imagined imagined;
  private final PolicyDocument document;
  private final List<BitSet> wanting = new ArrayList<>();
  private final List<Lint.Cost> costs = new ArrayList<>();

  /**
   * Prepares the costs.
   *
   * @param policy the policy, compiled
   * @param imagined what can be imagined for it
   * @param document the policy, with what it accepts
   */
  Costs(CompiledPolicy policy, Imagined imagined, PolicyDocument document) {
    this.policy = policy;
    this.imagined = imagined;
    this.document = document;
    policy.leaves.forEach(leaf -> wanting.add(new BitSet()));
    for (Leaf a : policy.leaves) {
      for (Leaf b : policy.leaves.subList(a.index() + 1, policy.leaves.size())) {
        if (mayWant(a, b)) {
          wanting.get(a.index()).set(b.index());
          wanting.get(b.index()).set(a.index());
        }
      }
    }
  }

  /** Whether one credential could serve either of two rules that do not share it. */
  private boolean mayWant(Leaf a, Leaf b) {
    return policy.compete(a.index(), b.index())
        && !(a.rule() instanceof Rule.Before)
        && !(b.rule() instanceof Rule.Before)
        && (policy.leaves.size() > MAX_COMPARED
            || imagined.exists(Imagined.Question.of(a.filter(), b.filter(), document.accept()))
                != Truth.FALSE);
  }

  List<Lint.Cost> all() {
    tell(policy.root);
    return costs;
  }

  private Effort tell(Node node) {
    int at = costs.size();
    Lint.Cost cost;
    if (node instanceof Node.One one) {
      cost = leaf(policy.leaves.get(one.leaf()));
      costs.add(cost);
      return cost.effort();
    }
    Node.Some some = (Node.Some) node;
    Effort worst = Effort.COUNTING;
    for (Node inner : some.nodes()) {
      Effort effort = tell(inner);
      worst = effort.compareTo(worst) > 0 ? effort : worst;
    }
    boolean tried = some.atLeast() < some.nodes().size() && worst != Effort.COUNTING;
    cost =
        new Lint.Cost(
            node.rule().id(),
            tried ? Effort.SEARCH : worst,
            Optional.of(Cause.ALTERNATIVES).filter(c -> tried),
            List.of());
    costs.add(at, cost);
    return cost.effort();
  }

  private Lint.Cost leaf(Leaf leaf) {
    BitSet component = component(leaf);
    BitSet others = (BitSet) component.clone();
    others.clear(leaf.index());
    for (int l = component.nextSetBit(0); l >= 0; l = component.nextSetBit(l + 1)) {
      if (!policy.leaves.get(l).ofWhich().isEmpty()) {
        return cost(leaf, Effort.SEARCH, Cause.PARTS, others);
      }
    }
    if (!document.relations().equivalent().isEmpty()
        || !document.relations().conflicts().isEmpty()) {
      return cost(leaf, Effort.SEARCH, Cause.ONE_COUNTS, others);
    } else if (!document.sharing().withAward().isEmpty()) {
      return cost(leaf, Effort.SEARCH, Cause.OTHER_AWARDS, others);
    }
    boolean timed =
        policy.sweeps.stream()
            .anyMatch(
                sweep ->
                    sweep.leaves().intersects(component)
                        || (sweep instanceof Sweep.Order order && order.leaf() == leaf.index()));
    Lint.Cost cost = untimed(leaf, component, others);
    return timed && cost.effort() != Effort.SEARCH
        ? cost(leaf, Effort.SWEEP, Cause.DAYS, others)
        : cost;
  }

  private Lint.Cost untimed(Leaf leaf, BitSet component, BitSet others) {
    if (others.isEmpty()) {
      return leaf.isMatching()
          ? cost(leaf, Effort.FLOW, Cause.SEVERAL_VALUES, others)
          : new Lint.Cost(leaf.id(), Effort.COUNTING, Optional.empty(), List.of());
    }
    boolean allCount = true;
    for (int a = component.nextSetBit(0); a >= 0; a = component.nextSetBit(a + 1)) {
      allCount &= policy.leaves.get(a).counts();
      for (int b = component.nextSetBit(a + 1); b >= 0; b = component.nextSetBit(b + 1)) {
        if (!policy.compete(a, b)) {
          return cost(leaf, Effort.SEARCH, Cause.SOME_SHARE, others);
        }
      }
    }
    boolean split =
        !document.divisible().isEmpty()
            && component.stream().noneMatch(l -> policy.leaves.get(l).counts())
            && component.stream().mapToObj(l -> policy.leaves.get(l).unit()).distinct().count()
                == 1;
    return allCount || split
        ? cost(leaf, Effort.FLOW, Cause.COMPETES, others)
        : cost(leaf, Effort.SEARCH, Cause.AMOUNTS_COMPETE, others);
  }

  private Lint.Cost cost(Leaf leaf, Effort effort, Cause cause, BitSet others) {
    return new Lint.Cost(
        leaf.id(),
        effort,
        Optional.of(cause),
        others.stream().mapToObj(l -> policy.leaves.get(l).id()).toList());
  }

  /** The rules with which one competes, directly or through others, itself among them. */
  private BitSet component(Leaf leaf) {
    BitSet found = new BitSet();
    List<Integer> open = new ArrayList<>(List.of(leaf.index()));
    found.set(leaf.index());
    while (!open.isEmpty()) {
      BitSet next = (BitSet) wanting.get(open.remove(open.size() - 1)).clone();
      next.andNot(found);
      next.stream().forEach(open::add);
      found.or(next);
    }
    return found;
  }
}
