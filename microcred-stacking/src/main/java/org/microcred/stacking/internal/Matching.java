package org.microcred.stacking.internal;

import java.util.Arrays;

/**
 * Whether holdings, each for one leaf, can fill leaves that each need a number of them: augmenting
 * paths from one holding after the other. A leaf from which none is left never is in one again.
 */
final class Matching {
  /** No leaf, and no holding. */
  static final int NONE = -1;

  private final int[] starts;
  private final int[] links;
  private final long[] room;
  private final Budget budget;

  /** The leaf of each holding; the holdings of each leaf, as linked lists. */
  private final int[] given;

  private final int[] first;
  private final int[] next;

  /** In which search a leaf was met last, and through which holding. */
  private final int[] met;

  private final int[] through;
  private final int[] queue;

  private int search;
  private long open;

  /**
   * Starts with nothing given.
   *
   * @param starts where the links of each holding start, and after the last one end
   * @param links the leaves that holdings can serve; {@link #NONE} where one may not
   * @param room how many holdings each leaf needs; it counts down
   */
  Matching(int[] starts, int[] links, long[] room, Budget budget) {
    this.starts = starts;
    this.links = links;
    this.room = room;
    this.budget = budget;
    given = new int[starts.length - 1];
    next = new int[starts.length - 1];
    first = new int[room.length];
    met = new int[room.length];
    through = new int[room.length];
    queue = new int[room.length];
    Arrays.fill(given, NONE);
    Arrays.fill(first, NONE);
    for (long needed : room) {
      open = Decimals.add(open, needed);
    }
  }

  /** Whether all leaves have what they need. */
  boolean isFull() {
    return open == 0;
  }

  /** Gives a holding to a leaf, others may have to move; false when no leaf needs it. */
  boolean place(int holding) {
    search++;
    int leaf = find(holding);
    if (leaf == NONE) {
      return false;
    }
    room[leaf]--;
    open--;
    give(holding, leaf);
    return true;
  }

  /** Breadth first: the leaf with room that is nearest, or none. */
  private int find(int holding) {
    int filled = meet(holding, 0);
    for (int i = 0; i < filled; i++) {
      int leaf = queue[i];
      if (room[leaf] > 0) {
        return leaf;
      }
      for (int h = first[leaf]; h != NONE; h = next[h]) {
        filled = meet(h, filled);
      }
    }
    // Nothing is left where this search was.
    for (int i = 0; i < filled; i++) {
      met[queue[i]] = Integer.MAX_VALUE;
    }
    return NONE;
  }

  private int meet(int h, int filled) {
    int end = filled;
    for (int l = starts[h]; l < starts[h + 1]; l++) {
      budget.spend(1);
      int leaf = links[l];
      if (leaf >= 0 && met[leaf] < search) {
        met[leaf] = search;
        through[leaf] = h;
        queue[end++] = leaf;
      }
    }
    return end;
  }

  /** Gives a leaf the holding through which it was met, whose own leaf another one, and so on. */
  private void give(int holding, int leaf) {
    int to = leaf;
    while (true) {
      int h = through[to];
      int from = given[h];
      if (from != NONE) {
        take(h, from);
      }
      given[h] = to;
      next[h] = first[to];
      first[to] = h;
      if (h == holding) {
        return;
      }
      to = from;
    }
  }

  private void take(int h, int leaf) {
    if (first[leaf] == h) {
      first[leaf] = next[h];
      return;
    }
    int before = first[leaf];
    while (next[before] != h) {
      before = next[before];
    }
    next[before] = next[h];
  }
}
