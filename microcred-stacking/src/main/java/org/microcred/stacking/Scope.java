package org.microcred.stacking;

import java.util.Objects;
import java.util.Optional;

/**
 * Which holdings a rule looks at, before it asks its filter about them.
 *
 * @param inForce when they have to stand
 * @param which the attempt at each achievement that is looked at, or empty for all
 */
public record Scope(InForce inForce, Optional<Attempt> which) {
  /** All holdings that stand on the evaluation date. */
  public static final Scope DEFAULT = new Scope(InForce.NOW, Optional.empty());

  /** When a holding has to stand: neither expired nor withdrawn. */
  public enum InForce {
    /** At the instant of the evaluation. */
    NOW,
    /** When it was earned. What was revoked at a time that is not known does not count. */
    WHEN_EARNED,
    /** At any time. What was revoked at a time that is not known does not count. */
    EVER
  }

  /** One of several holdings for one achievement. */
  public enum Attempt {
    /** The one that was earned first. */
    FIRST,
    /** The one that was earned last. */
    LATEST,
    /** The one with the best result. */
    BEST
  }

  public Scope {
    Objects.requireNonNull(inForce, "inForce");
    Objects.requireNonNull(which, "which");
  }
}
