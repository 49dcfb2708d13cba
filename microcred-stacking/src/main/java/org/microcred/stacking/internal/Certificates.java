package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Impossibility;

/**
 * Shows why an award is not earned where requirements compete: the smallest sets of them that
 * cannot be met together. Where only matching matters these are the minimum cuts.
 */
final class Certificates {
  /** How many are told. */
  private static final int MAX = 5;

  private final Instance instance;
  private final List<Holding> holdings;
  private final Budget budget;

  Certificates(Instance instance, List<Holding> holdings, Budget budget) {
    this.instance = instance;
    this.holdings = holdings;
    this.budget = budget;
  }

  /** The certificates for leaves that cannot all be met, each of other leaves. */
  List<Impossibility> of(BitSet needed) {
    List<Impossibility> found = new ArrayList<>();
    try {
      BitSet open = possible(needed);
      for (BitSet part : parts(open)) {
        if (found.size() < MAX && !isPossible(part)) {
          found.add(certificate(least(part)));
        }
      }
    } catch (Budget.Exceeded e) {
      // Then fewer are told.
    }
    return found;
  }

  /** The leaves that can be met alone; the others speak for themselves. */
  private BitSet possible(BitSet needed) {
    CompiledPolicy policy = instance.policy();
    Tally tally = new Tally(policy.leaves, instance.rows(), budget);
    boolean plain = instance.limits().isEmpty() && policy.sweeps.isEmpty();
    BitSet possible = new BitSet();
    for (int leaf = needed.nextSetBit(0); leaf >= 0; leaf = needed.nextSetBit(leaf + 1)) {
      boolean reached = tally.reaches(leaf);
      if (reached && !(plain && !policy.leaves.get(leaf).isMatching())) {
        BitSet only = new BitSet();
        only.set(leaf);
        reached = isPossible(only);
      }
      possible.set(leaf, reached);
    }
    return possible;
  }

  /** Sets of leaves that have nothing to do with each other. */
  private List<BitSet> parts(BitSet open) {
    if (!new Sweeps(instance.policy(), open, budget).active().isEmpty()) {
      return List.of(open);
    }
    List<BitSet> parts = new ArrayList<>();
    for (Component component : Components.of(instance, open, budget)) {
      BitSet part = new BitSet();
      component.leaves().forEach(leaf -> part.set(leaf.index()));
      parts.add(part);
    }
    return parts;
  }

  private boolean isPossible(BitSet leaves) {
    return Solver.assign(instance, leaves, budget) != null;
  }

  /** Leaves that cannot be met together, and could without any one of them. */
  private BitSet least(BitSet leaves) {
    BitSet least = (BitSet) leaves.clone();
    for (int leaf = leaves.length() - 1; leaf >= 0; leaf = leaves.previousSetBit(leaf - 1)) {
      least.clear(leaf);
      if (isPossible(least)) {
        least.set(leaf);
      }
      if (leaf == 0) {
        break;
      }
    }
    return least;
  }

  private Impossibility certificate(BitSet least) {
    List<Leaf> leaves = least.stream().mapToObj(instance.policy().leaves::get).toList();
    List<Leaf> taking = leaves.stream().filter(leaf -> leaf.need() > 0).toList();
    boolean additive =
        taking.stream()
            .allMatch(
                leaf ->
                    leaf.unit().equals(taking.get(0).unit())
                        && leaf.counts() == taking.get(0).counts());
    BigDecimal need =
        taking.stream()
            .map(leaf -> leaf.toDecimal(leaf.need()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Impossibility(
        leaves.stream().map(Leaf::id).toList(),
        Optional.of(need).filter(n -> additive),
        additive ? taking.get(0).unit() : Optional.empty(),
        instance.rows(least).stream()
            .map(row -> holdings.get(row.holding()))
            .sorted(Deletion.BY_ID)
            .toList());
  }
}
