package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How much a part of what a rule uses must or may come to.
 *
 * @param value an amount or a number of holdings, not negative; a percentage unless {@code of} is
 *     {@link Of#NOTHING}
 * @param of what it is a percentage of
 */
public record Bound(BigDecimal value, Of of) {
  /** What a percentage is taken of. */
  public enum Of {
    /** It is no percentage. */
    NOTHING,
    /** Of what the rule asks for. */
    REQUIRED,
    /** Of what the rule uses, which may be more. */
    USED
  }

  public Bound {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(of, "of");
  }
}
