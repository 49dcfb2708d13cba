package org.microcred.crypto;

import java.util.List;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Tells assertions of Open Badges 1.1 and 2.0 from credentials. */
final class OpenBadges2 {
  private static final List<String> CONTEXTS =
      List.of("https://w3id.org/openbadges/v1", "https://w3id.org/openbadges/v2");

  private OpenBadges2() {}

  /** Open Badges 2.0, "Assertion": its context and its type. */
  static boolean isAssertion(JsonObject document) {
    return document.list("type").contains(new JsonString("Assertion"))
        && CONTEXTS.stream().anyMatch(c -> document.list("@context").contains(new JsonString(c)));
  }

  /** Whether a text is the address of a hosted assertion. */
  static boolean isUrl(String text) {
    return text.startsWith("https://") || text.startsWith("http://");
  }
}
