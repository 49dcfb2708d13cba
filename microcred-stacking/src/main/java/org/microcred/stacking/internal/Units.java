package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.Map;
import org.microcred.stacking.Unit;

/** Converts amounts to base units: those that are not said in terms of others. */
final class Units {
  /** A unit is said in terms of another, that again of another, no more often than this. */
  static final int MAX_STEPS = 8;

  private final Map<String, Unit> units;

  Units(Map<String, Unit> units) {
    this.units = units;
  }

  /** Whether a unit leads to a base unit; it does not when it is said in terms of itself. */
  boolean hasBase(String unit) {
    Unit at = units.get(unit);
    for (int i = 0; at != null && i < MAX_STEPS; i++) {
      at = units.get(at.of());
    }
    return at == null;
  }

  /** The base unit of a unit that has one. */
  String base(String unit) {
    String base = unit;
    for (Unit at = units.get(unit); at != null; at = units.get(at.of())) {
      base = at.of();
    }
    return base;
  }

  /** An amount of a unit in its base unit. */
  BigDecimal toBase(BigDecimal amount, String unit) {
    BigDecimal converted = Decimals.clamp(amount);
    for (Unit at = units.get(unit); at != null; at = units.get(at.of())) {
      converted = converted.multiply(at.is());
    }
    return converted;
  }
}
