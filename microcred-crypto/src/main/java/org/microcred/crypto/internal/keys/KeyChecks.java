package org.microcred.crypto.internal.keys;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import org.microcred.crypto.SignatureAlgorithm;

/** What must hold of a key before any provider calculates with it. */
final class KeyChecks {
  private KeyChecks() {}

  /** Whether the key is one of the algorithm's kind and safe to calculate with. */
  static boolean isUsable(SignatureAlgorithm algorithm, PublicKey key) {
    return KeyKind.of(key).filter(kind -> kind.fits(algorithm)).isPresent() && isSafe(key);
  }

  /** Whether the key, of a kind that is known, is safe to calculate with. */
  static boolean isSafe(PublicKey key) {
    if (key instanceof EdECPublicKey edwards) {
      // That the point is on the curve is left to the provider, which finds out when it
      // decompresses it; keys from strangers went through Ed25519.decode, which looks as well.
      return Ed25519.isUsable(edwards.getPoint());
    }
    if (key instanceof ECPublicKey ec) {
      return NistCurve.of(ec.getParams()).filter(c -> c.contains(ec.getW())).isPresent();
    }
    return key instanceof RSAPublicKey rsa && RsaKeys.weakness(rsa).isEmpty();
  }

  /**
   * Whether the private key is one of the algorithm's kind, as far as it shows: a key in hardware
   * need not show its parameters.
   */
  static boolean isUsable(SignatureAlgorithm algorithm, PrivateKey key) {
    if (key instanceof EdECKey edwards) {
      return edwards.getParams().getName().equals(algorithm.curve().orElse(""));
    }
    if (key instanceof ECKey ec && ec.getParams() != null) {
      return NistCurve.of(ec.getParams()).filter(c -> c.kind().fits(algorithm)).isPresent();
    }
    if (key instanceof RSAKey rsa
        && rsa.getModulus() != null
        && RsaKeys.isWeakModulus(rsa.getModulus())) {
      return false;
    }
    String type =
        switch (key.getAlgorithm()) {
          case "EdDSA", "Ed25519" -> "OKP";
          case "EC", "ECDSA" -> "EC";
          case "RSA" -> "RSA";
          default -> "";
        };
    return type.equals(algorithm.keyType());
  }
}
