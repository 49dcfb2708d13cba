package org.microcred.verify.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Do evidence and related resources match their digests? Digests are not compared yet, so a
 * credential that states one is undetermined.
 */
final class EvidenceCheck {
  private static final JsonString CREDENTIAL = new JsonString("VerifiableCredential");
  private static final List<String> DIGESTS = List.of("digestSRI", "digestMultibase");

  private EvidenceCheck() {}

  static Answer of(JsonObject credential) {
    return place(credential, JsonPointer.ROOT)
        .map(
            place ->
                Answer.undetermined(
                    "evidence.unsupported",
                    place,
                    "a resource states a digest, which this version does not compare"))
        .orElseGet(() -> Answer.notApplicable("no resource states a digest"));
  }

  /** Where the first digest stands; credentials inside answer for themselves. */
  private static Optional<JsonPointer> place(JsonValue value, JsonPointer at) {
    if (value instanceof JsonObject object) {
      if (!at.tokens().isEmpty() && object.list("type").contains(CREDENTIAL)) {
        return Optional.empty();
      }
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        JsonPointer here = at.child(member.getKey());
        Optional<JsonPointer> found =
            DIGESTS.contains(member.getKey()) ? Optional.of(here) : place(member.getValue(), here);
        if (found.isPresent()) {
          return found;
        }
      }
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        Optional<JsonPointer> found = place(array.items().get(i), at.child(i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
