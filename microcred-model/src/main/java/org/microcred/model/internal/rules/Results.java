package org.microcred.model.internal.rules;

import java.util.Map;
import java.util.Optional;
import org.microcred.model.ResultType;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonPointer;

/** Whether results are among those that the achievement describes (Open Badges 3.0, Result). */
final class Results {
  private Results() {}

  static void check(Place subject) {
    Map<String, DescribedResult> described =
        subject.member("achievement").map(ResultDescriptions::byId).orElse(Map.of());
    subject.items("result").forEach(result -> checkOne(result, described));
  }

  private static void checkOne(Place result, Map<String, DescribedResult> described) {
    Optional<Place> link = result.member("resultDescription");
    if (link.isEmpty()) {
      result.member("achievedLevel").ifPresent(level -> level.fail("ob.level#unlinked"));
      return;
    }
    Optional<String> id = link.get().text();
    if (id.isEmpty()) {
      return;
    }
    DescribedResult description = described.get(id.get());
    if (description == null) {
      link.get().fail("ob.result-description", SafeText.quote(id.get()));
      return;
    }
    result.member("value").ifPresent(description.values()::check);
    result.member("achievedLevel").ifPresent(description::checkLevel);
    if (description.isOf(ResultType.STATUS) && result.member("status").isEmpty()) {
      result.fail("ob.result-status", JsonPointer.ROOT.child("status"));
    }
  }
}
