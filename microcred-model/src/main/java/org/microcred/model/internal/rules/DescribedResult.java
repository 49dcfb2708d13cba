package org.microcred.model.internal.rules;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.microcred.model.ResultType;
import org.microcred.model.SafeText;

/**
 * What a result can be, as its description says (Open Badges 3.0, ResultDescription).
 *
 * @param type the {@code resultType}
 * @param values what its value can be
 * @param levels the ids of the rubric criterion levels that it can have
 */
record DescribedResult(Optional<String> type, PossibleValues values, Set<String> levels) {
  static DescribedResult of(Place description) {
    return new DescribedResult(
        description.text("resultType"),
        PossibleValues.of(description),
        description.items("rubricCriterionLevel").stream()
            .flatMap(level -> level.text("id").stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean isOf(ResultType wanted) {
    return type.filter(wanted.value()::equals).isPresent();
  }

  /** Notes when a reference to a level leads nowhere. */
  void checkLevel(Place reference) {
    reference
        .text()
        .filter(id -> !levels.contains(id))
        .ifPresent(id -> reference.fail("ob.level", SafeText.quote(id)));
  }
}
