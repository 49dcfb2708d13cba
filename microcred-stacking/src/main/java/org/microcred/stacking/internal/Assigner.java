package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Of the ways in which a minimal set of holdings earns the award, the one that does not depend on
 * the algorithm: earlier alternatives before later ones, then for every leaf in its order the
 * largest amounts, then the smallest ids.
 */
final class Assigner {
  private final Instance instance;
  private final CompiledPolicy policy;
  private final Budget budget;
  private final List<Row> rows;

  /** Whether some holding is wanted by leaves that may not share it. */
  private boolean competes;

  private Assigner(Instance instance, Budget budget) {
    this.instance = instance;
    this.policy = instance.policy();
    this.budget = budget;
    this.rows = new ArrayList<>(instance.rows());
  }

  /** The assignment; the instance earns the award, and would not without any of its holdings. */
  static Assignment assign(Instance instance, Budget budget) {
    Optional<Matching> matching = Matching.of(instance, instance.rows(), budget);
    if (matching.isPresent()) {
      return byMatching(instance, matching.get());
    }
    Assigner assigner = new Assigner(instance, budget);
    BitSet needed = assigner.needed();
    assigner.rows.replaceAll(row -> row.only(needed::get));
    if (instance.rows().stream().anyMatch(row -> row.step() > 0)) {
      return assigner.byAmounts(needed);
    }
    return assigner.isPlain() ? assigner.byLeaf(needed) : assigner.byLimits(needed);
  }

  /** Every leaf is needed, and every holding: each leaf in turn keeps the first that it can. */
  private static Assignment byMatching(Instance instance, Matching matching) {
    List<Row> rows = instance.rows();
    List<Integer> byHolding = new ArrayList<>(rows.size());
    for (int r = 0; r < rows.size(); r++) {
      matching.place(r);
      byHolding.add(r);
    }
    byHolding.sort(Comparator.comparingInt(r -> rows.get(r).holding()));
    Assignment assignment = new Assignment();
    for (Leaf leaf : instance.policy().leaves) {
      long open = leaf.need();
      for (int i = 0; i < rows.size() && open > 0; i++) {
        Row row = rows.get(byHolding.get(i));
        if (row.serves(leaf.index()) && matching.keep(byHolding.get(i), leaf.index())) {
          assignment.add(leaf.index(), row);
          open--;
        }
      }
    }
    return assignment;
  }

  /** Leaves without which the award is not earned, later alternatives given up first. */
  private BitSet needed() {
    BitSet needed = new BitSet();
    needed.set(0, policy.leaves.size());
    if (!policy.hasChoice && policy.leaves.stream().allMatch(leaf -> leaf.need() > 0)) {
      return needed;
    }
    for (int leaf = policy.leaves.size() - 1; leaf >= 0; leaf--) {
      needed.clear(leaf);
      if (!earns(instance.of(rows).rows(needed))) {
        needed.set(leaf);
      }
    }
    return needed;
  }

  /** Whether a leaf that has enough can do with more. */
  private boolean isPlain() {
    return instance.limits().isEmpty()
        && policy.sweeps.isEmpty()
        && policy.leaves.stream().noneMatch(Leaf::isMatching);
  }

  private Assignment byLeaf(BitSet needed) {
    competes = rows.stream().anyMatch(row -> policy.competesWithin(row.leaves()));
    Assignment assignment = new Assignment();
    needed.stream().forEach(leaf -> serve(policy.leaves.get(leaf), assignment));
    return assignment;
  }

  private void serve(Leaf leaf, Assignment assignment) {
    Set<Integer> values = new HashSet<>();
    long total = 0;
    for (int i : largestFirst(leaf)) {
      Row row = rows.get(i);
      boolean once = !leaf.distinct() || !values.contains(row.value(leaf.index()));
      if (total < leaf.need() && once && commit(i, leaf)) {
        assignment.add(leaf.index(), row);
        if (leaf.distinct()) {
          values.add(row.value(leaf.index()));
        }
        total = Decimals.add(total, row.amount(leaf.index()));
      } else {
        rows.set(i, row.only(l -> l != leaf.index()));
      }
    }
  }

  private List<Integer> largestFirst(Leaf leaf) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).serves(leaf.index())) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparingLong((Integer i) -> -rows.get(i).amount(leaf.index()))
            .thenComparingInt(i -> rows.get(i).holding()));
    return order;
  }

  /** Lets a holding serve a leaf, and with it only what may share, when the award stays earned. */
  private boolean commit(int i, Leaf leaf) {
    if (!competes) {
      return true;
    }
    Row row = rows.get(i);
    List<Row> tried = new ArrayList<>(rows);
    tried.set(i, row.only(l -> !policy.compete(l, leaf.index())));
    if (leaf.distinct()) {
      int value = row.value(leaf.index());
      for (int j = 0; j < tried.size(); j++) {
        if (j != i
            && tried.get(j).serves(leaf.index())
            && tried.get(j).value(leaf.index()) == value) {
          tried.set(j, tried.get(j).only(l -> l != leaf.index()));
        }
      }
    }
    if (!earns(tried)) {
      return false;
    }
    rows.set(i, tried.get(i));
    return true;
  }

  /**
   * Takes away, the last and smallest first, every service without which the award is still earned.
   * What is left is needed to the last, so it is what the holdings serve.
   */
  private Assignment byLimits(BitSet needed) {
    for (int leaf = needed.length() - 1; leaf >= 0; leaf--) {
      List<Integer> order = largestFirst(policy.leaves.get(leaf));
      for (int o = order.size() - 1; o >= 0; o--) {
        int i = order.get(o);
        Row row = rows.get(i);
        int given = leaf;
        rows.set(i, row.only(l -> l != given));
        if (!earns(rows)) {
          rows.set(i, row);
        }
      }
    }
    Assignment assignment = new Assignment();
    for (Row row : rows) {
      for (int leaf : row.leaves()) {
        assignment.add(leaf, row);
      }
    }
    return assignment;
  }

  /** Where holdings are split: for leaf by leaf the greatest amounts, then by id. */
  private Assignment byAmounts(BitSet needed) {
    BitSet all = new BitSet();
    all.set(0, policy.leaves.size());
    Component whole =
        new Component(policy, policy.leaves, instance.binding(rows, all, budget), rows);
    long common = Steps.common(whole);
    rows.sort(Comparator.comparingInt(Row::holding));
    Assignment assignment = new Assignment();
    for (int leaf = needed.nextSetBit(0); leaf >= 0; leaf = needed.nextSetBit(leaf + 1)) {
      long left = policy.leaves.get(leaf).need();
      for (int i = 0; i < rows.size(); i++) {
        long step = rows.get(i).step();
        step = step == 0 ? rows.get(i).amount(leaf) : common % step == 0 ? common : step;
        boolean fills = fillsMinimum(rows.get(i), leaf, whole.limits());
        long given = greatest(i, leaf, fills ? Long.MAX_VALUE : Math.max(0, left), step);
        if (given > 0) {
          rows.set(i, rows.get(i).atLeast(leaf, given));
          assignment.add(leaf, rows.get(i), given);
          left -= given;
        }
      }
    }
    return assignment;
  }

  /** Whether a holding counts towards a minimum, for which a leaf may take more than it needs. */
  private static boolean fillsMinimum(Row row, int leaf, List<Limit> limits) {
    return limits.stream()
        .anyMatch(l -> l.soft() && l.leaves().get(leaf) && row.weight(l.index()) != 0);
  }

  /** The greatest amount, in steps, that a holding can give to a leaf. */
  private long greatest(int i, int leaf, long left, long step) {
    Row row = rows.get(i);
    long whole = row.amount(leaf);
    long high = whole == 0 ? 0 : (Math.min(whole, left) + step - 1) / step;
    long low = 0;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      rows.set(i, row.atLeast(leaf, Math.min(whole, middle * step)));
      if (earns(rows)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    rows.set(i, row);
    return Math.min(whole, low * step);
  }

  private boolean earns(List<Row> tried) {
    return Solver.earns(instance.of(tried), budget);
  }
}
