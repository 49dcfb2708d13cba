package org.microcred.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Optional;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.crypto.internal.keys.Multikey;

/**
 * A private key, anywhere: in memory, in an HSM, behind a KMS. Implementations are thread-safe.
 *
 * <p>The key itself is never asked for.
 */
public interface Signer {
  /** {@return the algorithm of the key} */
  SignatureAlgorithm algorithm();

  /** {@return the absolute URL under which verifiers find the public key} */
  String verificationMethod();

  /**
   * Signs.
   *
   * @param data the bytes to sign, not hashed yet
   * @return the signature as JOSE wants it: r and s for ECDSA, not DER; the length is that of the
   *     algorithm, or of the modulus for RSA
   * @throws IOException when the key could not be reached or refused
   */
  byte[] sign(byte[] data) throws IOException;

  /** {@return who controls the key: {@link #verificationMethod()} without its fragment} */
  default String controller() {
    String method = verificationMethod();
    int fragment = method.indexOf('#');
    return fragment < 0 ? method : method.substring(0, fragment);
  }

  /**
   * {@return a signer in memory whose identifier is its public key as {@code did:key}}
   *
   * <p>The algorithm is the first of {@link SignatureAlgorithm} for that kind of key.
   *
   * @param keyPair an Ed25519, P-256, P-384, P-521 or RSA key pair
   * @throws IllegalArgumentException when the pair is weak or of another kind
   */
  static Signer didKey(KeyPair keyPair) {
    return didKey(Jwk.of(keyPair));
  }

  /**
   * {@return a signer in memory whose identifier is its public key as {@code did:key}}
   *
   * @param key a key pair and its algorithm
   * @throws IllegalArgumentException when it is a public key only
   */
  static Signer didKey(Jwk key) {
    String multikey = Multikey.encode(key.publicKey());
    return LocalSigner.of(key, "did:key:" + multikey + '#' + multikey);
  }

  /**
   * {@return a signer in memory whose identifier is its public key as {@code did:jwk}}
   *
   * <p>The algorithm is the first of {@link SignatureAlgorithm} for that kind of key.
   *
   * @param keyPair an Ed25519, P-256, P-384, P-521 or RSA key pair
   * @throws IllegalArgumentException when the pair is weak or of another kind
   */
  static Signer didJwk(KeyPair keyPair) {
    return didJwk(Jwk.of(keyPair));
  }

  /**
   * {@return a signer in memory whose identifier is its public key as {@code did:jwk}, which says
   * for which algorithm it is}
   *
   * @param key a key pair and its algorithm
   * @throws IllegalArgumentException when it is a public key only
   */
  static Signer didJwk(Jwk key) {
    byte[] json = key.withoutKeyId().toPublicKey().toJson().getBytes(StandardCharsets.UTF_8);
    return LocalSigner.of(key, "did:jwk:" + Base64Url.encode(json) + "#0");
  }

  /**
   * {@return a signer in memory}
   *
   * @param privateKey the key
   * @param algorithm its algorithm
   * @param verificationMethod the absolute URL under which verifiers find the public key
   * @throws IllegalArgumentException when the key is weak or not one of the algorithm, or the URL
   *     is not absolute
   */
  static Signer of(PrivateKey privateKey, SignatureAlgorithm algorithm, String verificationMethod) {
    return new LocalSigner(privateKey, algorithm, verificationMethod, Optional.empty());
  }

  /**
   * {@return a signer that has a JCA provider calculate, for example PKCS #11 or a faster one}
   *
   * @param privateKey the key, one that the provider can use
   * @param algorithm its algorithm
   * @param verificationMethod the absolute URL under which verifiers find the public key
   * @param provider who calculates
   * @throws IllegalArgumentException when the key is weak or not one of the algorithm, or the URL
   *     is not absolute
   */
  static Signer of(
      PrivateKey privateKey,
      SignatureAlgorithm algorithm,
      String verificationMethod,
      Provider provider) {
    return new LocalSigner(privateKey, algorithm, verificationMethod, Optional.of(provider));
  }
}
