package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A unit in terms of another. Amounts are converted in this direction only, so that they stay
 * exact.
 *
 * @param is how much of the other unit one of this unit is, over 0, with at most 6 decimals
 * @param of the other unit
 */
public record Unit(BigDecimal is, String of) {
  public Unit {
    Objects.requireNonNull(is, "is");
    Objects.requireNonNull(of, "of");
  }
}
