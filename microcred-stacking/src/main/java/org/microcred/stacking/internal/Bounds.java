package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What the holdings from one on could add at best: where even that is too little, search ends. */
final class Bounds {
  /** Work per cell of the tables; keeps their memory within the budget too. */
  private static final int CELL = 4;

  private final Measures measures;
  private final List<Limit> limits;

  /** Per holding and leaf, what it and all later ones add when they all serve the leaf. */
  private final long[][] perLeaf;

  /** Per holding and measure, what it and all later ones add to its leaves at best. */
  private final long[][] perMeasure;

  /** Per holding and limit, what it and all later ones take off at best: never over 0. */
  private final long[][] relief;

  /** Per holding and cap, what it and all later ones add to the leaf under the cap. */
  private final long[][] capped;

  /** For each leaf, caps on its own amount under which no holding falls twice. */
  private final List<List<Integer>> caps = new ArrayList<>();

  Bounds(
      List<SearchRow> rows,
      List<Leaf> leaves,
      List<Limit> limits,
      Measures measures,
      boolean allCompete,
      Budget budget) {
    this.measures = measures;
    this.limits = limits;
    int n = rows.size();
    budget.spend((long) CELL * (n + 1) * (leaves.size() + measures.count() + 2L * limits.size()));
    perLeaf = new long[n + 1][leaves.size()];
    perMeasure = new long[n + 1][measures.count()];
    relief = new long[n + 1][limits.size()];
    capped = new long[n + 1][limits.size()];
    leaves.forEach(leaf -> caps.add(caps(leaf, rows)));
    for (int i = n - 1; i >= 0; i--) {
      SearchRow row = rows.get(i);
      perLeaf[i] = perLeaf[i + 1].clone();
      relief[i] = relief[i + 1].clone();
      capped[i] = capped[i + 1].clone();
      long[] best = new long[measures.count()];
      int before = -1;
      for (int s = 0; s < row.leaves().length; s++) {
        int leaf = row.leaves()[s];
        // The values of one leaf follow one another; a holding takes one of them.
        if (leaf != before) {
          long amount = row.amounts()[s];
          perLeaf[i][leaf] += amount;
          int measure = measures.ofLeaf(leaf);
          best[measure] = allCompete ? Math.max(best[measure], amount) : best[measure] + amount;
        }
        before = leaf;
      }
      for (int g = 0; g < best.length; g++) {
        perMeasure[i][g] = perMeasure[i + 1][g] + best[g];
      }
      for (int j = 0; j < row.limits().length; j++) {
        int limit = row.limits()[j];
        relief[i][limit] += Math.min(0, row.weights()[j]);
        capped[i][limit] += Math.max(0, row.weights()[j]);
      }
    }
  }

  private List<Integer> caps(Leaf leaf, List<SearchRow> rows) {
    List<Integer> chosen = new ArrayList<>();
    BitSet under = new BitSet();
    for (int i = 0; i < limits.size(); i++) {
      Limit limit = limits.get(i);
      BitSet here = new BitSet();
      boolean same = !limit.soft() && limit.leaves().cardinality() == 1;
      same &= limit.leaves().get(leaf.index());
      for (int r = 0; same && r < rows.size(); r++) {
        long weight = rows.get(r).row().weight(limit.index());
        here.set(r, weight != 0);
        same = weight == 0 || weight == rows.get(r).row().amount(leaf.index());
      }
      if (same && !here.intersects(under)) {
        under.or(here);
        chosen.add(i);
      }
    }
    return chosen;
  }

  /** Whether no more is missing than may be, and no limit is broken. */
  boolean isDone(long[] need, long[] load, long[] slack) {
    return isOpen(perLeaf.length - 1, need, load, slack);
  }

  /** Whether the holdings from one on could bring down what is missing to what may be. */
  boolean isOpen(int row, long[] need, long[] load, long[] slack) {
    long[] lacking = new long[limits.size()];
    for (int i = 0; i < lacking.length; i++) {
      long over = load[i] + relief[row][i] - limits.get(i).atMost();
      if (over > 0 && !limits.get(i).soft()) {
        return false;
      }
      lacking[i] = Math.max(0, over);
    }
    long[] missing = new long[need.length];
    long[] needed = new long[measures.count()];
    for (int l = 0; l < need.length; l++) {
      long more = perLeaf[row][l];
      for (int cap : caps.get(l)) {
        more -= Math.max(0, capped[row][cap] - (limits.get(cap).atMost() - load[cap]));
      }
      missing[l] = Math.max(0, need[l] - more);
      needed[measures.ofLeaf(l)] += need[l];
    }
    for (int g = 0; g < needed.length; g++) {
      if (needed[g] - perMeasure[row][g] > slack[g]) {
        return false;
      }
    }
    return measures.isWithin(missing, lacking, slack);
  }
}
