package org.microcred.stacking;

import java.util.Objects;
import java.util.Optional;

/**
 * A fact that decides and that nobody has stated.
 *
 * @param holding the holding that does not say
 * @param fact what is not known: {@code status}, {@code issuer}, {@code source}, {@code tag},
 *     {@code result}, {@code earned}, {@code credits}, {@code unit}, or the name of an amount
 * @param rule the id of the rule that asks, or empty when the whole policy does
 */
public record UnknownFact(Holding holding, String fact, Optional<String> rule) {
  public UnknownFact {
    Objects.requireNonNull(holding, "holding");
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(rule, "rule");
  }
}
