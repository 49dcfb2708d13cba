package org.microcred.stacking.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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

  private final BitSet closed = new BitSet(0);
  private final BitSet kept = new BitSet(0);
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

  /**
   * The matching that decides an instance, holdings by their place among the rows; empty where not
   * every holding counts one for one of the leaves, or not all leaves are needed.
   */
  static Optional<Matching> of(Instance instance, List<Row> rows, Budget budget) {
    CompiledPolicy policy = instance.policy();
    if (policy.kind != CompiledPolicy.Kind.FLOW
        || policy.plain.isEmpty()
        || policy.plain.get().hasDistinct
        || !instance.limits().isEmpty()) {
      return Optional.empty();
    }
    int[] starts = new int[rows.size() + 1];
    for (int r = 0; r < rows.size(); r++) {
      if (!rows.get(r).isFree()) {
        return Optional.empty();
      }
      starts[r + 1] = starts[r] + rows.get(r).leaves().length;
    }
    int[] links = new int[starts[rows.size()]];
    for (int r = 0; r < rows.size(); r++) {
      System.arraycopy(rows.get(r).leaves(), 0, links, starts[r], starts[r + 1] - starts[r]);
    }
    long[] room = policy.leaves.stream().mapToLong(Leaf::need).toArray();
    return Optional.of(new Matching(starts, links, room, budget));
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
    give(leaf, NONE);
    return true;
  }

  /**
   * Gives a holding to a leaf for good, if all leaves can still have what they need; those that
   * were given for good stay where they are.
   *
   * @return false when they cannot, and nothing has changed
   */
  boolean keep(int holding, int leaf) {
    closed.clear();
    int left = given[holding];
    if (kept.get(holding) || (left != leaf && !frees(leaf, left, holding))) {
      return false;
    } else if (left != leaf) {
      give(left, leaf);
      move(holding, leaf);
    }
    kept.set(holding);
    return true;
  }

  /** Breadth first: whether a leaf can pass on what it has until another leaf has one more. */
  private boolean frees(int leaf, int wanting, int without) {
    search++;
    met[leaf] = search;
    queue[0] = leaf;
    int filled = 1;
    for (int i = 0; i < filled; i++) {
      for (int h = first[queue[i]]; h != NONE; h = next[h]) {
        if (h != without && !kept.get(h)) {
          filled = meet(h, filled);
          if (met[wanting] == search) {
            return true;
          }
        }
      }
    }
    return false;
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
    // Nothing is left where this search was, and never will be.
    for (int i = 0; i < filled; i++) {
      closed.set(queue[i]);
    }
    return NONE;
  }

  private int meet(int h, int filled) {
    int end = filled;
    for (int l = starts[h]; l < starts[h + 1]; l++) {
      budget.spend(1);
      int leaf = links[l];
      if (leaf >= 0 && met[leaf] < search && !closed.get(leaf)) {
        met[leaf] = search;
        through[leaf] = h;
        queue[end++] = leaf;
      }
    }
    return end;
  }

  /** Gives a leaf the holding through which it was met, the leaf of that another one, and so on. */
  private void give(int leaf, int end) {
    int to = leaf;
    while (to != end) {
      int h = through[to];
      int from = given[h];
      move(h, to);
      to = from;
    }
  }

  private void move(int h, int leaf) {
    if (given[h] != NONE) {
      take(h, given[h]);
    }
    given[h] = leaf;
    next[h] = first[leaf];
    first[leaf] = h;
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
