package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What RFC 8032 §5.1 asks of points and scalars and Java runtimes do not all check: one encoding
 * for each point, scalars below the group's order, no point of small order as a key.
 */
final class Ed25519 {
  static final int KEY_LENGTH = 32;

  private static final BigInteger P =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger MINUS_ONE = P.subtract(BigInteger.ONE);
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  private static final BigInteger L =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private Ed25519() {}

  /** RFC 8032 §5.1.3, and a point that is worth something as a key. */
  static DecodedKey decode(byte[] bytes) {
    if (bytes.length != KEY_LENGTH) {
      return DecodedKey.malformed("an Ed25519 key has 32 bytes, found " + bytes.length);
    }
    EdECPoint point = point(bytes);
    if (!isCanonical(point)) {
      return DecodedKey.malformed("the Ed25519 point is not in its canonical encoding");
    }
    if (isSmallOrder(point)) {
      return DecodedKey.weak("the Ed25519 point has small order: it is nobody's key");
    }
    if (!isOnCurve(point)) {
      return DecodedKey.malformed("the point is not on the curve Ed25519");
    }
    try {
      return DecodedKey.of(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    } catch (GeneralSecurityException e) {
      return DecodedKey.malformed("the point is not a key of Ed25519");
    }
  }

  /**
   * The two points that X25519 cannot tell apart (RFC 7748 §4.1).
   *
   * @param u the coordinate on curve25519, little-endian
   */
  static List<DecodedKey> ofMontgomery(byte[] u) {
    BigInteger value = new BigInteger(1, Octets.reversed(u));
    BigInteger below = value.add(BigInteger.ONE).mod(P);
    if (below.signum() == 0) {
      return List.of();
    }
    BigInteger y = value.subtract(BigInteger.ONE).multiply(below.modInverse(P)).mod(P);
    return Stream.of(false, true).map(xOdd -> decode(encode(new EdECPoint(xOdd, y)))).toList();
  }

  static byte[] encode(EdECPoint point) {
    byte[] bytes = Octets.reversed(Octets.fixed(point.getY(), KEY_LENGTH));
    if (point.isXOdd()) {
      bytes[KEY_LENGTH - 1] |= (byte) 0x80;
    }
    return bytes;
  }

  /** Whether a point may be handed to the arithmetic of a provider, which decompresses it. */
  static boolean isUsable(EdECPoint point) {
    return isCanonical(point) && !isSmallOrder(point);
  }

  /** RFC 8032 §5.1.7 step 1: R in its only encoding, S below the group's order. */
  static boolean isCanonicalSignature(byte[] signature) {
    byte[] s = Octets.reversed(Arrays.copyOfRange(signature, KEY_LENGTH, 2 * KEY_LENGTH));
    return new BigInteger(1, s).compareTo(L) < 0
        && isCanonical(point(Arrays.copyOf(signature, KEY_LENGTH)));
  }

  private static EdECPoint point(byte[] littleEndian) {
    byte[] y = Octets.reversed(littleEndian);
    boolean xOdd = y[0] < 0;
    y[0] &= 0x7f;
    return new EdECPoint(xOdd, new BigInteger(1, y));
  }

  // y below p; and x = 0, which is y = ±1, has no odd twin.
  private static boolean isCanonical(EdECPoint point) {
    BigInteger y = point.getY();
    return y.signum() >= 0
        && y.compareTo(P) < 0
        && !(point.isXOdd() && (y.equals(BigInteger.ONE) || y.equals(MINUS_ONE)));
  }

  // Orders 1 and 2: y² = 1. Order 4: y = 0. Order 8: the double has y = 0, so x² = -y², and the
  // curve's equation becomes d·y⁴ + 2·y² - 1 = 0.
  private static boolean isSmallOrder(EdECPoint point) {
    BigInteger y2 = point.getY().multiply(point.getY()).mod(P);
    BigInteger two = BigInteger.TWO;
    return y2.signum() == 0
        || y2.equals(BigInteger.ONE)
        || D.multiply(y2).add(two).multiply(y2).subtract(BigInteger.ONE).mod(P).signum() == 0;
  }

  // x² = (y² - 1) / (d·y² + 1) has a root when numerator times denominator is a square; it is not
  // zero here, since y² = 1 was refused before.
  private static boolean isOnCurve(EdECPoint point) {
    BigInteger y2 = point.getY().multiply(point.getY()).mod(P);
    BigInteger product = y2.subtract(BigInteger.ONE).multiply(D.multiply(y2).add(BigInteger.ONE));
    return product.modPow(MINUS_ONE.shiftRight(1), P).equals(BigInteger.ONE);
  }
}
