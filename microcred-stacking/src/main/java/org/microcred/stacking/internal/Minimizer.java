package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reverse deletion: of the holdings in a given order each is dropped whose removal keeps the award.
 * What is left is unique, whatever the algorithm, since adding a holding never un-earns.
 */
final class Minimizer {
  private Minimizer() {}

  /** The holdings that stay, of an instance that earns the award. */
  static List<Row> minimal(Instance instance, Budget budget) {
    List<Row> rows = instance.rows().stream().filter(row -> row.leaves().length > 0).toList();
    Optional<Matching> matching = Matching.of(instance, rows, budget);
    if (matching.isPresent()) {
      return byMatching(matching.get(), rows);
    }
    return isContested(instance.of(rows), budget)
        ? bySearch(instance, rows, budget)
        : byCounting(instance.policy(), rows, budget);
  }

  /**
   * Sets of holdings that can be shared out are a matroid: deleting from one end leaves what adding
   * from the other end takes, each holding that finds a place beside those before it.
   */
  private static List<Row> byMatching(Matching matching, List<Row> rows) {
    List<Row> kept = new ArrayList<>();
    for (int r = rows.size() - 1; r >= 0 && !matching.isFull(); r--) {
      if (matching.place(r)) {
        kept.add(rows.get(r));
      }
    }
    Collections.reverse(kept);
    return kept;
  }

  private static boolean isContested(Instance instance, Budget budget) {
    CompiledPolicy policy = instance.policy();
    BitSet all = new BitSet();
    all.set(0, policy.leaves.size());
    if (!policy.sweeps.isEmpty()
        || policy.leaves.stream().anyMatch(Leaf::isMatching)
        || !instance.binding(instance.rows(), all, budget).isEmpty()) {
      return true;
    }
    return instance.rows().stream().anyMatch(row -> policy.competesWithin(row.leaves()));
  }

  /** Drops as many as can go at once: how many is found by halving, since it is monotone. */
  private static List<Row> bySearch(Instance instance, List<Row> rows, Budget budget) {
    List<Row> kept = new ArrayList<>();
    int from = 0;
    while (true) {
      int low = from;
      int high = rows.size();
      while (low < high) {
        int middle = low + (high - low + 1) / 2;
        Instance fewer = instance.of(kept).with(rows.subList(middle, rows.size()));
        if (Solver.earns(fewer, budget)) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      if (low == rows.size()) {
        return kept;
      }
      kept.add(rows.get(low));
      from = low + 1;
    }
  }

  /** Nothing competes, so every leaf is met or not by its total alone. */
  private static List<Row> byCounting(CompiledPolicy policy, List<Row> rows, Budget budget) {
    Tally tally = new Tally(policy.leaves, rows, budget);
    BitSet met = new BitSet();
    policy.leaves.forEach(leaf -> met.set(leaf.index(), tally.reaches(leaf.index())));
    List<Row> kept = new ArrayList<>();
    for (Row row : rows) {
      budget.spend(row.leaves().length);
      tally.remove(row);
      List<Integer> lost = new ArrayList<>();
      for (int leaf : row.leaves()) {
        if (met.get(leaf) && !tally.reaches(leaf)) {
          met.clear(leaf);
          lost.add(leaf);
        }
      }
      if (!lost.isEmpty() && !isMet(policy.root, met, budget)) {
        tally.add(row);
        lost.forEach(met::set);
        kept.add(row);
      }
    }
    return kept;
  }

  /** Whether a rule is met when these leaves are. */
  static boolean isMet(Node node, BitSet met, Budget budget) {
    budget.spend(1);
    if (node instanceof Node.One one) {
      return met.get(one.leaf());
    }
    Node.Some some = (Node.Some) node;
    int count = 0;
    for (Node inner : some.nodes()) {
      if (isMet(inner, met, budget) && ++count >= some.atLeast()) {
        return true;
      }
    }
    return false;
  }
}
