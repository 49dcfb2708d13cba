package org.microcred.stacking.internal;

import java.util.Arrays;

/** Maximum flow by Dinic's algorithm on arrays, without recursion. Arcs come in pairs. */
final class MaxFlow {
  private static final int NONE = -1;

  private int nodes;
  private int arcs;
  private int[] first = new int[16];
  private int[] next = new int[32];
  private int[] head = new int[32];
  private long[] capacity = new long[32];

  int node() {
    if (nodes == first.length) {
      first = Arrays.copyOf(first, 2 * nodes);
    }
    first[nodes] = NONE;
    return nodes++;
  }

  /** Adds an arc and its reverse, and gives its number. */
  int arc(int from, int to, long limit) {
    if (arcs == head.length) {
      next = Arrays.copyOf(next, 2 * arcs);
      head = Arrays.copyOf(head, 2 * arcs);
      capacity = Arrays.copyOf(capacity, 2 * arcs);
    }
    half(from, to, limit);
    half(to, from, 0);
    return arcs - 2;
  }

  private void half(int from, int to, long limit) {
    head[arcs] = to;
    capacity[arcs] = limit;
    next[arcs] = first[from];
    first[from] = arcs++;
  }

  /** What an arc carries. */
  long flow(int arc) {
    return capacity[arc ^ 1];
  }

  void run(int source, int sink, Budget budget) {
    int[] level = new int[nodes];
    int[] queue = new int[nodes];
    int[] current = new int[nodes];
    int[] path = new int[nodes];
    while (reach(source, sink, level, queue, budget)) {
      System.arraycopy(first, 0, current, 0, nodes);
      block(source, sink, level, current, path, budget);
    }
  }

  /** Breadth first: the distance of every node from the source; whether the sink is reached. */
  private boolean reach(int source, int sink, int[] level, int[] queue, Budget budget) {
    Arrays.fill(level, NONE);
    level[source] = 0;
    queue[0] = source;
    int filled = 1;
    for (int i = 0; i < filled; i++) {
      for (int arc = first[queue[i]]; arc != NONE; arc = next[arc]) {
        budget.spend(1);
        if (capacity[arc] > 0 && level[head[arc]] == NONE) {
          level[head[arc]] = level[queue[i]] + 1;
          queue[filled++] = head[arc];
        }
      }
    }
    return level[sink] != NONE;
  }

  /** Depth first along rising levels: augments until no shortest path is left. */
  private void block(int source, int sink, int[] level, int[] current, int[] path, Budget budget) {
    int depth = 0;
    int at = source;
    while (true) {
      if (at == sink) {
        depth = augment(path, depth);
        at = depth == 0 ? source : head[path[depth - 1]];
        continue;
      }
      int arc = current[at];
      while (arc != NONE && !(capacity[arc] > 0 && level[head[arc]] == level[at] + 1)) {
        budget.spend(1);
        arc = next[arc];
      }
      current[at] = arc;
      if (arc != NONE) {
        path[depth++] = arc;
        at = head[arc];
      } else if (depth == 0) {
        return;
      } else {
        level[at] = NONE;
        at = head[path[--depth] ^ 1];
      }
    }
  }

  /** Sends what the path takes; gives the depth of the first arc that is full now. */
  private int augment(int[] path, int depth) {
    long amount = Long.MAX_VALUE;
    for (int i = 0; i < depth; i++) {
      amount = Math.min(amount, capacity[path[i]]);
    }
    int cut = 0;
    for (int i = depth - 1; i >= 0; i--) {
      capacity[path[i]] -= amount;
      capacity[path[i] ^ 1] += amount;
      if (capacity[path[i]] == 0) {
        cut = i;
      }
    }
    return cut;
  }
}
