package org.microcred.model.internal.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.microcred.model.SafeText;
import org.microcred.model.internal.Numbers;

/**
 * The values that a result can have: those that are listed, and those between two numbers (Open
 * Badges 3.0, ResultDescription). Bounds that are no numbers, such as letters, bound nothing that
 * could be computed, and neither do bounds in the wrong order.
 *
 * @param allowed the listed values
 * @param min the lower bound, where it is a number
 * @param max the upper bound, where it is a number
 */
record PossibleValues(Set<String> allowed, Optional<BigDecimal> min, Optional<BigDecimal> max) {
  static PossibleValues of(Place description) {
    return new PossibleValues(
        description.items("allowedValue").stream()
            .flatMap(value -> value.text().stream())
            .collect(Collectors.toUnmodifiableSet()),
        description.text("valueMin").flatMap(Numbers::spelled),
        description.text("valueMax").flatMap(Numbers::spelled));
  }

  boolean isReversed() {
    return min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
  }

  /** Notes when that value is none of these. */
  void check(Place value) {
    value
        .text()
        .filter(text -> !allowed.contains(text) && !isReversed())
        .ifPresent(text -> checkUnlisted(value, text));
  }

  private void checkUnlisted(Place value, String text) {
    boolean bounded = min.isPresent() || max.isPresent();
    if (bounded && isWithin(text)) {
      return;
    }
    if (!allowed.isEmpty()) {
      value.fail("ob.value#allowed", SafeText.quote(text));
    } else if (bounded) {
      value.fail("ob.value#range", SafeText.quote(text), show(min), show(max));
    }
  }

  private boolean isWithin(String text) {
    Optional<BigDecimal> number = Numbers.spelled(text);
    return number.isPresent()
        && min.filter(bound -> number.get().compareTo(bound) < 0).isEmpty()
        && max.filter(bound -> number.get().compareTo(bound) > 0).isEmpty();
  }

  private static String show(Optional<BigDecimal> bound) {
    return bound.map(BigDecimal::toPlainString).orElse("…");
  }
}
