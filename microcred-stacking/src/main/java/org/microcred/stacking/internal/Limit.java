package org.microcred.stacking.internal;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Reason;

/**
 * A bound on what is used: the weights of the holdings that serve one of some leaves add up to no
 * more than it. A minimum is one, too, with everything turned round: the negative weights add up to
 * no more than the negative minimum.
 *
 * @param index its number
 * @param leaves the leaves that it is about
 * @param atMost the bound
 * @param soft whether it is a minimum, and what is lacking could be added
 * @param reason why a holding is not used that would break it
 * @param portion the condition of a leaf that it comes from
 * @param weigh what a holding counts
 */
record Limit(
    int index,
    BitSet leaves,
    long atMost,
    boolean soft,
    Reason reason,
    Optional<Portion> portion,
    Function<Holding, Weight> weigh) {

  /**
   * What a holding counts towards a limit.
   *
   * @param best the least that it may be, whatever is not known
   * @param worst the most that it may be; {@link #NEVER} when it must not be used then
   */
  record Weight(long best, long worst) {
    static final Weight NONE = new Weight(0, 0);

    /** More than any bound. */
    static final long NEVER = Long.MAX_VALUE;

    static Weight of(long exactly) {
      return new Weight(exactly, exactly);
    }
  }

  /** Whether it adds up what its leaf adds up, so that part of a holding counts in part. */
  boolean countsParts() {
    return portion.filter(p -> p.isOfRule() && p.sum().isPresent()).isPresent();
  }

  boolean concerns(Row row) {
    for (int leaf : row.leaves()) {
      if (leaves.get(leaf)) {
        return true;
      }
    }
    return false;
  }
}
