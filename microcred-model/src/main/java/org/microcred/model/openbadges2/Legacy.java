package org.microcred.model.openbadges2;

import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Tells documents that are older than Open Badges 2.0. Those of 1.1 say so by their context; those
 * of 1.0 and 0.5 have neither a context nor a type nor an id, but members of their time.
 */
final class Legacy {
  private static final String FIRST_CONTEXT = "https://w3id.org/openbadges/v1";

  private static final List<String> OLD_MEMBERS =
      List.of("recipient", "badge", "verify", "uid", "criteria", "url");

  private Legacy() {}

  /** {@return the older version that the document is of, or empty} */
  static Optional<String> version(JsonObject json) {
    List<JsonValue> contexts = json.list("@context");
    if (contexts.contains(new JsonString(FIRST_CONTEXT))
        && !contexts.contains(new JsonString(BadgeObject.CONTEXT))) {
      return Optional.of("1.1");
    }
    boolean modern = json.has("@context") || json.has("type") || json.has("id");
    if (modern || OLD_MEMBERS.stream().noneMatch(json::has)) {
      return Optional.empty();
    }
    return Optional.of(json.string("recipient").isPresent() ? "0.5" : "1.0");
  }
}
