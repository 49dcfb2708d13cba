package org.microcred.verify.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.microcred.model.DigestAlgorithm;
import org.microcred.model.ResourceDigest;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/**
 * How records and badges name what they rest on: SHA-256, written as {@code sha256-} and base64.
 */
public final class Digests {
  private Digests() {}

  /** The digest of some bytes. */
  public static String of(byte[] bytes) {
    return ResourceDigest.sri(DigestAlgorithm.SHA2_256, bytes).digestSRI().get(0);
  }

  /** The digest of some text in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The digest of a JSON value, however it was spelled (RFC 8785).
   *
   * @throws IllegalArgumentException when a number is none that every reader of JSON agrees on: two
   *     values would have one digest
   */
  public static String ofCanonical(JsonValue value) {
    requireExact(value);
    return of(Json.writeCanonical(value));
  }

  private static void requireExact(JsonValue value) {
    if (value instanceof JsonObject object) {
      object.members().values().forEach(Digests::requireExact);
    } else if (value instanceof JsonArray array) {
      array.items().forEach(Digests::requireExact);
    } else if (value instanceof JsonNumber number && !isExact(number)) {
      throw new IllegalArgumentException(
          "value: the number " + number.literal() + " is no double, so the value has no digest");
    }
  }

  private static boolean isExact(JsonNumber number) {
    return !Double.isInfinite(number.value().doubleValue())
        && new BigDecimal(Json.writeCanonical(number)).compareTo(number.value()) == 0;
  }
}
