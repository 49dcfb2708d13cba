package org.microcred.stacking;

import java.util.List;
import java.util.Objects;

/**
 * The terms on which a policy is applied to a learner.
 *
 * @param effective when this version is in effect
 * @param exceptionsFrom the ids of those whose exceptions are accepted; none unless named
 * @param derive what is computed of the award
 */
public record Terms(Effective effective, List<String> exceptionsFrom, List<Derivation> derive) {
  /** In effect at any time, without exceptions. */
  public static final Terms NONE = new Terms(Effective.ALWAYS, List.of(), List.of());

  public Terms {
    Objects.requireNonNull(effective, "effective");
    exceptionsFrom = List.copyOf(exceptionsFrom);
    derive = List.copyOf(derive);
  }
}
