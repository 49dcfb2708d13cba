package org.microcred.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Makes key pairs in memory. Thread-safe. */
public final class KeyPairs {
  /** As strong as the curves: 128 bits (NIST SP 800-57 part 1 §5.6.1). */
  private static final int RSA_BITS = 3072;

  private KeyPairs() {}

  /**
   * {@return a new key pair, from the runtime's secure random numbers; RSA keys have 3072 bits}
   *
   * @param algorithm what it will be used with
   */
  public static KeyPair generate(SignatureAlgorithm algorithm) {
    try {
      KeyPairGenerator generator =
          switch (algorithm) {
            case EDDSA -> KeyPairGenerator.getInstance("Ed25519");
            case ES256 -> {
              KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
              ec.initialize(new ECGenParameterSpec("secp256r1"));
              yield ec;
            }
            case RS256 -> {
              KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
              rsa.initialize(RSA_BITS);
              yield rsa;
            }
          };
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot make keys for " + algorithm, e);
    }
  }
}
