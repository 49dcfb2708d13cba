package org.microcred.crypto.internal.cose;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.crypto.internal.jose.Found;
import org.microcred.crypto.internal.keys.KeyReference;
import org.microcred.model.SafeText;

/**
 * The header parameters of a message (RFC 9052 §3.1).
 *
 * @param algorithm the algorithm, when it is built in
 * @param algorithmName a name for reports: nothing that a stranger could choose freely
 * @param key what the message calls its key
 * @param claims what a presentation repeats of a request
 */
record CoseHeader(
    Optional<SignatureAlgorithm> algorithm,
    String algorithmName,
    KeyReference key,
    CoseClaims claims) {
  static final long ALG = 1;
  static final long CRIT = 2;
  static final long CONTENT_TYPE = 3;
  static final long KID = 4;
  static final long CWT_CLAIMS = 15;

  /** RFC 9596. */
  static final long TYP = 16;

  /** What decides how the rest is read, and must be signed with it. */
  private static final List<Long> PROTECTED = List.of(ALG, CRIT, CONTENT_TYPE, CWT_CLAIMS, TYP);

  /** x5bag, x5chain, x5t and x5u (RFC 9360). */
  private static final List<Long> KEY_HINTS = List.of(32L, 33L, 34L, 35L);

  static CoseHeader of(
      Map<Object, Object> signed, Map<Object, Object> unsigned, Content content, Found found) {
    if (unsigned.keySet().stream().anyMatch(signed::containsKey)) {
      found.failure("cose.duplicate-label", "a label is in both headers");
    }
    for (Long label : PROTECTED) {
      if (unsigned.containsKey(label)) {
        found.failure("cose.unprotected", "header " + label + ": it must be protected");
      }
    }
    if (signed.containsKey(CRIT)) {
      found.failure("cose.crit", "header crit: it demands extensions, and none is known here");
    }
    if (KEY_HINTS.stream().anyMatch(h -> signed.containsKey(h) || unsigned.containsKey(h))) {
      found.warning(
          "cose.key-hint", "X.509 headers were not looked at: the key comes from the issuer");
    }
    requireType(signed, TYP, content.in("cose"), "cose.typ", found);
    requireType(signed, CONTENT_TYPE, content.mediaType(), "cose.content-type", found);
    Optional<Long> number = algorithm(signed, found);
    return new CoseHeader(
        number.flatMap(CoseAlgorithms::builtIn),
        number.flatMap(CoseAlgorithms::name).orElse("unknown"),
        KeyReference.of(keyId(signed, found).or(() -> keyId(unsigned, found))),
        claims(signed, content, found));
  }

  private static CoseClaims claims(Map<Object, Object> signed, Content content, Found found) {
    Optional<Object> claims = get(signed, CWT_CLAIMS);
    if (claims.isPresent() && content == Content.CREDENTIAL) {
      found.unknown("cose.unsupported", "claims in the header (CWT) are not supported");
      return CoseClaims.NONE;
    }
    return claims.map(header -> CoseClaims.of(header, found)).orElse(CoseClaims.NONE);
  }

  private static Optional<Long> algorithm(Map<Object, Object> signed, Found found) {
    Optional<Long> number = get(signed, ALG).filter(Long.class::isInstance).map(Long.class::cast);
    Optional<String> name = number.flatMap(CoseAlgorithms::name);
    if (name.isEmpty()) {
      found.failure("cose.alg", "header alg: the number of a digital signature is expected");
    } else if (number.flatMap(CoseAlgorithms::builtIn).isEmpty()) {
      found.unknown(
          "proof.unsupported", "signatures by " + name.get() + " are not supported in COSE");
    }
    return number;
  }

  // RFC 9596 §2 and RFC 9052 §3.1; the prefix may be left out, as in JOSE.
  private static void requireType(
      Map<Object, Object> signed, long label, String expected, String code, Found found) {
    Optional<Object> value = get(signed, label);
    if (value.isEmpty() && label == CONTENT_TYPE) {
      return;
    }
    if (value.isEmpty()) {
      found.warning(code, "header " + label + ": application/" + expected + " is missing");
      return;
    }
    String type = value.get() instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
    if (!type.equals(expected) && !type.equals("application/" + expected)) {
      found.failure(
          code,
          "header "
              + label
              + ": application/"
              + expected
              + " is expected, found "
              + SafeText.quote(type));
    }
  }

  private static Optional<String> keyId(Map<Object, Object> header, Found found) {
    Optional<Object> value = get(header, KID);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof byte[] bytes) {
      try {
        return Optional.of(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException e) {
        // No name that an issuer's document could list.
        return Optional.empty();
      }
    }
    found.failure("cose.kid", "header kid: bytes are expected");
    return Optional.empty();
  }

  private static Optional<Object> get(Map<Object, Object> header, long label) {
    return Optional.ofNullable(header.get(label));
  }
}
