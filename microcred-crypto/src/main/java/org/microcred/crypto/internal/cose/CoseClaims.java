package org.microcred.crypto.internal.cose;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.internal.Request;
import org.microcred.crypto.internal.cbor.CborWriter;
import org.microcred.crypto.internal.jose.Answered;
import org.microcred.crypto.internal.jose.Found;
import org.microcred.model.NumericDate;
import org.microcred.model.json.JsonNumber;

/**
 * The claims in the header of a presentation (RFC 9597): when it was made and what it repeats of
 * the request that it answers. Other claims could contradict the presentation and are unknown.
 *
 * @param issuedAt {@code iat}
 * @param expires {@code exp}
 * @param notBefore {@code nbf}
 * @param answered {@code aud}, and {@code eat_nonce} of RFC 9711 §4.1, whose bytes are the text
 */
record CoseClaims(
    Optional<Instant> issuedAt,
    Optional<Instant> expires,
    Optional<Instant> notBefore,
    Answered answered) {
  static final CoseClaims NONE =
      new CoseClaims(Optional.empty(), Optional.empty(), Optional.empty(), Answered.NOTHING);

  private static final long AUD = 3;
  private static final long EXP = 4;
  private static final long NBF = 5;
  private static final long IAT = 6;
  private static final long NONCE = 10;
  private static final Set<Long> KNOWN = Set.of(AUD, EXP, NBF, IAT, NONCE);

  /** The claims, with their broken rules noted. */
  static CoseClaims of(Object header, Found found) {
    if (!(header instanceof Map<?, ?> claims)) {
      found.failure("cose.syntax", "header 15: a map of claims is expected");
      return NONE;
    }
    if (!KNOWN.containsAll(claims.keySet())) {
      found.unknown(
          "cose.unsupported", "claims in the header other than aud, exp, nbf, iat and eat_nonce");
    }
    return new CoseClaims(
        instant(claims, IAT, found),
        instant(claims, EXP, found),
        instant(claims, NBF, found),
        new Answered(nonce(claims, found), audience(claims, found)));
  }

  /** Writes the claims that answer a request. */
  static void write(CborWriter out, Request request, Instant issuedAt) {
    out.map(3)
        .integer(AUD)
        .text(request.domain())
        .integer(IAT)
        .integer(issuedAt.getEpochSecond())
        .integer(NONCE)
        .bytes(request.challenge().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> audience(Map<?, ?> claims, Found found) {
    Object value = claims.get(AUD);
    List<?> items =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    if (!items.stream().allMatch(String.class::isInstance)) {
      malformed("aud", found);
      return List.of();
    }
    return items.stream().map(String.class::cast).toList();
  }

  private static Optional<String> nonce(Map<?, ?> claims, Found found) {
    Object value = claims.get(NONCE);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof byte[] bytes) {
      try {
        return Optional.of(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException e) {
        // No text that anybody asked for.
      }
    }
    malformed("eat_nonce", found);
    return Optional.empty();
  }

  private static Optional<Instant> instant(Map<?, ?> claims, long label, Found found) {
    Object value = claims.get(label);
    Optional<Instant> instant =
        value instanceof Long seconds
            ? NumericDate.parse(JsonNumber.of(seconds))
            : Optional.empty();
    if (value != null && instant.isEmpty()) {
      malformed("exp, nbf or iat", found);
    }
    return instant;
  }

  private static void malformed(String claim, Found found) {
    found.failure("jwt.claim-type", "claim " + claim + ": not of the type that it must have");
  }
}
