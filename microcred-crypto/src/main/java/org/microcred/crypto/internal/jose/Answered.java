package org.microcred.crypto.internal.jose;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.internal.Request;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * What the claims of a presentation repeat of the request that it answers.
 *
 * @param nonce {@code nonce}
 * @param audience {@code aud}, a text or several (RFC 7519 §4.1.3)
 */
public record Answered(Optional<String> nonce, List<String> audience) {
  /** Says nothing of a request. */
  public static final Answered NOTHING = new Answered(Optional.empty(), List.of());

  static final String NONCE = "nonce";
  static final String AUDIENCE = "aud";

  public Answered {
    audience = List.copyOf(audience);
  }

  /** {@return the claims, with their broken rules noted} */
  public static Answered of(JsonObject payload, Found found) {
    if (payload.has(NONCE) && payload.string(NONCE).isEmpty()) {
      found.failure("jwt.claim-type", "claim nonce: text is expected");
    }
    List<JsonValue> audience = payload.list(AUDIENCE);
    if (!audience.stream().allMatch(JsonString.class::isInstance)) {
      found.failure("jwt.claim-type", "claim aud: text, or a list of texts, is expected");
    }
    return new Answered(
        payload.string(NONCE),
        audience.stream()
            .filter(JsonString.class::isInstance)
            .map(item -> ((JsonString) item).value())
            .toList());
  }

  /**
   * {@return the presentation with the claims that answer a request}
   *
   * @param issuedAt now
   */
  public static JsonObject write(JsonObject presentation, Request request, Instant issuedAt) {
    return presentation.toBuilder()
        .put(NONCE, request.challenge())
        .put(AUDIENCE, request.domain())
        .put("iat", JsonNumber.of(issuedAt.getEpochSecond()))
        .build();
  }
}
