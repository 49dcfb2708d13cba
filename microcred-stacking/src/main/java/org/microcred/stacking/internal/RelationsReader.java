package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Relations;

/** Reads what a policy says about achievements and each other. */
final class RelationsReader {
  private final Reading reading;

  RelationsReader(Reading reading) {
    this.reading = reading;
  }

  Relations read(JsonObject policy) {
    List<List<String>> equivalent = groups(policy, "equivalent");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < equivalent.size(); i++) {
      for (String id : equivalent.get(i)) {
        if (!seen.add(id)) {
          reading.refuse(
              "policy.range",
              JsonPointer.ROOT.child("equivalent").child(i),
              SafeText.quote(id) + " stands in two groups; make one of them");
        }
      }
    }
    return new Relations(equivalent, replaces(policy), groups(policy, "conflicts"));
  }

  private List<List<String>> groups(JsonObject policy, String name) {
    JsonPointer at = JsonPointer.ROOT.child(name);
    List<JsonValue> items =
        policy.get(name).flatMap(v -> reading.array(v, at)).map(JsonArray::items).orElse(List.of());
    List<List<String>> groups = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonPointer here = at.child(i);
      List<String> group =
          reading.array(items.get(i), here).map(g -> reading.strings(g, here)).orElse(List.of());
      if (group.size() == 1 || new HashSet<>(group).size() < group.size()) {
        reading.refuse("policy.range", here, "name at least two different achievements");
      }
      groups.add(group);
    }
    return groups;
  }

  private Map<String, List<String>> replaces(JsonObject policy) {
    JsonPointer at = JsonPointer.ROOT.child("replaces");
    Map<String, List<String>> replaces = new LinkedHashMap<>();
    policy
        .get("replaces")
        .flatMap(v -> reading.object(v, at))
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach((old, by) -> replaces.put(old, reading.strings(by, at.child(old))));
    return replaces;
  }
}
