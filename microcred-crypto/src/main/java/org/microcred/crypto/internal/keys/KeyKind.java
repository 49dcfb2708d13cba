package org.microcred.crypto.internal.keys;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.microcred.crypto.SignatureAlgorithm;

/** The kinds of public key that are read and written: the one table of their names. */
public enum KeyKind {
  /** Edwards curve 25519. */
  ED25519("OKP", "Ed25519", 0xed),
  /** NIST P-256. */
  P256("EC", "P-256", 0x1200),
  /** NIST P-384. */
  P384("EC", "P-384", 0x1201),
  /** NIST P-521. */
  P521("EC", "P-521", 0x1202),
  /** RSA of any allowed size. */
  RSA("RSA", "", 0x1205);

  private final String keyType;
  private final String curve;
  private final int multicodec;

  KeyKind(String keyType, String curve, int multicodec) {
    this.keyType = keyType;
    this.curve = curve;
    this.multicodec = multicodec;
  }

  /** {@return the JWK member {@code kty}} */
  String keyType() {
    return keyType;
  }

  /** {@return the JWK member {@code crv}, or an empty text when this kind has none} */
  String curve() {
    return curve;
  }

  /** {@return the multicodec of the public key} */
  int multicodec() {
    return multicodec;
  }

  /** {@return the first algorithm that keys of this kind sign with} */
  public SignatureAlgorithm algorithm() {
    return Arrays.stream(SignatureAlgorithm.values()).filter(this::fits).findFirst().orElseThrow();
  }

  /** {@return whether keys of this kind are those of the algorithm} */
  public boolean fits(SignatureAlgorithm algorithm) {
    return keyType.equals(algorithm.keyType()) && curve.equals(algorithm.curve().orElse(""));
  }

  /** {@return the kind of a key, or empty when it is none of these} */
  public static Optional<KeyKind> of(PublicKey key) {
    if (key instanceof EdECPublicKey edwards) {
      return edwards.getParams().getName().equals(ED25519.curve)
          ? Optional.of(ED25519)
          : Optional.empty();
    }
    if (key instanceof ECPublicKey ec) {
      return NistCurve.of(ec.getParams()).map(NistCurve::kind);
    }
    return key instanceof RSAPublicKey ? Optional.of(RSA) : Optional.empty();
  }
}
