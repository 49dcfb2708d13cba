package org.microcred.crypto.internal.jose;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.NumericDate;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * The registered claims (RFC 7519 §4.1), read strictly: a wrong type is an error, never an absence.
 *
 * @param issuer {@code iss}
 * @param subject {@code sub}
 * @param id {@code jti}
 * @param notBefore {@code nbf}
 * @param expires {@code exp}
 * @param issuedAt {@code iat}
 */
public record JwtClaims(
    Optional<String> issuer,
    Optional<String> subject,
    Optional<String> id,
    Optional<Instant> notBefore,
    Optional<Instant> expires,
    Optional<Instant> issuedAt) {
  /**
   * The claims of the token about itself (RFC 7519 §4.1, RFC 7800 §3.1): no part of a credential.
   */
  static final Set<String> REGISTERED =
      Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf");

  /** {@return the claims, with their broken rules noted} */
  public static JwtClaims of(JsonObject payload, Found found) {
    if (payload.has("aud")) {
      found.warning("jwt.audience", "claim aud: whom the token is for was not compared");
    }
    return new JwtClaims(
        text(payload, "iss", found),
        text(payload, "sub", found),
        text(payload, "jti", found),
        instant(payload, "nbf", found),
        instant(payload, "exp", found),
        issuedAt(payload, found));
  }

  private static Optional<String> text(JsonObject payload, String name, Found found) {
    if (payload.has(name) && payload.string(name).isEmpty()) {
      found.failure("jwt.claim-type", "claim " + name + ": text is expected");
    }
    return payload.string(name);
  }

  // Published credentials have a dateTime there, which says nothing that is relied upon.
  private static Optional<Instant> issuedAt(JsonObject payload, Found found) {
    if (payload.get("iat").filter(JsonString.class::isInstance).isPresent()) {
      found.warning("jwt.claim-type", "claim iat: a number is expected; the text is ignored");
      return Optional.empty();
    }
    return instant(payload, "iat", found);
  }

  // RFC 7519 §2 NumericDate.
  private static Optional<Instant> instant(JsonObject payload, String name, Found found) {
    JsonValue value = payload.get(name).orElse(null);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof JsonNumber number)) {
      found.failure(
          "jwt.claim-type",
          "claim " + name + ": seconds since 1970 are expected, found " + value.typeName());
      return Optional.empty();
    }
    Optional<Instant> instant = NumericDate.parse(number);
    if (instant.isEmpty()) {
      found.failure("jwt.claim-range", "claim " + name + ": not within the years 1 to 9999");
    }
    return instant;
  }
}
