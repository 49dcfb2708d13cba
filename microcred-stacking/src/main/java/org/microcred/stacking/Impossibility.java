package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rules that compete: each could be met alone, all of them together cannot, and without any one of
 * them the others could. It holds whatever the facts that are not known.
 *
 * @param rules the ids of the rules, in their order, at least two
 * @param need how much they need together, or empty where that cannot be added up
 * @param unit the unit of that amount, or empty where holdings are counted
 * @param holdings everything held that can serve any of them, in the order of the ids
 */
public record Impossibility(
    List<String> rules, Optional<BigDecimal> need, Optional<String> unit, List<Holding> holdings) {
  public Impossibility {
    rules = List.copyOf(rules);
    Objects.requireNonNull(need, "need");
    Objects.requireNonNull(unit, "unit");
    holdings = List.copyOf(holdings);
  }
}
