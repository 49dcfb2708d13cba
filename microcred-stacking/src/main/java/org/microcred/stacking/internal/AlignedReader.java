package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Filter;
import org.microcred.stacking.HeldAlignment;
import org.microcred.stacking.ValueTest;

/** Reads and writes filters on a competency. */
final class AlignedReader {
  private AlignedReader() {}

  /** {@code {"targets": [{"url": …, "framework": …, "code": …}], "level": …}}. */
  static Filter read(Reading reading, FilterReader filters, JsonValue value, JsonPointer at) {
    JsonObject object = reading.object(value, at).orElse(JsonObject.EMPTY);
    reading.members(object, at, Set.of("targets", "level"), Set.of());
    JsonPointer inside = at.child("targets");
    List<JsonValue> items =
        reading
            .required(object, "targets", at)
            .flatMap(v -> reading.array(v, inside))
            .map(JsonArray::items)
            .orElse(List.of());
    if (items.isEmpty()) {
      reading.refuse("policy.range", inside, "name at least one target");
    }
    List<HeldAlignment> targets = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonPointer here = inside.child(i);
      JsonObject target = reading.object(items.get(i), here).orElse(JsonObject.EMPTY);
      reading.members(target, here, Set.of("url", "framework", "code"), Set.of());
      targets.add(
          new HeldAlignment(
              reading.string(target, "url", here, true).orElse(""),
              reading.string(target, "framework", here, false),
              reading.string(target, "code", here, false)));
    }
    Optional<ValueTest> level =
        object.get("level").flatMap(v -> filters.test(v, at.child("level")));
    return new Filter.Aligned(targets, level);
  }

  static JsonObject write(Filter.Aligned aligned) {
    List<JsonObject> targets = new ArrayList<>();
    for (HeldAlignment target : aligned.targets()) {
      JsonObject.Builder json = JsonObject.builder().put("url", target.targetUrl());
      target.targetFramework().ifPresent(framework -> json.put("framework", framework));
      target.targetCode().ifPresent(code -> json.put("code", code));
      targets.add(json.build());
    }
    JsonObject.Builder json = JsonObject.builder().put("targets", PolicyWriter.array(targets));
    aligned.level().ifPresent(level -> json.put("level", FilterWriter.test(level)));
    return json.build();
  }
}
