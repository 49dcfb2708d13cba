package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Of the ways in which a minimal set of holdings earns the award, the one that does not depend on
 * the algorithm: earlier alternatives before later ones, then for every leaf in its order the
 * largest amounts, then the smallest ids.
 */
final class Assigner {
  private final CompiledPolicy policy;
  private final Budget budget;
  private final List<Row> rows;

  private Assigner(Instance instance, Budget budget) {
    this.policy = instance.policy();
    this.budget = budget;
    this.rows = new ArrayList<>(instance.rows());
  }

  /** The assignment; the instance earns the award. */
  static Assignment assign(Instance instance, Budget budget) {
    Assigner assigner = new Assigner(instance, budget);
    BitSet needed = assigner.needed();
    assigner.rows.replaceAll(row -> row.only(needed::get));
    Assignment assignment = new Assignment();
    needed.stream().forEach(leaf -> assigner.serve(policyLeaf(instance, leaf), assignment));
    return assignment;
  }

  private static Leaf policyLeaf(Instance instance, int leaf) {
    return instance.policy().leaves.get(leaf);
  }

  /** Leaves without which the award is not earned, later alternatives given up first. */
  private BitSet needed() {
    BitSet needed = new BitSet();
    needed.set(0, policy.leaves.size());
    for (int leaf = policy.leaves.size() - 1; leaf >= 0; leaf--) {
      needed.clear(leaf);
      if (!earns(new Instance(policy, rows).rows(needed))) {
        needed.set(leaf);
      }
    }
    return needed;
  }

  private void serve(Leaf leaf, Assignment assignment) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).amount(leaf.index()) > 0) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparingLong((Integer i) -> -rows.get(i).amount(leaf.index()))
            .thenComparingInt(i -> rows.get(i).holding()));
    Set<Integer> achievements = new HashSet<>();
    long total = 0;
    for (int i : order) {
      Row row = rows.get(i);
      boolean once = !leaf.distinct() || !achievements.contains(row.key());
      if (total < leaf.need() && once && commit(i, leaf)) {
        assignment.add(leaf.index(), row);
        achievements.add(row.key());
        total = Decimals.add(total, row.amount(leaf.index()));
      } else {
        rows.set(i, row.only(l -> l != leaf.index()));
      }
    }
  }

  /** Lets a holding serve a leaf, and with it only what may share, when the award stays earned. */
  private boolean commit(int i, Leaf leaf) {
    Row row = rows.get(i);
    List<Row> tried = new ArrayList<>(rows);
    tried.set(i, row.only(l -> !policy.compete(l, leaf.index())));
    if (leaf.distinct()) {
      for (int j = 0; j < tried.size(); j++) {
        if (j != i && tried.get(j).key() == row.key()) {
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

  private boolean earns(List<Row> tried) {
    return Solver.solve(new Instance(policy, tried), budget) != null;
  }
}
