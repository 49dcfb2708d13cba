package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Reason;

/**
 * Of a whole and its parts only one side is used: a limit for every holding that is a whole, in
 * which it weighs as much as all of its parts together.
 */
final class Wholes {
  /** There are none. */
  static final Wholes NONE = new Wholes();

  private final List<Limit> limits = new ArrayList<>();

  /** By holding and limit, what it weighs. */
  private final Map<Integer, Map<Integer, Long>> weights = new HashMap<>();

  private Wholes() {}

  Wholes(List<Holding> holdings, CompiledPolicy policy, Budget budget) {
    Map<String, Set<Integer>> partsOf = new HashMap<>();
    for (int h = 0; h < holdings.size(); h++) {
      for (String whole : holdings.get(h).partOf()) {
        partsOf.computeIfAbsent(whole, w -> new LinkedHashSet<>()).add(h);
      }
    }
    BitSet everywhere = new BitSet();
    everywhere.set(0, policy.leaves.size());
    for (int h = 0; h < holdings.size() && !partsOf.isEmpty(); h++) {
      Set<Integer> parts =
          new LinkedHashSet<>(partsOf.getOrDefault(holdings.get(h).id(), Set.of()));
      for (String achievement : holdings.get(h).achievements()) {
        parts.addAll(partsOf.getOrDefault(achievement, Set.of()));
      }
      parts.remove(h);
      budget.spend(1L + parts.size());
      if (!parts.isEmpty()) {
        int index = policy.limits.size() + limits.size();
        long all = parts.size();
        limits.add(
            new Limit(
                index,
                everywhere,
                all,
                false,
                Reason.CONFLICT,
                Optional.empty(),
                holding -> Limit.Weight.NONE));
        weigh(h, index, all);
        parts.forEach(part -> weigh(part, index, 1));
      }
    }
  }

  private void weigh(int holding, int limit, long weight) {
    weights.computeIfAbsent(holding, h -> new HashMap<>()).put(limit, weight);
  }

  List<Limit> limits() {
    return limits;
  }

  /** What a holding weighs in a limit. */
  long weight(int holding, Limit limit) {
    return weights.getOrDefault(holding, Map.of()).getOrDefault(limit.index(), 0L);
  }
}
