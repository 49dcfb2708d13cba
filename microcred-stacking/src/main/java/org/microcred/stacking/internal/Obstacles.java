package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.stacking.Reason;

/** Why a holding may not be used on top of what is used. */
final class Obstacles {
  private final CompiledPolicy policy;
  private final List<Limit> limits;
  private final Assignment assignment;
  private final Map<Integer, Long> loads = new HashMap<>();

  Obstacles(CompiledPolicy policy, List<Limit> limits, Assignment assignment) {
    this.policy = policy;
    this.limits = limits;
    this.assignment = assignment;
  }

  /** The reason that keeps a holding from serving one more leaf. */
  Optional<Reason> against(Row row, int leaf) {
    boolean used = assignment.services.stream().anyMatch(s -> s.row().holding() == row.holding());
    for (int i = 0; i < row.limits().length; i++) {
      Limit limit = limits.get(row.limits()[i]);
      boolean loaded = used && limit.leaves().cardinality() > 1;
      if (row.weights()[i] > 0 && limit.leaves().get(leaf) && !loaded) {
        long load = loads.computeIfAbsent(limit.index(), l -> assignment.load(limit));
        if (Decimals.add(load, row.weights()[i]) > limit.atMost()) {
          return Optional.of(limit.reason());
        }
      }
    }
    for (Sweep sweep : policy.sweeps) {
      if (sweep.leaves().get(leaf) && !agrees(sweep, row, leaf)) {
        return Optional.of(Reason.OUT_OF_WINDOW);
      }
    }
    return Optional.empty();
  }

  /** Whether there is a day that fits all that is used and this holding. */
  private boolean agrees(Sweep sweep, Row row, int leaf) {
    List<Assignment.Service> services = new ArrayList<>(assignment.services);
    services.add(new Assignment.Service(leaf, row, row.amount(leaf)));
    List<Row> rows = services.stream().map(s -> s.row().only(l -> l == s.leaf())).toList();
    return sweep.days(rows).stream()
        .anyMatch(
            day ->
                services.stream()
                    .allMatch(
                        s ->
                            !sweep.leaves().get(s.leaf())
                                || sweep.fits(s.leaf(), s.row().day(), day)));
  }
}
