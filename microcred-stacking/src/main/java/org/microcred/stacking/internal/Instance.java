package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * One question: do these holdings earn the award?
 *
 * @param policy the policy
 * @param limits what bounds their use, by index
 * @param rows what each holding can do
 */
record Instance(CompiledPolicy policy, List<Limit> limits, List<Row> rows) {
  /** The holdings restricted to some leaves; those that can serve none are left out. */
  List<Row> rows(BitSet leaves) {
    List<Row> restricted = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Row kept = row.only(leaves::get);
      if (kept.leaves().length > 0) {
        restricted.add(kept);
      }
    }
    return restricted;
  }

  Instance with(Collection<Row> more) {
    List<Row> all = new ArrayList<>(rows);
    all.addAll(more);
    return of(all);
  }

  /** The same question about other holdings. */
  Instance of(List<Row> others) {
    return new Instance(policy, limits, others);
  }

  /** The limits that these holdings, in these leaves, could break. */
  List<Limit> binding(List<Row> some, BitSet leaves, Budget budget) {
    if (limits.isEmpty()) {
      return limits;
    }
    long[] most = new long[limits.size()];
    for (Row row : some) {
      budget.spend(row.limits().length);
      for (int i = 0; i < row.limits().length; i++) {
        int limit = row.limits()[i];
        if (row.weights()[i] > 0 && limits.get(limit).concerns(row)) {
          most[limit] = Decimals.add(most[limit], row.weights()[i]);
        }
      }
    }
    budget.spend(limits.size());
    return limits.stream()
        .filter(l -> most[l.index()] > l.atMost() && l.leaves().intersects(leaves))
        .toList();
  }
}
