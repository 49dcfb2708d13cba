package org.microcred.crypto.internal.jsonld;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/** Documents for tests, and ways to change and to canonicalise them. */
final class Documents {
  private Documents() {}

  /** An ordinary Open Badges 3.0 credential, without proof. */
  static JsonObject badge() {
    return object(
        """
        {
          "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
          ],
          "id": "urn:uuid:6a1676b8-b51f-11ed-937b-d76685a20ff5",
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "issuer": {
            "id": "https://university.example/issuer",
            "type": ["Profile"],
            "name": "Example University"
          },
          "validFrom": "2025-01-01T00:00:00Z",
          "name": "Python 101",
          "credentialSubject": {
            "id": "did:example:learner",
            "type": ["AchievementSubject"],
            "achievement": {
              "id": "https://university.example/achievements/python",
              "type": ["Achievement"],
              "creditsAvailable": 2.5,
              "criteria": {"narrative": "Pass the exam."},
              "description": "Writes small programs.",
              "name": "Python 101"
            }
          }
        }
        """);
  }

  static JsonObject object(String json) {
    try {
      return (JsonObject) Json.read(json, Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static JsonValue value(String json) {
    try {
      return Json.read(json, Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The document with one member set; objects and arrays on the way must exist. */
  static JsonObject with(JsonObject document, String pointer, String json) {
    return (JsonObject) set(document, JsonPointer.parse(pointer).tokens(), value(json));
  }

  private static JsonValue set(JsonValue at, List<String> path, JsonValue value) {
    if (path.isEmpty()) {
      return value;
    }
    List<String> rest = path.subList(1, path.size());
    if (at instanceof JsonArray array) {
      int index = Integer.parseInt(path.get(0));
      return new JsonArray(
          IntStream.range(0, array.items().size())
              .mapToObj(
                  i -> i == index ? set(array.items().get(i), rest, value) : array.items().get(i))
              .toList());
    }
    JsonObject object = (JsonObject) at;
    JsonValue old = object.get(path.get(0)).orElse(JsonObject.EMPTY);
    return object.with(path.get(0), set(old, rest, value));
  }

  /** A JSON array of so many elements. */
  static String array(int size, IntFunction<String> element) {
    return IntStream.range(0, size)
        .mapToObj(element)
        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
  }

  /** The default ticks; the time depends on what else the machine is doing. */
  static WorkBudget budget() {
    return WorkBudget.of(
        Limits.defaults().toBuilder().canonicalisationTime(Duration.ofMinutes(1)).build());
  }

  static Canonical canonicalise(JsonObject document) {
    return canonicalise(document, DocumentLoader.none());
  }

  static Canonical canonicalise(JsonObject document, DocumentLoader supplied) {
    return new TitaniumCanonicaliser()
        .canonicalise(
            document, "SHA-256", new ContextSource(supplied, Limits.defaults()), budget());
  }
}
