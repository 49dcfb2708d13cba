package org.microcred.stacking.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Whether an award is earned, as far as totals and a matching tell: by what every leaf adds up to,
 * and by which leaves want the same holdings.
 */
final class Contest {
  private static final BitSet NOTHING = new BitSet(0);

  private final Plain plain;
  private final CompiledPolicy policy;
  private final int[] starts;
  private final int[] links;
  private final BitSet without;
  private final long[] totals;
  private final Budget budget;

  /**
   * Prepares a contest.
   *
   * @param plain the policy
   * @param starts where the links of each holding start, and after the last one end; empty when
   *     links do not matter
   * @param links the leaves that holdings can serve
   * @param without the links that do not count
   * @param totals what every leaf adds up to, over the links that count
   */
  Contest(Plain plain, int[] starts, int[] links, BitSet without, long[] totals, Budget budget) {
    this.plain = plain;
    this.policy = plain.policy;
    this.starts = starts;
    this.links = links;
    this.without = without;
    this.totals = totals;
    this.budget = budget;
  }

  /** Whether rows earn an award; unknown when it takes more to tell. */
  static Truth earns(Instance instance, Budget budget) {
    if (instance.policy().plain.isEmpty() || !instance.limits().isEmpty()) {
      return Truth.UNKNOWN;
    }
    List<Row> rows = instance.rows();
    int[] starts = new int[rows.size() + 1];
    for (int r = 0; r < rows.size(); r++) {
      starts[r + 1] = starts[r] + rows.get(r).leaves().length;
    }
    Plain plain = instance.policy().plain.get();
    int[] links = new int[starts[rows.size()]];
    Totals totals = new Totals(plain.leaves.length);
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      budget.spend(1 + row.leaves().length);
      if (!row.isFree()) {
        return Truth.UNKNOWN;
      }
      System.arraycopy(row.leaves(), 0, links, starts[r], row.leaves().length);
      for (int i = 0; i < row.leaves().length; i++) {
        Leaf leaf = plain.leaves[row.leaves()[i]].leaf();
        totals.add(leaf, leaf.distinct() ? row.values()[i][0] : 0, row.amounts()[i]);
      }
    }
    return new Contest(plain, starts, links, NOTHING, totals.of, budget).earns();
  }

  /** Whether the award is earned; unknown when it takes more to tell. */
  Truth earns() {
    BitSet contested = policy.kind == CompiledPolicy.Kind.COUNTING ? NOTHING : contested();
    Truth answer = truth(policy.root, contested);
    return answer != Truth.UNKNOWN || policy.hasChoice || plain.divides
        ? answer
        : matches(contested);
  }

  private boolean reaches(int leaf) {
    return totals[leaf] >= plain.leaves[leaf].leaf().need();
  }

  /** The leaves that want holdings which another one wants, too. */
  private BitSet contested() {
    BitSet contested = new BitSet(totals.length);
    for (int h = 0; h < starts.length - 1; h++) {
      for (int a = starts[h]; a < starts[h + 1]; a++) {
        for (int b = a + 1; b < starts[h + 1]; b++) {
          budget.spend(1);
          if (policy.compete(links[a], links[b])
              && !without.get(a)
              && !without.get(b)
              && reaches(links[a])
              && reaches(links[b])) {
            contested.set(links[a]);
            contested.set(links[b]);
          }
        }
      }
    }
    return contested;
  }

  private Truth truth(Node node, BitSet contested) {
    budget.spend(1);
    if (node instanceof Node.One one) {
      return !reaches(one.leaf())
          ? Truth.FALSE
          : contested.get(one.leaf()) ? Truth.UNKNOWN : Truth.TRUE;
    }
    Node.Some some = (Node.Some) node;
    int yes = 0;
    int maybe = 0;
    for (int i = 0; i < some.nodes().size(); i++) {
      Truth answer = truth(some.nodes().get(i), contested);
      yes += answer == Truth.TRUE ? 1 : 0;
      maybe += answer == Truth.UNKNOWN ? 1 : 0;
    }
    return yes >= some.atLeast()
        ? Truth.TRUE
        : yes + maybe >= some.atLeast() ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** Whether holdings can be shared out among leaves that are all needed. */
  private Truth matches(BitSet contested) {
    long[] room = new long[totals.length];
    for (int l = contested.nextSetBit(0); l >= 0; l = contested.nextSetBit(l + 1)) {
      Leaf leaf = plain.leaves[l].leaf();
      if (!leaf.counts() || leaf.distinct() || !policy.competesWithAll(l, contested)) {
        return Truth.UNKNOWN;
      }
      room[l] = leaf.need();
    }
    int holdings = starts.length - 1;
    int[] able = links;
    for (int l = 0; l < starts[holdings]; l++) {
      if (!contested.get(links[l]) || without.get(l)) {
        able = able == links ? Arrays.copyOf(links, starts[holdings]) : able;
        able[l] = Matching.NONE;
      }
    }
    Matching matching = new Matching(starts, able, room, budget);
    for (int h = 0; h < holdings && !matching.isFull(); h++) {
      matching.place(h);
    }
    return Truth.of(matching.isFull());
  }
}
