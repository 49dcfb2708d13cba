package org.microcred.stacking;

import java.util.Objects;
import java.util.Optional;

/**
 * What a sum adds up.
 *
 * @param fact the name of an amount that the policy gives to holdings, or empty for the credits
 *     that the credential states
 */
public record Measure(Optional<String> fact) {
  public Measure {
    Objects.requireNonNull(fact, "fact");
  }

  /** {@return the credits that the credential states} */
  public static Measure credits() {
    return new Measure(Optional.empty());
  }

  /**
   * {@return an amount that the policy gives to holdings}
   *
   * @param name its name
   */
  public static Measure ofFact(String name) {
    return new Measure(Optional.of(name));
  }
}
