package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;

/** Writes keys as JSON Web Keys and reads key pairs of our own from them. */
public final class JwkKeyPairs {
  private JwkKeyPairs() {}

  /**
   * {@return the required members of a public key, in the order of RFC 7638}
   *
   * @throws IllegalArgumentException when it is weak or of no kind that is built in
   */
  public static JsonObject write(PublicKey key) {
    return members(key)
        .orElseThrow(() -> new IllegalArgumentException("key is weak or of an unknown kind"));
  }

  /** {@return the same, or empty when the key is weak or of no kind that is built in} */
  public static Optional<JsonObject> members(PublicKey key) {
    return KeyKind.of(key).filter(k -> KeyChecks.isSafe(key)).map(kind -> members(kind, key));
  }

  /** {@return the SHA-256 thumbprint (RFC 7638 §3), or empty when there are no members} */
  public static Optional<String> thumbprint(PublicKey key) {
    return members(key).map(Json::writeBytes).map(JwkKeyPairs::sha256).map(Base64Url::encode);
  }

  private static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static JsonObject members(KeyKind kind, PublicKey key) {
    JsonObject.Builder jwk = JsonObject.builder();
    if (key instanceof RSAPublicKey rsa) {
      put(jwk, "e", Octets.minimal(rsa.getPublicExponent()));
      jwk.put("kty", kind.keyType());
      put(jwk, "n", Octets.minimal(rsa.getModulus()));
      return jwk.build();
    }
    jwk.put("crv", kind.curve()).put("kty", kind.keyType());
    if (key instanceof ECPublicKey ec) {
      int length = NistCurve.of(kind).orElseThrow().fieldLength();
      ECPoint point = ec.getW();
      put(jwk, "x", Octets.fixed(point.getAffineX(), length));
      put(jwk, "y", Octets.fixed(point.getAffineY(), length));
    } else if (key instanceof EdECPublicKey edwards) {
      put(jwk, "x", Ed25519.encode(edwards.getPoint()));
    }
    return jwk.build();
  }

  /**
   * {@return the members of a key pair}
   *
   * @throws IllegalArgumentException when the private key does not show its value, or the pair is
   *     none
   */
  public static JsonObject write(KeyPair pair) {
    JsonObject.Builder jwk = write(pair.getPublic()).toBuilder();
    PrivateKey key = pair.getPrivate();
    if (key instanceof RSAPrivateCrtKey rsa) {
      put(jwk, "d", Octets.minimal(rsa.getPrivateExponent()));
      put(jwk, "p", Octets.minimal(rsa.getPrimeP()));
      put(jwk, "q", Octets.minimal(rsa.getPrimeQ()));
      put(jwk, "dp", Octets.minimal(rsa.getPrimeExponentP()));
      put(jwk, "dq", Octets.minimal(rsa.getPrimeExponentQ()));
      put(jwk, "qi", Octets.minimal(rsa.getCrtCoefficient()));
    } else if (key instanceof ECPrivateKey ec) {
      int length = NistCurve.of(ec.getParams()).orElseThrow().fieldLength();
      put(jwk, "d", Octets.fixed(ec.getS(), length));
    } else if (key instanceof EdECPrivateKey edwards) {
      put(jwk, "d", edwards.getBytes().orElseThrow(JwkKeyPairs::hidden));
    } else {
      throw hidden();
    }
    return jwk.build();
  }

  /**
   * {@return the key pair}
   *
   * @throws InvalidDocumentException {@code key.*} when it is none, or its parts do not belong
   *     together
   */
  public static KeyPair read(JsonObject jwk) throws InvalidDocumentException {
    PublicKey publicKey = JwkReader.publicPart(jwk, "sign").orThrow();
    KeyKind kind = KeyKind.of(publicKey).orElseThrow();
    try {
      KeyPair pair = new KeyPair(publicKey, privateKey(jwk, kind, publicKey));
      PublicHalf.requireMatch(pair, kind.algorithm(), Optional.empty());
      return pair;
    } catch (GeneralSecurityException e) {
      // The cause is left out: messages of providers may tell of the private parts.
      throw InvalidDocumentException.of(
          "key.malformed",
          JsonPointer.ROOT,
          "the JWK's private parts are missing, malformed or not those of its public key");
    }
  }

  private static PrivateKey privateKey(JsonObject jwk, KeyKind kind, PublicKey publicKey)
      throws GeneralSecurityException {
    return switch (kind) {
      case ED25519 ->
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(
                  new EdECPrivateKeySpec(
                      NamedParameterSpec.ED25519, octets(jwk, "d", Ed25519.KEY_LENGTH)));
      case P256, P384, P521 -> {
        NistCurve curve = NistCurve.of(kind).orElseThrow();
        BigInteger d = new BigInteger(1, octets(jwk, "d", curve.fieldLength()));
        if (d.signum() == 0 || d.compareTo(curve.params().getOrder()) >= 0) {
          throw new InvalidKeyException("d is not below the order of the curve");
        }
        yield KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(d, curve.params()));
      }
      case RSA ->
          KeyFactory.getInstance("RSA")
              .generatePrivate(
                  new RSAPrivateCrtKeySpec(
                      ((RSAPublicKey) publicKey).getModulus(),
                      ((RSAPublicKey) publicKey).getPublicExponent(),
                      integer(jwk, "d"),
                      integer(jwk, "p"),
                      integer(jwk, "q"),
                      integer(jwk, "dp"),
                      integer(jwk, "dq"),
                      integer(jwk, "qi")));
    };
  }

  private static byte[] octets(JsonObject jwk, String name, int length) throws InvalidKeyException {
    return JwkReader.octets(jwk, name)
        .filter(bytes -> bytes.length == length)
        .orElseThrow(() -> new InvalidKeyException(name + " is not of the right length"));
  }

  private static BigInteger integer(JsonObject jwk, String name) throws InvalidKeyException {
    return JwkReader.integer(jwk, name)
        .orElseThrow(() -> new InvalidKeyException(name + " is not a number"));
  }

  private static void put(JsonObject.Builder jwk, String name, byte[] octets) {
    jwk.put(name, new JsonString(Base64Url.encode(octets)));
  }

  private static IllegalArgumentException hidden() {
    return new IllegalArgumentException(
        "keyPair does not show its private key; a Signer can use it all the same");
  }
}
