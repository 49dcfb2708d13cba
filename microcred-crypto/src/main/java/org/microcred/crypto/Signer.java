package org.microcred.crypto;

import java.io.IOException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Optional;

/**
 * A private key, anywhere: in memory, in an HSM, behind a KMS. The key itself is never asked for.
 *
 * <p>A key that JCA can use, PKCS #11 included, needs no implementation of one's own:
 *
 * <pre>{@code
 * KeyStore token = KeyStore.getInstance("PKCS11", provider);
 * token.load(null, pin);
 * KeyPair pair = new KeyPair(token.getCertificate("badges").getPublicKey(),
 *     (PrivateKey) token.getKey("badges", null));
 * Signer signer = Signer.of(pair, SignatureAlgorithm.ES256, "did:web:uni.example#badges", provider);
 * }</pre>
 *
 * <p>Any other, such as a KMS over the network, implements the four methods without a default.
 * {@link #sign} waits for the answer in the caller's thread: how long, and how often it is asked
 * again, is the implementation's to decide, since only it knows what a request costs. {@link
 * CredentialSigner} verifies what such a signer and a key in hardware answer before it hands it
 * out. Implementations are thread-safe.
 */
public interface Signer {
  /** {@return the algorithm of the key} */
  SignatureAlgorithm algorithm();

  /** {@return the absolute URL under which verifiers find the public key} */
  String verificationMethod();

  /** {@return the public half of the key, from memory; nobody is asked for it} */
  PublicKey publicKey();

  /**
   * Signs.
   *
   * @param data the bytes to sign, not hashed yet
   * @return the signature as JOSE wants it: r and s for ECDSA, not DER; the length is that of the
   *     algorithm, or of the modulus for RSA
   * @throws IOException when the key could not be reached in time, or refused; an {@link
   *     java.io.InterruptedIOException} when the thread was interrupted, whose flag stays set
   */
  byte[] sign(byte[] data) throws IOException;

  /** {@return who controls the key: {@link #verificationMethod()} without its fragment} */
  default String controller() {
    String method = verificationMethod();
    int fragment = method.indexOf('#');
    return fragment < 0 ? method : method.substring(0, fragment);
  }

  /**
   * {@return a signer whose identifier is its public key as {@code did:key}}
   *
   * <p>The algorithm is the first of {@link SignatureAlgorithm} for that kind of key.
   *
   * @param keyPair an Ed25519, P-256, P-384, P-521 or RSA key pair
   * @throws IllegalArgumentException when the pair is none, weak or of another kind
   */
  static Signer didKey(KeyPair keyPair) {
    return LocalSigner.didKey(keyPair, LocalSigner.algorithm(keyPair));
  }

  /**
   * {@return a signer in memory whose identifier is its public key as {@code did:key}}
   *
   * @param key a key pair and its algorithm
   * @throws IllegalArgumentException when it is a public key only
   */
  static Signer didKey(Jwk key) {
    return LocalSigner.didKey(LocalSigner.pair(key), key.algorithm());
  }

  /**
   * {@return a signer whose identifier is its public key as {@code did:jwk}}
   *
   * <p>The algorithm is the first of {@link SignatureAlgorithm} for that kind of key.
   *
   * @param keyPair an Ed25519, P-256, P-384, P-521 or RSA key pair
   * @throws IllegalArgumentException when the pair is none, weak or of another kind
   */
  static Signer didJwk(KeyPair keyPair) {
    return LocalSigner.didJwk(keyPair, LocalSigner.algorithm(keyPair));
  }

  /**
   * {@return a signer in memory whose identifier is its public key as {@code did:jwk}, which says
   * for which algorithm it is}
   *
   * @param key a key pair and its algorithm
   * @throws IllegalArgumentException when it is a public key only
   */
  static Signer didJwk(Jwk key) {
    return LocalSigner.didJwk(LocalSigner.pair(key), key.algorithm());
  }

  /**
   * {@return a signer with a key pair that JCA can use}
   *
   * @param keyPair the keys
   * @param algorithm their algorithm
   * @param verificationMethod the absolute URL under which verifiers find the public key
   * @throws IllegalArgumentException when the keys are weak or not those of the algorithm, the
   *     private key shows itself and does not sign for the public one, or the URL is not absolute
   */
  static Signer of(KeyPair keyPair, SignatureAlgorithm algorithm, String verificationMethod) {
    return new LocalSigner(keyPair, algorithm, verificationMethod, Optional.empty());
  }

  /**
   * {@return a signer that has a JCA provider calculate, for example PKCS #11 or a faster one}
   *
   * <p>What the provider cannot do is done by the runtime's own providers, if they can use the key.
   *
   * @param keyPair the keys; the private one need not show itself
   * @param algorithm their algorithm
   * @param verificationMethod the absolute URL under which verifiers find the public key
   * @param provider who calculates
   * @throws IllegalArgumentException as {@link #of(KeyPair, SignatureAlgorithm, String)}
   */
  static Signer of(
      KeyPair keyPair, SignatureAlgorithm algorithm, String verificationMethod, Provider provider) {
    return new LocalSigner(keyPair, algorithm, verificationMethod, Optional.of(provider));
  }
}
