package org.microcred.stacking.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How finely holdings have to be split. Where all amounts and bounds of a component are multiples
 * of one amount, and its limits are nested, a solution in parts has one in multiples of that
 * amount, as flows have: so nothing finer need be tried.
 */
final class Steps {
  private Steps() {}

  /**
   * Whether all leaves add up the same, and all holdings may be split as finely as needed, so that
   * amounts flow.
   */
  static boolean isPure(Component component) {
    long common = common(component);
    Leaf first = component.leaves().get(0);
    for (Leaf leaf : component.leaves()) {
      if (leaf.counts()
          || leaf.distinct()
          || !leaf.unit().equals(first.unit())
          || !leaf.sum().orElseThrow().of().equals(first.sum().orElseThrow().of())) {
        return false;
      }
    }
    return component.rows().stream()
        .allMatch(row -> row.step() > 0 && common % row.step() == 0 && isOneAmount(row));
  }

  private static boolean isOneAmount(Row row) {
    for (long amount : row.amounts()) {
      if (amount != row.amounts()[0]) {
        return false;
      }
    }
    return true;
  }

  /** What all amounts and bounds of a component are multiples of. */
  static long common(Component component) {
    long common = 0;
    for (Leaf leaf : component.leaves()) {
      common = common(common, leaf.counts() ? 0 : leaf.need());
    }
    for (Limit limit : component.limits()) {
      common = common(common, limit.countsParts() ? Math.abs(limit.atMost()) : 0);
    }
    for (Row row : component.rows()) {
      for (int i = 0; i < row.leaves().length; i++) {
        boolean counts = component.policy().leaves.get(row.leaves()[i]).counts();
        common = common(common, counts ? 0 : row.amounts()[i]);
      }
      for (long floor : row.floors()) {
        common = common(common, floor);
      }
    }
    return Math.max(1, common);
  }

  private static long common(long a, long b) {
    return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValueExact();
  }

  /** The parts in which a holding is split in a component. */
  static long of(Row row, boolean nested, long common) {
    return nested && common % row.step() == 0 ? common : row.step();
  }

  /** Whether a solution in finer parts has one in common parts. */
  static boolean isNested(Component component) {
    List<BitSet> sets = new ArrayList<>();
    List<Integer> leaves = new ArrayList<>();
    for (Limit limit : component.limits()) {
      if (limit.soft() && !limit.countsParts()) {
        return false;
      }
      if (limit.countsParts()) {
        BitSet set = new BitSet();
        for (int r = 0; r < component.rows().size(); r++) {
          set.set(r, component.rows().get(r).weight(limit.index()) != 0);
        }
        int leaf = limit.leaves().nextSetBit(0);
        for (int i = 0; i < sets.size(); i++) {
          if (leaves.get(i) == leaf && crosses(sets.get(i), set)) {
            return false;
          }
        }
        sets.add(set);
        leaves.add(leaf);
      }
    }
    return true;
  }

  private static boolean crosses(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return !both.isEmpty() && !both.equals(a) && !both.equals(b);
  }
}
