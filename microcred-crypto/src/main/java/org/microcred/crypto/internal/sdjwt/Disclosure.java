package org.microcred.crypto.internal.sdjwt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * One claim behind a digest (RFC 9901 §4.2).
 *
 * @param encoded its text, which is what the digest is of
 * @param name the member's name; empty for an element of an array
 * @param value what it discloses, with digests of its own perhaps
 */
record Disclosure(String encoded, Optional<String> name, JsonValue value) {
  static final String DIGESTS = "_sd";
  static final String ELEMENT = "...";

  /** Names that have a meaning of their own (RFC 9901 §4.1) and are no claims. */
  static final Set<String> RESERVED = Set.of(DIGESTS, ELEMENT, DigestName.CLAIM);

  static Disclosure of(byte[] salt, Optional<String> name, JsonValue value) {
    JsonString random = new JsonString(Base64Url.encode(salt));
    JsonArray content =
        name.isPresent()
            ? JsonArray.of(random, new JsonString(name.get()), value)
            : JsonArray.of(random, value);
    return new Disclosure(Base64Url.encode(Json.writeBytes(content)), name, value);
  }

  static Disclosure read(String encoded, Limits limits) throws InvalidDocumentException {
    byte[] bytes =
        Base64Url.decode(encoded).orElseThrow(() -> malformed("it is not canonical base64url"));
    if (!(json(bytes, limits) instanceof JsonArray content)) {
      throw malformed("an array is expected");
    }
    List<JsonValue> items = content.items();
    if (items.size() < 2 || items.size() > 3 || !(items.get(0) instanceof JsonString)) {
      throw malformed("salt, name and value, or salt and value, are expected");
    }
    if (items.size() == 2) {
      return new Disclosure(encoded, Optional.empty(), items.get(1));
    }
    if (!(items.get(1) instanceof JsonString name)) {
      throw malformed("the name of a claim is a text");
    }
    // RFC 9901 §7.1 step 3.3.2.2
    if (RESERVED.contains(name.value())) {
      throw InvalidDocumentException.of(
          "sd-jwt.reserved-name",
          JsonPointer.ROOT,
          "a disclosure names the claim " + SafeText.quote(name.value()) + ", which is reserved");
    }
    return new Disclosure(encoded, Optional.of(name.value()), items.get(2));
  }

  /** Pointers into the disclosure would be taken for places in the credential. */
  private static JsonValue json(byte[] bytes, Limits limits) throws InvalidDocumentException {
    try {
      return Json.read(bytes, limits);
    } catch (InvalidDocumentException e) {
      throw new InvalidDocumentException(
          e.violations().stream()
              .map(v -> new Violation(v.code(), JsonPointer.ROOT, "in a disclosure: " + v))
              .toList());
    }
  }

  private static InvalidDocumentException malformed(String why) {
    return InvalidDocumentException.of(
        "sd-jwt.disclosure", JsonPointer.ROOT, "a disclosure is malformed: " + why);
  }
}
