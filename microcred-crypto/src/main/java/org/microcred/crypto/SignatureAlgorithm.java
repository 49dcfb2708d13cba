package org.microcred.crypto;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The signature algorithms that are built in, by their JOSE names (RFC 7518 §3.1, RFC 8037 §3.1).
 *
 * <p>Each is bound to one kind of key: a key of another kind or curve never verifies under it.
 */
public enum SignatureAlgorithm {
  /** Ed25519 (RFC 8032 §5.1), which RFC 9864 also names {@code Ed25519}. */
  EDDSA("EdDSA", "Ed25519", "OKP", "Ed25519", 64, "SHA-512"),
  /** ECDSA on P-256 with SHA-256. */
  ES256("ES256", "SHA256withECDSAinP1363Format", "EC", "P-256", 64, "SHA-256"),
  /** ECDSA on P-384 with SHA-384. */
  ES384("ES384", "SHA384withECDSAinP1363Format", "EC", "P-384", 96, "SHA-384"),
  /** ECDSA on P-521 with SHA-512. */
  ES512("ES512", "SHA512withECDSAinP1363Format", "EC", "P-521", 132, "SHA-512"),
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RS256("RS256", "SHA256withRSA", "RSA", "", 0, "SHA-256"),
  /** RSASSA-PKCS1-v1_5 with SHA-384. */
  RS384("RS384", "SHA384withRSA", "RSA", "", 0, "SHA-384"),
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RS512("RS512", "SHA512withRSA", "RSA", "", 0, "SHA-512"),
  /** RSASSA-PSS with SHA-256, in the mask as well, and 32 bytes of salt. */
  PS256("PS256", "RSASSA-PSS", "RSA", "", 0, "SHA-256"),
  /** RSASSA-PSS with SHA-384, in the mask as well, and 48 bytes of salt. */
  PS384("PS384", "RSASSA-PSS", "RSA", "", 0, "SHA-384"),
  /** RSASSA-PSS with SHA-512, in the mask as well, and 64 bytes of salt. */
  PS512("PS512", "RSASSA-PSS", "RSA", "", 0, "SHA-512");

  private static final String ED25519 = "Ed25519";

  private final String jose;
  private final String jca;
  private final String keyType;
  private final String curve;
  private final int signatureLength;
  private final String digest;

  SignatureAlgorithm(
      String jose, String jca, String keyType, String curve, int signatureLength, String digest) {
    this.jose = jose;
    this.jca = jca;
    this.keyType = keyType;
    this.curve = curve;
    this.signatureLength = signatureLength;
    this.digest = digest;
  }

  /** {@return the name in a JOSE header} */
  public String jose() {
    return jose;
  }

  /**
   * {@return the name of the {@link java.security.Signature} that makes the octets JOSE wants;
   * {@code RSASSA-PSS} takes its digest as a parameter}
   */
  public String jca() {
    return jca;
  }

  /** {@return the key type as a JWK names it: {@code OKP}, {@code EC}, {@code RSA}} */
  public String keyType() {
    return keyType;
  }

  /** {@return the only curve as a JWK names it, or empty when the key type has none} */
  public Optional<String> curve() {
    return curve.isEmpty() ? Optional.empty() : Optional.of(curve);
  }

  /** {@return the exact length of a signature in bytes, or empty when it is that of the modulus} */
  public OptionalInt signatureLength() {
    return signatureLength == 0 ? OptionalInt.empty() : OptionalInt.of(signatureLength);
  }

  /** {@return the name of the {@link java.security.MessageDigest} inside} */
  public String digest() {
    return digest;
  }

  /**
   * {@return the algorithm of that name, or empty when it is not built in}
   *
   * @param name the name in a JOSE header, compared exactly; {@code Ed25519} (RFC 9864) is EdDSA
   */
  public static Optional<SignatureAlgorithm> ofJose(String name) {
    if (name.equals(ED25519)) {
      return Optional.of(EDDSA);
    }
    for (SignatureAlgorithm algorithm : values()) {
      if (algorithm.jose.equals(name)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }
}
