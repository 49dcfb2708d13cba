package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits needed leaves into parts that do not compete for any holding. */
final class Components {
  private Components() {}

  static List<Component> of(Instance instance, BitSet needed, Budget budget) {
    CompiledPolicy policy = instance.policy();
    List<Row> rows = instance.rows(needed);
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
                    policy, entry.getValue(), parts.getOrDefault(entry.getKey(), List.of())))
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
