package org.microcred.stacking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a policy says about holdings that the credentials themselves do not say: Open Badges names
 * no unit for credits, no hours, no mode of delivery. The first rule that applies to a holding and
 * gives a fact is the one that counts.
 *
 * @param when which holdings it is about
 * @param unit the unit of their credits, or empty when this rule gives none
 * @param amounts further amounts by name
 * @param note a remark for readers of the policy; it decides nothing
 */
public record FactRule(
    Filter when, Optional<String> unit, Map<String, Amount> amounts, Optional<String> note) {
  public FactRule {
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(note, "note");
    amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
  }
}
