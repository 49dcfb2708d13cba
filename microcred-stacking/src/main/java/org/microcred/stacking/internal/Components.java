package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Splits needed leaves into parts that do not compete for any holding. */
final class Components {
  private Components() {}

  static List<Component> of(Instance instance, BitSet needed, Budget budget) {
    CompiledPolicy policy = instance.policy();
    List<Row> rows = instance.rows(needed);
    budget.spend(instance.rows().size());
    List<Limit> binding = instance.binding(rows, needed, budget);
    int[] parent = new int[policy.leaves.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (Row row : rows) {
      int[] ls = row.leaves();
      budget.spend(ls.length);
      for (int a = 0; a < ls.length; a++) {
        for (int b = a + 1; b < ls.length; b++) {
          budget.spend(1);
          if (policy.compete(ls[a], ls[b])) {
            parent[find(parent, ls[a])] = find(parent, ls[b]);
          }
        }
      }
    }
    int[] firstOf = join(binding, rows, needed, parent, budget);
    Map<Integer, List<Leaf>> leaves = new TreeMap<>();
    needed.stream()
        .forEach(
            leaf ->
                leaves
                    .computeIfAbsent(find(parent, leaf), root -> new ArrayList<>())
                    .add(policy.leaves.get(leaf)));
    Map<Integer, List<Row>> parts = new TreeMap<>();
    for (Row row : rows) {
      int[] ls = row.leaves();
      BitSet roots = new BitSet();
      for (int leaf : ls) {
        roots.set(find(parent, leaf));
      }
      roots.stream()
          .forEach(
              root ->
                  parts
                      .computeIfAbsent(root, r -> new ArrayList<>())
                      .add(row.only(leaf -> find(parent, leaf) == root)));
    }
    return leaves.entrySet().stream()
        .map(
            entry ->
                new Component(
                    policy,
                    entry.getValue(),
                    limits(binding, firstOf, parent, entry.getKey()),
                    parts.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  /** Joins the leaves whose holdings share a limit; gives one leaf of each limit. */
  private static int[] join(
      List<Limit> binding, List<Row> rows, BitSet needed, int[] parent, Budget budget) {
    int[] firstOf = new int[binding.size()];
    for (int i = 0; i < firstOf.length; i++) {
      Limit limit = binding.get(i);
      firstOf[i] = -1;
      for (Row row : rows) {
        budget.spend(1);
        if (row.weight(limit.index()) != 0) {
          for (int leaf : row.leaves()) {
            if (limit.leaves().get(leaf)) {
              firstOf[i] = firstOf[i] < 0 ? leaf : firstOf[i];
              parent[find(parent, leaf)] = find(parent, firstOf[i]);
            }
          }
        }
      }
      if (firstOf[i] < 0) {
        firstOf[i] = limit.leaves().stream().filter(needed::get).findFirst().orElse(0);
      }
    }
    return firstOf;
  }

  private static List<Limit> limits(List<Limit> binding, int[] firstOf, int[] parent, int root) {
    return IntStream.range(0, firstOf.length)
        .filter(i -> find(parent, firstOf[i]) == root)
        .mapToObj(binding::get)
        .toList();
  }

  private static int find(int[] parent, int i) {
    int root = i;
    while (parent[root] != root) {
      root = parent[root];
    }
    int at = i;
    while (parent[at] != root) {
      int up = parent[at];
      parent[at] = root;
      at = up;
    }
    return root;
  }
}
