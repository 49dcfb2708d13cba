package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One holding serving one rule.
 *
 * @param holding the holding
 * @param rule the id of the rule
 * @param amount what it contributes: 1 where holdings are counted
 * @param unit the unit of the amount, or empty where holdings are counted
 */
public record Use(Holding holding, String rule, BigDecimal amount, Optional<String> unit) {
  public Use {
    Objects.requireNonNull(holding, "holding");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(unit, "unit");
  }
}
