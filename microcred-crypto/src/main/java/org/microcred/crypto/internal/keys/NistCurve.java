package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The prime curves of FIPS 186: all have cofactor 1, so a point on the curve is a good key. */
@SuppressWarnings("ImmutableEnumChecker") // ECParameterSpec and BigInteger are immutable
enum NistCurve {
  P256(KeyKind.P256, "secp256r1"),
  P384(KeyKind.P384, "secp384r1"),
  P521(KeyKind.P521, "secp521r1");

  private final KeyKind kind;
  private final String jca;
  private final ECParameterSpec params;
  private final BigInteger p;

  NistCurve(KeyKind kind, String jca) {
    this.kind = kind;
    this.jca = jca;
    try {
      AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
      named.init(new ECGenParameterSpec(jca));
      this.params = named.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks the curve " + jca, e);
    }
    this.p = ((ECFieldFp) params.getCurve().getField()).getP();
  }

  static Optional<NistCurve> of(ECParameterSpec spec) {
    return Arrays.stream(values()).filter(c -> c.has(spec)).findFirst();
  }

  static Optional<NistCurve> of(KeyKind kind) {
    return Arrays.stream(values()).filter(c -> c.kind == kind).findFirst();
  }

  KeyKind kind() {
    return kind;
  }

  String jca() {
    return jca;
  }

  ECParameterSpec params() {
    return params;
  }

  /** The length of a coordinate and of a private key, in bytes. */
  int fieldLength() {
    return (p.bitLength() + 7) / 8;
  }

  // A key may bring parameters of its own that only look like the curve's (CVE-2020-0601).
  private boolean has(ECParameterSpec spec) {
    return params.getCurve().equals(spec.getCurve())
        && params.getGenerator().equals(spec.getGenerator())
        && params.getOrder().equals(spec.getOrder())
        && params.getCofactor() == spec.getCofactor();
  }

  /** SEC 1 §3.2.2.1, with the cofactor 1. */
  boolean contains(ECPoint point) {
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    return x != null // the point at infinity has no coordinates
        && y != null
        && isElement(x)
        && isElement(y)
        && y.multiply(y).mod(p).equals(squareOfY(x));
  }

  /** SEC 1 §2.3.4 for compressed points. */
  DecodedKey decompress(byte[] bytes) {
    if (bytes.length != 1 + fieldLength() || (bytes[0] != 2 && bytes[0] != 3)) {
      return DecodedKey.malformed("a compressed point of " + kind.curve() + " is expected");
    }
    return withX(new BigInteger(1, Arrays.copyOfRange(bytes, 1, bytes.length))).get(bytes[0] - 2);
  }

  /** The points with that x: first the one with an even y, then the one with an odd y. */
  List<DecodedKey> withX(BigInteger x) {
    if (!isElement(x)) {
      return List.of(offCurve(), offCurve());
    }
    // p ≡ 3 (mod 4) for all three curves.
    BigInteger y = squareOfY(x).modPow(p.add(BigInteger.ONE).shiftRight(2), p);
    BigInteger minusY = p.subtract(y);
    return List.of(key(x, y.testBit(0) ? minusY : y), key(x, y.testBit(0) ? y : minusY));
  }

  byte[] compress(ECPoint point) {
    byte[] bytes = new byte[1 + fieldLength()];
    bytes[0] = (byte) (point.getAffineY().testBit(0) ? 3 : 2);
    System.arraycopy(Octets.fixed(point.getAffineX(), fieldLength()), 0, bytes, 1, fieldLength());
    return bytes;
  }

  DecodedKey key(BigInteger x, BigInteger y) {
    ECPoint point = new ECPoint(x, y);
    if (!contains(point)) {
      return offCurve();
    }
    try {
      return DecodedKey.of(
          (ECPublicKey)
              KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, params)));
    } catch (GeneralSecurityException e) {
      return offCurve();
    }
  }

  private DecodedKey offCurve() {
    return DecodedKey.malformed("the point is not on the curve " + kind.curve());
  }

  private boolean isElement(BigInteger value) {
    return value.signum() >= 0 && value.compareTo(p) < 0;
  }

  private BigInteger squareOfY(BigInteger x) {
    BigInteger a = params.getCurve().getA();
    BigInteger b = params.getCurve().getB();
    return x.multiply(x).add(a).multiply(x).add(b).mod(p);
  }
}
