package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a condition on what a rule uses.
 *
 * @param part the condition
 * @param met whether what the rule uses satisfies it
 * @param counts what it adds up of what the rule uses; a mean with at most 6 decimals
 * @param atLeast how much there must be; a share of what is used as an amount
 * @param atMost how much there may be; a share of what is used as an amount
 * @param unit the unit of these amounts, or empty where holdings are counted or a mean is taken
 */
public record PartResult(
    Part part,
    boolean met,
    BigDecimal counts,
    Optional<BigDecimal> atLeast,
    Optional<BigDecimal> atMost,
    Optional<String> unit) {
  public PartResult {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(atLeast, "atLeast");
    Objects.requireNonNull(atMost, "atMost");
    Objects.requireNonNull(unit, "unit");
  }
}
