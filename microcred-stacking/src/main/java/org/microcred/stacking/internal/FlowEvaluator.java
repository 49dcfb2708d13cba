package org.microcred.stacking.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leaves that count holdings, all competing with all: a maximum flow from holdings (one unit each)
 * to leaves (as much as they need), through one unit per achievement where that counts once.
 */
final class FlowEvaluator implements Evaluator {
  static final FlowEvaluator INSTANCE = new FlowEvaluator();

  private FlowEvaluator() {}

  @Override
  public @Nullable Assignment solve(Component component, Budget budget) {
    Assignment assignment = nearest(component, budget);
    long need = component.leaves().stream().mapToLong(Leaf::need).sum();
    return assignment.services.size() == need ? assignment : null;
  }

  @Override
  public Assignment nearest(Component component, Budget budget) {
    List<Row> rows = component.rows();
    Map<Integer, Integer> leafNodes = new HashMap<>();
    MaxFlow flow = new MaxFlow();
    int source = flow.node();
    int sink = flow.node();
    for (Leaf leaf : component.leaves()) {
      int node = flow.node();
      leafNodes.put(leaf.index(), node);
      flow.arc(node, sink, (int) leaf.need());
    }
    Map<Long, Integer> achievementNodes = new HashMap<>();
    Map<Integer, Assignment.Service> services = new HashMap<>();
    for (Row row : rows) {
      budget.spend(1 + row.leaves().length);
      int node = flow.node();
      flow.arc(source, node, 1);
      for (int leaf : row.leaves()) {
        int target = leafNodes.getOrDefault(leaf, sink);
        if (component.policy().leaves.get(leaf).distinct()) {
          long slot = ((long) leaf << 32) | row.key();
          Integer known = achievementNodes.get(slot);
          if (known == null) {
            known = flow.node();
            achievementNodes.put(slot, known);
            flow.arc(known, target, 1);
          }
          target = known;
        }
        services.put(flow.arc(node, target, 1), new Assignment.Service(leaf, row));
      }
    }
    flow.run(source, sink, budget);
    Assignment assignment = new Assignment();
    services.keySet().stream()
        .sorted()
        .filter(flow::isUsed)
        .forEach(arc -> assignment.services.add(services.get(arc)));
    return assignment;
  }
}
