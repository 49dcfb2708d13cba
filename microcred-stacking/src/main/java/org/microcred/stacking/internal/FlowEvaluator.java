package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Leaves that count holdings, or that add up holdings which may be split, all competing with all: a
 * maximum flow from holdings (one unit each, or as much as they have) to leaves (as much as they
 * need), through one unit per value where each counts once.
 */
final class FlowEvaluator implements Evaluator {
  static final FlowEvaluator INSTANCE = new FlowEvaluator();

  private FlowEvaluator() {}

  @Override
  public @Nullable Assignment solve(Component component, Budget budget) {
    Assignment assignment = nearest(component, budget);
    return component.leaves().stream().allMatch(l -> assignment.total(l.index()) >= l.need())
            && component.rows().stream().allMatch(FlowEvaluator::canGive)
        ? assignment
        : null;
  }

  /** Whether a holding has what it has to give. */
  private static boolean canGive(Row row) {
    return LongStream.of(row.floors()).sum() <= row.amounts()[0];
  }

  @Override
  public Assignment nearest(Component component, Budget budget) {
    List<Row> rows = component.rows();
    long unit = component.allCount() ? 1 : Steps.common(component);
    Map<Integer, Integer> leafNodes = new HashMap<>();
    MaxFlow flow = new MaxFlow();
    int source = flow.node();
    int sink = flow.node();
    for (Leaf leaf : component.leaves()) {
      int node = flow.node();
      leafNodes.put(leaf.index(), node);
      long given = rows.stream().mapToLong(row -> row.floor(leaf.index())).sum();
      flow.arc(node, sink, Math.max(0, leaf.need() - given) / unit);
    }
    Map<Long, Integer> valueNodes = new HashMap<>();
    List<Assignment.Service> services = new ArrayList<>();
    List<Integer> arcs = new ArrayList<>();
    for (Row row : rows) {
      budget.spend(1 + row.leaves().length);
      int node = flow.node();
      long most = (row.amounts()[0] - LongStream.of(row.floors()).sum()) / unit;
      flow.arc(source, node, most);
      for (int leaf : row.leaves()) {
        int target = leafNodes.getOrDefault(leaf, sink);
        Assignment.Service service = new Assignment.Service(leaf, row, unit);
        if (!component.policy().leaves.get(leaf).distinct()) {
          services.add(service);
          arcs.add(flow.arc(node, target, most));
        }
        for (int value : row.values(leaf)) {
          long slot = ((long) leaf << 32) | value;
          Integer known = valueNodes.get(slot);
          if (known == null) {
            known = flow.node();
            valueNodes.put(slot, known);
            flow.arc(known, target, 1);
          }
          services.add(service);
          arcs.add(flow.arc(node, known, 1));
        }
      }
    }
    flow.run(source, sink, budget);
    Assignment assignment = new Assignment();
    for (Row row : rows) {
      for (int i = 0; i < row.floors().length; i++) {
        if (row.floors()[i] > 0) {
          assignment.add(row.leaves()[i], row, row.floors()[i]);
        }
      }
    }
    for (int i = 0; i < arcs.size(); i++) {
      long given = flow.flow(arcs.get(i)) * unit;
      if (given > 0) {
        assignment.add(services.get(i).leaf(), services.get(i).row(), given);
      }
    }
    return assignment;
  }
}
