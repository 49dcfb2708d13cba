package org.microcred.crypto;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.keys.DecodedKey;
import org.microcred.crypto.internal.keys.JwkKeyPairs;
import org.microcred.crypto.internal.keys.JwkReader;
import org.microcred.crypto.internal.keys.KeyKind;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/**
 * A key as JSON text (RFC 7517): a public key, or a key pair with its private part. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * KeyPair pair = KeyPairs.generate(SignatureAlgorithm.EDDSA);
 * Files.writeString(secretFile, Jwk.of(pair).toJson());
 * Signer signer = Signer.didKey(Jwk.parseKeyPair(Files.readString(secretFile)).keyPair().orElseThrow());
 * }</pre>
 *
 * <p>Only {@link #toJson()} of a key pair shows the private part; {@link #toString()} never does.
 */
public final class Jwk {
  private final PublicKey publicKey;
  private final Optional<KeyPair> keyPair;
  private final SignatureAlgorithm algorithm;
  private final Optional<String> keyId;

  private Jwk(
      PublicKey publicKey,
      Optional<KeyPair> keyPair,
      Optional<SignatureAlgorithm> algorithm,
      Optional<String> keyId) {
    this.publicKey = publicKey;
    this.keyPair = keyPair;
    this.algorithm =
        algorithm.or(() -> KeyKind.of(publicKey).map(KeyKind::algorithm)).orElseThrow();
    this.keyId = keyId;
  }

  /**
   * {@return the JWK of a public key}
   *
   * @param publicKey an Ed25519, P-256, P-384, P-521 or RSA key
   * @throws IllegalArgumentException when the key is weak or of another kind
   */
  public static Jwk of(PublicKey publicKey) {
    JwkKeyPairs.write(publicKey);
    return new Jwk(publicKey, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * {@return the JWK of a key pair}
   *
   * @param keyPair a pair for one of the built-in algorithms, whose private key shows its value
   * @throws IllegalArgumentException when the pair is weak, of another kind or in hardware
   */
  public static Jwk of(KeyPair keyPair) {
    JwkKeyPairs.write(keyPair);
    return new Jwk(keyPair.getPublic(), Optional.of(keyPair), Optional.empty(), Optional.empty());
  }

  /**
   * Reads a public key from untrusted text. Private parts are refused.
   *
   * @param json a JWK
   * @return the key
   * @throws InvalidDocumentException {@code json.*}, {@code limit.*} or {@code key.*} when it is
   *     not a public key for signatures that is built in
   */
  public static Jwk parsePublicKey(String json) throws InvalidDocumentException {
    JsonObject jwk = object(json);
    DecodedKey decoded = JwkReader.publicKey(jwk);
    return new Jwk(decoded.orThrow(), Optional.empty(), decoded.algorithm(), jwk.string("kid"));
  }

  /**
   * Reads a key pair of one's own, as {@link #toJson()} wrote it.
   *
   * @param json a JWK with all its private parts
   * @return the key
   * @throws InvalidDocumentException {@code json.*}, {@code limit.*} or {@code key.*} when it is
   *     not a key pair for a built-in algorithm, or its parts do not belong together; no message
   *     shows a private part
   */
  public static Jwk parseKeyPair(String json) throws InvalidDocumentException {
    JsonObject jwk = object(json);
    KeyPair pair = JwkKeyPairs.read(jwk);
    return new Jwk(
        pair.getPublic(),
        Optional.of(pair),
        jwk.string("alg").flatMap(SignatureAlgorithm::ofJose),
        jwk.string("kid"));
  }

  /** {@return the public key} */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** {@return the key pair, or empty when this is a public key only} */
  public Optional<KeyPair> keyPair() {
    return keyPair;
  }

  /**
   * {@return the algorithm that the key signs with: the one it is restricted to, or the first of
   * {@link SignatureAlgorithm} for its kind}
   */
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /**
   * {@return the same key for another algorithm}
   *
   * @param wanted what it is to be used with
   * @throws IllegalArgumentException when such a key cannot be
   */
  public Jwk withAlgorithm(SignatureAlgorithm wanted) {
    if (KeyKind.of(publicKey).filter(kind -> kind.fits(wanted)).isEmpty()) {
      throw new IllegalArgumentException("wanted: the key cannot sign by " + wanted.jose());
    }
    return new Jwk(publicKey, keyPair, Optional.of(wanted), keyId);
  }

  /** {@return the member {@code kid}} */
  public Optional<String> keyId() {
    return keyId;
  }

  /**
   * {@return the same key under a name}
   *
   * @param kid what verifiers know it by, for example its verification method
   */
  public Jwk withKeyId(String kid) {
    return new Jwk(publicKey, keyPair, Optional.of(algorithm), Optional.of(kid));
  }

  /** {@return the same key without a name} */
  public Jwk withoutKeyId() {
    return new Jwk(publicKey, keyPair, Optional.of(algorithm), Optional.empty());
  }

  /** {@return the public key alone} */
  public Jwk toPublicKey() {
    return new Jwk(publicKey, Optional.empty(), Optional.of(algorithm), keyId);
  }

  /** {@return the SHA-256 thumbprint of the public key (RFC 7638), in base64url} */
  public String thumbprint() {
    return JwkKeyPairs.thumbprint(publicKey).orElseThrow();
  }

  /** {@return the key as compact JSON, with the private part when this is a key pair: a secret} */
  public String toJson() {
    return Json.write(withNames(keyPair.map(JwkKeyPairs::write).orElseGet(this::publicMembers)));
  }

  /** {@return the public key as compact JSON} */
  @Override
  public String toString() {
    return Json.write(withNames(publicMembers()));
  }

  /** Two are equal when they have the same public key, algorithm, name and part. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Jwk jwk
        && publicMembers().equals(jwk.publicMembers())
        && algorithm == jwk.algorithm
        && keyPair.isPresent() == jwk.keyPair.isPresent()
        && keyId.equals(jwk.keyId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(publicMembers(), keyId);
  }

  private JsonObject publicMembers() {
    return JwkKeyPairs.write(publicKey);
  }

  private JsonObject withNames(JsonObject members) {
    JsonObject.Builder jwk = members.toBuilder();
    jwk.put("alg", algorithm.jose());
    keyId.ifPresent(kid -> jwk.put("kid", kid));
    return jwk.build();
  }

  private static JsonObject object(String json) throws InvalidDocumentException {
    return Json.readObject(json.getBytes(StandardCharsets.UTF_8), Limits.defaults());
  }
}
