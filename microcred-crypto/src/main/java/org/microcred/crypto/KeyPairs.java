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
            case ES256 -> onCurve("secp256r1");
            case ES384 -> onCurve("secp384r1");
            case ES512 -> onCurve("secp521r1");
            case RS256, RS384, RS512, PS256, PS384, PS512 -> {
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

  private static KeyPairGenerator onCurve(String name) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(name));
    return generator;
  }
}
