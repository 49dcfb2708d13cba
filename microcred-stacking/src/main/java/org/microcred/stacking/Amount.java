package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A quantity with its unit.
 *
 * @param value the quantity
 * @param unit its unit, in the policy's own words: {@code hour}, {@code ECTS}
 */
public record Amount(BigDecimal value, String unit) {
  public Amount {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(unit, "unit");
  }
}
