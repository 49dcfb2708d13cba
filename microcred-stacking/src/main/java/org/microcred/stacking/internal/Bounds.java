package org.microcred.stacking.internal;

import java.util.List;
import java.util.stream.IntStream;

/** What the holdings from one on could add at best: where even that is too little, search ends. */
final class Bounds {
  /** Work per cell of the tables; keeps their memory within the budget too. */
  private static final int CELL = 4;

  private final int[] groups;

  /** Per holding and leaf, what it and all later ones add when they all serve the leaf. */
  private final long[][] perLeaf;

  /** Per holding and group of leaves, what it and all later ones add to the group at best. */
  private final long[][] perGroup;

  Bounds(List<Row> rows, int[][] served, int[] groups, boolean allCompete, Budget budget) {
    this.groups = groups;
    int groupCount = IntStream.of(groups).max().orElse(0) + 1;
    budget.spend((long) CELL * (rows.size() + 1) * (groups.length + groupCount));
    perLeaf = new long[rows.size() + 1][groups.length];
    perGroup = new long[rows.size() + 1][groupCount];
    for (int i = rows.size() - 1; i >= 0; i--) {
      System.arraycopy(perLeaf[i + 1], 0, perLeaf[i], 0, groups.length);
      long[] best = new long[groupCount];
      for (int s = 0; s < served[i].length; s++) {
        int leaf = served[i][s];
        long amount = rows.get(i).amounts()[s];
        perLeaf[i][leaf] += amount;
        int group = groups[leaf];
        best[group] = allCompete ? Math.max(best[group], amount) : best[group] + amount;
      }
      for (int g = 0; g < groupCount; g++) {
        perGroup[i][g] = perGroup[i + 1][g] + best[g];
      }
    }
  }

  /** Whether no more is missing than may be. */
  boolean isDone(long[] need, long[] slack) {
    return isOpen(perLeaf.length - 1, need, slack);
  }

  /** Whether the holdings from one on could bring down what is missing to what may be. */
  boolean isOpen(int row, long[] need, long[] slack) {
    long[] missing = new long[slack.length];
    long[] needed = new long[slack.length];
    for (int l = 0; l < need.length; l++) {
      missing[groups[l]] += Math.max(0, need[l] - perLeaf[row][l]);
      needed[groups[l]] += need[l];
    }
    for (int g = 0; g < slack.length; g++) {
      if (missing[g] > slack[g] || needed[g] - perGroup[row][g] > slack[g]) {
        return false;
      }
    }
    return true;
  }
}
