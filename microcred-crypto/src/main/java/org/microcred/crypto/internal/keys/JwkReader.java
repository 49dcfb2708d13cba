package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Reads JSON Web Keys (RFC 7517, RFC 7518 §6, RFC 8037 §2) from strangers. */
public final class JwkReader {
  static final List<String> PRIVATE_MEMBERS =
      List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

  private static final Set<String> UNSUPPORTED_CURVES =
      Set.of("X25519", "Ed448", "X448", "secp256k1", "BLS12381G1", "BLS12381G2");

  private JwkReader() {}

  /**
   * {@return the public key for signatures, or why there is none}
   *
   * <p>Private parts are refused, and so is a key that its own members reserve for another use.
   *
   * @param jwk untrusted
   */
  public static DecodedKey publicKey(JsonObject jwk) {
    for (String name : PRIVATE_MEMBERS) {
      if (jwk.has(name)) {
        return DecodedKey.failed(
            "key.private-material",
            "private parts of a key (" + name + ") stand in the place of a public key");
      }
    }
    return publicPart(jwk, "verify");
  }

  /** The public part, whatever else is there. */
  static DecodedKey publicPart(JsonObject jwk, String operation) {
    Optional<DecodedKey> misuse = misuse(jwk, operation);
    if (misuse.isPresent()) {
      return misuse.get();
    }
    String keyType = jwk.string("kty").orElse("");
    DecodedKey decoded =
        switch (keyType) {
          case "RSA" -> rsa(jwk);
          case "EC", "OKP" -> onCurve(jwk, keyType);
          case "" -> DecodedKey.malformed("the JWK has no text in kty");
          case "oct" ->
              DecodedKey.failed(
                  "key.private-material", "a secret (kty oct) stands in the place of a public key");
          default ->
              DecodedKey.unsupported(
                  "keys of the type " + SafeText.quote(keyType) + " are not supported");
        };
    return decoded.key().map(key -> forAlgorithm(jwk, key)).orElse(decoded);
  }

  private static DecodedKey onCurve(JsonObject jwk, String keyType) {
    String curve = jwk.string("crv").orElse("");
    for (KeyKind kind : KeyKind.values()) {
      if (kind.keyType().equals(keyType) && kind.curve().equals(curve)) {
        return NistCurve.of(kind).map(c -> point(jwk, c)).orElseGet(() -> edwards(jwk));
      }
    }
    return UNSUPPORTED_CURVES.contains(curve)
        ? DecodedKey.unsupported("keys on the curve " + curve + " are not supported")
        : DecodedKey.malformed(
            "the JWK names the curve " + SafeText.quote(curve) + ", which kty does not have");
  }

  private static DecodedKey edwards(JsonObject jwk) {
    return octets(jwk, "x")
        .map(Ed25519::decode)
        .orElseGet(() -> DecodedKey.malformed(notOctets("x")));
  }

  private static DecodedKey point(JsonObject jwk, NistCurve curve) {
    Optional<byte[]> x = octets(jwk, "x").filter(b -> b.length == curve.fieldLength());
    Optional<byte[]> y = octets(jwk, "y").filter(b -> b.length == curve.fieldLength());
    if (x.isEmpty() || y.isEmpty()) {
      return DecodedKey.malformed(
          notOctets(x.isEmpty() ? "x" : "y") + " with " + curve.fieldLength() + " bytes");
    }
    return curve.key(new BigInteger(1, x.get()), new BigInteger(1, y.get()));
  }

  private static DecodedKey rsa(JsonObject jwk) {
    Optional<BigInteger> n = integer(jwk, "n");
    Optional<BigInteger> e = integer(jwk, "e");
    if (n.isEmpty() || e.isEmpty()) {
      return DecodedKey.malformed(notOctets(n.isEmpty() ? "n" : "e") + " without leading zeros");
    }
    return RsaKeys.key(n.get(), e.get());
  }

  /** Base64urlUInt (RFC 7518 §2): an unsigned number in as few bytes as it needs. */
  static Optional<BigInteger> integer(JsonObject jwk, String name) {
    return octets(jwk, name)
        .filter(bytes -> bytes.length > 0 && bytes[0] != 0)
        .map(bytes -> new BigInteger(1, bytes));
  }

  static Optional<byte[]> octets(JsonObject jwk, String name) {
    return jwk.string(name).flatMap(Base64Url::decode);
  }

  private static String notOctets(String name) {
    return "the JWK's " + name + " is not canonical base64url";
  }

  // RFC 7517 §4.2 and §4.3.
  private static Optional<DecodedKey> misuse(JsonObject jwk, String operation) {
    if (jwk.has("use") && !jwk.string("use").equals(Optional.of("sig"))) {
      return Optional.of(DecodedKey.failed("key.use", "the JWK's use is not sig"));
    }
    if (jwk.has("key_ops") && !permits(jwk.get("key_ops").orElseThrow(), operation)) {
      return Optional.of(
          DecodedKey.failed("key.use", "the JWK's key_ops do not list " + operation));
    }
    return Optional.empty();
  }

  private static boolean permits(JsonValue operations, String operation) {
    return operations instanceof JsonArray array
        && array.stream().allMatch(JsonString.class::isInstance)
        && new HashSet<>(array.items()).size() == array.items().size()
        && array.items().contains(new JsonString(operation));
  }

  // RFC 7517 §4.4.
  private static DecodedKey forAlgorithm(JsonObject jwk, PublicKey key) {
    if (!jwk.has("alg")) {
      return DecodedKey.of(key);
    }
    String name = jwk.string("alg").orElse("");
    KeyKind kind = KeyKind.of(key).orElseThrow();
    // Published copies of the keys of RFC 7520 spell the algorithm of P-521 like its curve.
    Optional<SignatureAlgorithm> algorithm =
        SignatureAlgorithm.ofJose(name.equals("ES521") ? "ES512" : name);
    if (algorithm.isPresent()) {
      return kind.fits(algorithm.get())
          ? DecodedKey.of(key, algorithm.get())
          : DecodedKey.failed(
              "key.algorithm", "the JWK is for " + name + ", which its key cannot do");
    }
    return JoseNames.isSignature(name)
        ? DecodedKey.unsupported("the JWK is for " + name + ", which is not supported")
        : DecodedKey.failed(
            "key.algorithm",
            "the JWK is for " + SafeText.quote(name) + ", which is no algorithm for signatures");
  }
}
