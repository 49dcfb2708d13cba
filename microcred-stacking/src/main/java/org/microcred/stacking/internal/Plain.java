package org.microcred.stacking.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.StackCase;

/**
 * Policies whose rules do no more than count and add up, with everything about them that does not
 * depend on the case. Most cases of theirs are decided in one pass over the holdings, without an
 * object for each: see {@link PlainCase}.
 */
final class Plain {
  /**
   * A leaf.
   *
   * @param leaf the leaf
   * @param open whether holdings that do not pass its filter may be asked
   */
  record Asked(Leaf leaf, boolean open) {}

  final CompiledPolicy policy;
  final Question accept;

  /** Whether a holding is only told; null when none is. */
  final @Nullable Question optional;

  final Asked[] leaves;
  final boolean divides;
  final boolean hasDistinct;

  private final Map<String, int[]> byAchievement = new HashMap<>();
  private final int[] others;

  private Plain(CompiledPolicy policy) {
    this.policy = policy;
    PolicyDocument document = policy.document;
    Questions questions = new Questions(document.definitions(), policy.substitutes);
    accept = questions.of(document.accept());
    optional =
        document.optional().isEmpty() ? null : questions.of(new Filter.AnyOf(document.optional()));
    leaves = new Asked[policy.leaves.size()];
    Map<String, IntStream.Builder> indexed = new HashMap<>();
    IntStream.Builder rest = IntStream.builder();
    for (Leaf leaf : policy.leaves) {
      List<String> ids = CompiledPolicy.achievements(leaf.filter());
      boolean known = leaf.filter() instanceof Filter.Achievement && !ids.isEmpty();
      leaves[leaf.index()] = new Asked(leaf, !known);
      if (ids.isEmpty()) {
        rest.add(leaf.index());
      }
      ids.stream()
          .distinct()
          .forEach(id -> indexed.computeIfAbsent(id, i -> IntStream.builder()).add(leaf.index()));
    }
    indexed.forEach((id, found) -> byAchievement.put(id, found.build().toArray()));
    others = rest.build().toArray();
    divides = !document.divisible().isEmpty();
    hasDistinct = policy.leaves.stream().anyMatch(Leaf::distinct);
  }

  /** A policy made ready; empty when nothing about it is plain. */
  static Optional<Plain> of(CompiledPolicy policy) {
    boolean plain =
        !policy.looksBack
            && policy.sweeps.isEmpty()
            && policy.limits.isEmpty()
            && policy.leaves.stream()
                .allMatch(
                    leaf ->
                        leaf.scope().which().isEmpty()
                            && (!leaf.distinct() || leaf.isByAchievement()));
    return plain ? Optional.of(new Plain(policy)) : Optional.empty();
  }

  /** The leaves that can look at a holding for an achievement. */
  int[] leaves(String achievement) {
    return byAchievement.getOrDefault(achievement, NONE);
  }

  /** The leaves that look at every holding. */
  int[] others() {
    return others;
  }

  private static final int[] NONE = new int[0];

  /** The outcome of a case; empty when the case is not plain. */
  static Optional<Outcome> outcome(CompiledPolicy policy, StackCase stackCase, Budget budget) {
    return policy.plain.isEmpty() || !stackCase.adjustments().isEmpty()
        ? Optional.empty()
        : new PlainCase(policy.plain.get(), policy, stackCase.holdings(), budget).outcome();
  }
}
