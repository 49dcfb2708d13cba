package org.microcred.crypto.internal.jose;

import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.internal.keys.DecodedKey;
import org.microcred.crypto.internal.keys.JoseNames;
import org.microcred.crypto.internal.keys.JwkReader;
import org.microcred.crypto.internal.keys.KeyReference;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;

/** The protected header of a credential's token (RFC 7515 §4). */
public final class JwsHeader {
  /** What would change the meaning of the rest, by the code of its refusal; none is ever obeyed. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "jwt.crit", "it demands extensions of JWS, and none is known here",
          "jwt.b64", "an unencoded payload (RFC 7797) is not allowed in a JWT",
          "jwt.zip", "compressed payloads are not inflated",
          "jwt.enc", "it is the header of an encrypted token");

  private static final List<String> KEY_HINTS = List.of("jku", "x5u", "x5c", "x5t", "x5t#S256");

  private final JsonObject header;
  private final Optional<SignatureAlgorithm> algorithm;
  private final Optional<PublicKey> embeddedKey;

  private JwsHeader(
      JsonObject header, Optional<SignatureAlgorithm> algorithm, Optional<PublicKey> embeddedKey) {
    this.header = header;
    this.algorithm = algorithm;
    this.embeddedKey = embeddedKey;
  }

  /** {@return the header, with its broken rules noted} */
  public static JwsHeader of(JsonObject header, Found found) {
    Optional<SignatureAlgorithm> algorithm = algorithm(header, found);
    REFUSED.keySet().stream()
        .sorted()
        .filter(code -> header.has(name(code)))
        .forEach(code -> found.failure(code, "header " + name(code) + ": " + REFUSED.get(code)));
    for (String code : List.of("jwt.typ", "jwt.cty", "jwt.kid")) {
      if (header.has(name(code)) && header.string(name(code)).isEmpty()) {
        found.failure(code, "header " + name(code) + ": text is expected");
      }
    }
    KEY_HINTS.stream()
        .filter(header::has)
        .forEach(
            name ->
                found.warning(
                    "jwt.key-hint",
                    "header " + name + " was not looked at: the key comes from the issuer"));
    return new JwsHeader(header, algorithm, embeddedKey(header, found));
  }

  /** The header that a code is about. */
  private static String name(String code) {
    return code.substring("jwt.".length());
  }

  /** {@return the algorithm, when it is built in} */
  public Optional<SignatureAlgorithm> algorithm() {
    return algorithm;
  }

  /** {@return a name for reports: nothing that a stranger could choose freely} */
  public String algorithmName() {
    return header.string("alg").filter(JoseNames::isSignature).orElse("unknown");
  }

  /**
   * {@return the type in lower case, without the prefix that RFC 7515 §4.1.9 lets one leave out}
   */
  public Optional<String> typ() {
    return mediaType("typ");
  }

  /** {@return the type of the content, in the same form} */
  public Optional<String> cty() {
    return mediaType("cty");
  }

  /** {@return what it calls the key} */
  public KeyReference key() {
    return KeyReference.of(header.string("kid"));
  }

  /** {@return the key that stands in the header itself} */
  public Optional<PublicKey> embeddedKey() {
    return embeddedKey;
  }

  private Optional<String> mediaType(String name) {
    return header
        .string(name)
        .map(value -> value.toLowerCase(Locale.ROOT))
        .map(value -> value.startsWith("application/") ? value.substring(12) : value);
  }

  // RFC 8725 §3.1 and §3.2: an allow-list, and never a secret shared with those who verify.
  private static Optional<SignatureAlgorithm> algorithm(JsonObject header, Found found) {
    String name = header.string("alg").orElse("");
    Optional<SignatureAlgorithm> algorithm = SignatureAlgorithm.ofJose(name);
    if (algorithm.isEmpty()) {
      if (JoseNames.isSignature(name)) {
        found.unknown("proof.unsupported", "signatures by " + name + " are not supported");
      } else {
        found.failure(
            "jwt.alg",
            "header alg: the name of a digital signature is expected, found "
                + SafeText.quote(name));
      }
    }
    return algorithm;
  }

  private static Optional<PublicKey> embeddedKey(JsonObject header, Found found) {
    if (!header.has("jwk")) {
      return Optional.empty();
    }
    DecodedKey decoded =
        header
            .object("jwk")
            .map(JwkReader::publicKey)
            .orElseGet(() -> DecodedKey.malformed("header jwk: an object is expected"));
    found.all(decoded.findings());
    return decoded.key();
  }
}
