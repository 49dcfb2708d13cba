package org.microcred.model.internal.rules;

import java.util.HashMap;
import java.util.Map;
import org.microcred.model.ResultType;
import org.microcred.model.json.JsonPointer;

/**
 * Whether an achievement describes results that can be had (Open Badges 3.0, ResultDescription).
 */
final class ResultDescriptions {
  private ResultDescriptions() {}

  static void check(Place achievement) {
    achievement.items("resultDescription").forEach(ResultDescriptions::checkOne);
  }

  /** {@return what the results of an achievement can be, by the ids of the descriptions} */
  static Map<String, DescribedResult> byId(Place achievement) {
    Map<String, DescribedResult> byId = new HashMap<>();
    for (Place description : achievement.items("resultDescription")) {
      description
          .text("id")
          .ifPresent(id -> byId.computeIfAbsent(id, key -> DescribedResult.of(description)));
    }
    return byId;
  }

  private static void checkOne(Place description) {
    DescribedResult result = DescribedResult.of(description);
    if (result.values().isReversed()) {
      description.fail("ob.value-range", JsonPointer.ROOT.child("valueMax"));
    }
    description.member("requiredValue").ifPresent(result.values()::check);
    description.member("requiredLevel").ifPresent(result::checkLevel);
    if (result.isOf(ResultType.RUBRIC_CRITERION_LEVEL) && result.levels().isEmpty()) {
      description.fail("ob.levels", JsonPointer.ROOT.child("rubricCriterionLevel"));
    }
  }
}
