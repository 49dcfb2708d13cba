package org.microcred.stacking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a policy says about holdings that the credentials themselves do not say: Open Badges names
 * no unit for credits, no hours, no level, no mode of delivery. The first rule that applies to a
 * holding and gives a fact is the one that counts.
 *
 * @param when which holdings it is about; it may ask for what holdings say, not for what other
 *     rules of this kind give them
 * @param values facts by name; {@code unit} is the unit of their credits
 * @param amounts further amounts by name
 * @param note a remark for readers of the policy; it decides nothing
 */
public record FactRule(
    Filter when, Map<String, String> values, Map<String, Amount> amounts, Optional<String> note) {
  /** The fact that is the unit of the credits that a credential states. */
  public static final String UNIT = "unit";

  public FactRule {
    Objects.requireNonNull(when, "when");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    Objects.requireNonNull(note, "note");
  }

  /** {@return the unit of their credits, or empty when this rule gives none} */
  public Optional<String> unit() {
    return Optional.ofNullable(values.get(UNIT));
  }
}
