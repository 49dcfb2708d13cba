package org.microcred.stacking;

import java.util.Objects;
import java.util.Optional;

/**
 * A computed property of an award.
 *
 * @param derivation what was computed
 * @param value its value, numbers in their plain spelling; empty when a holding does not say what
 *     it depends on
 * @param unit the unit of the value, or empty when it has none
 */
public record Derived(Derivation derivation, Optional<String> value, Optional<String> unit) {
  public Derived {
    Objects.requireNonNull(derivation, "derivation");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(unit, "unit");
  }

  /** {@return {@code credits}, {@code mean} or {@code level}} */
  public String name() {
    if (derivation instanceof Derivation.Credits) {
      return "credits";
    }
    return derivation instanceof Derivation.Mean ? "mean" : "level";
  }
}
