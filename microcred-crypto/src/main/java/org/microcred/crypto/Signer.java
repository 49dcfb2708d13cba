package org.microcred.crypto;

import java.io.IOException;

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
   * @return the signature as JOSE wants it: 64 bytes for EdDSA and ES256 (r and s, not DER), the
   *     size of the modulus for RSA
   * @throws IOException when the key could not be reached or refused
   */
  byte[] sign(byte[] data) throws IOException;

  /** {@return who controls the key: {@link #verificationMethod()} without its fragment} */
  default String controller() {
    String method = verificationMethod();
    int fragment = method.indexOf('#');
    return fragment < 0 ? method : method.substring(0, fragment);
  }
}
