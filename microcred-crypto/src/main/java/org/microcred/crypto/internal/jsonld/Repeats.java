package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.lang.Keywords;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/**
 * Sets are signed without repetitions: whoever carries the document could list the same evidence
 * twice, or divide what is said of it, under the same signature.
 */
final class Repeats {
  private Repeats() {}

  /** Finds what stands twice in the value of a property or in a list of types. */
  static void find(JsonValue value, JsonPointer at, WalkFindings findings) {
    if (!(value instanceof JsonArray array)) {
      return;
    }
    Set<JsonValue> seen = new HashSet<>();
    for (int i = 0; i < array.items().size(); i++) {
      Optional<JsonValue> identity = identity(array.items().get(i));
      if (identity.isPresent() && !seen.add(identity.get())) {
        findings.lost(
            "context.repeated",
            at.child(i),
            "this stands in the list before and would be signed once; leave it out");
      }
    }
  }

  /** Nodes are told apart by their ids; those without an id are never the same. */
  private static Optional<JsonValue> identity(JsonValue item) {
    if (!(item instanceof JsonObject object) || object.has(Keywords.VALUE)) {
      return Optional.of(item);
    }
    return object.get("id").or(() -> object.get(Keywords.ID));
  }
}
