package org.microcred.stacking.internal;

import java.util.Optional;
import java.util.Set;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Rule;
import org.microcred.stacking.ValueTest;

/** Reads and writes rules that ask for all competencies below a node. */
final class CoverReader {
  private CoverReader() {}

  static Optional<Rule> read(
      Reading reading,
      FilterReader filters,
      JsonObject rule,
      JsonPointer at,
      String id,
      Optional<String> note) {
    JsonPointer inside = at.child("cover");
    JsonObject body =
        rule.get("cover").flatMap(v -> reading.object(v, inside)).orElse(JsonObject.EMPTY);
    reading.members(body, inside, Set.of("framework", "under", "level", "from"), Set.of());
    Optional<String> framework = reading.string(body, "framework", inside, true);
    Optional<String> under = reading.string(body, "under", inside, false);
    Optional<ValueTest> level =
        body.get("level").flatMap(v -> filters.test(v, inside.child("level")));
    Filter from =
        body.get("from").map(v -> filters.read(v, inside.child("from"))).orElse(Filter.ANY);
    return framework.map(
        name ->
            new Rule.Cover(
                id, ScopeReader.read(reading, rule, at), name, under, level, from, note));
  }

  static void write(Rule.Cover cover, JsonObject.Builder json) {
    JsonObject.Builder body = JsonObject.builder().put("framework", cover.framework());
    cover.under().ifPresent(under -> body.put("under", under));
    cover.level().ifPresent(level -> body.put("level", FilterWriter.test(level)));
    if (!cover.from().equals(Filter.ANY)) {
      body.put("from", FilterWriter.write(cover.from()));
    }
    json.put("cover", body.build());
  }
}
