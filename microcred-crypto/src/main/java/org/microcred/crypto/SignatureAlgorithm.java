package org.microcred.crypto;

import java.util.Optional;

/** The signature algorithms that are built in, by their JOSE names (RFC 7518 §3.1, RFC 8037). */
public enum SignatureAlgorithm {
  /** Ed25519 (RFC 8032). */
  EDDSA("EdDSA"),
  /** ECDSA on P-256 with SHA-256. */
  ES256("ES256"),
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RS256("RS256");

  private final String jose;

  SignatureAlgorithm(String jose) {
    this.jose = jose;
  }

  /** {@return the name in a JOSE header} */
  public String jose() {
    return jose;
  }

  /**
   * {@return the algorithm of that name, or empty when it is not built in}
   *
   * @param name the name in a JOSE header
   */
  public static Optional<SignatureAlgorithm> ofJose(String name) {
    for (SignatureAlgorithm algorithm : values()) {
      if (algorithm.jose.equals(name)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }
}
