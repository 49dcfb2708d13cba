package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Which holdings may be split: their amounts serve several sums, a part each.
 *
 * @param from which holdings
 * @param step the smallest part, in the base unit of the sum: each part is a multiple of it, or all
 *     that the holding has
 */
public record Divisible(Filter from, BigDecimal step) {
  public Divisible {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(step, "step");
  }
}
