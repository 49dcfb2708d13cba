package org.microcred.verify.internal;

import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/**
 * Do evidence and related resources match their digests? Digests are not compared yet, so a
 * credential that states one is undetermined.
 */
final class EvidenceCheck {
  private static final List<String> PLACES = List.of("relatedResource", "evidence");
  private static final List<String> DIGESTS = List.of("digestSRI", "digestMultibase");

  private EvidenceCheck() {}

  static Answer of(JsonObject credential) {
    for (String place : PLACES) {
      Optional<String> digest =
          credential.list(place).stream().flatMap(item -> digest(item).stream()).findFirst();
      if (digest.isPresent()) {
        return Answer.undetermined(
            "evidence.unsupported",
            JsonPointer.ROOT.child(place),
            "a resource states a " + digest.get() + ", which this version does not compare");
      }
    }
    return Answer.notApplicable("no resource states a digest");
  }

  private static Optional<String> digest(JsonValue item) {
    return item instanceof JsonObject object
        ? DIGESTS.stream().filter(object::has).findFirst()
        : Optional.empty();
  }
}
