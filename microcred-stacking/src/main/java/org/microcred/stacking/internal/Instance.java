package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * One question: do these holdings earn the award?
 *
 * @param policy the policy
 * @param rows what each holding can do
 */
record Instance(CompiledPolicy policy, List<Row> rows) {
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
    return new Instance(policy, all);
  }
}
