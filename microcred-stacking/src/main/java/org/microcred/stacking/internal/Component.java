package org.microcred.stacking.internal;

import java.util.List;

/**
 * Leaves that compete for holdings, directly or through others, and the holdings they compete for.
 *
 * @param policy the policy
 * @param leaves the leaves, all needed, ascending
 * @param limits what bounds the use of the holdings and could be broken
 * @param rows the holdings, each with leaves of this component only
 */
record Component(CompiledPolicy policy, List<Leaf> leaves, List<Limit> limits, List<Row> rows) {
  /** Whether every holding serves at most one leaf. */
  boolean allCompete() {
    for (Leaf a : leaves) {
      for (Leaf b : leaves) {
        if (a.index() < b.index() && !policy.compete(a.index(), b.index())) {
          return false;
        }
      }
    }
    return true;
  }

  boolean allCount() {
    return leaves.stream().allMatch(Leaf::counts);
  }
}
