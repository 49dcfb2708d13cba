package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** RSA public keys: bounds before arithmetic, and the PKCS #1 form that a Multikey holds. */
final class RsaKeys {
  private static final int MIN_BITS = 2048;
  private static final int MAX_BITS = 8192;
  // FIPS 186-5 §5.1; without an upper bound a stranger decides how long verification takes.
  private static final int MAX_EXPONENT_BITS = 256;
  private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(65537);

  // AlgorithmIdentifier rsaEncryption (RFC 8017 A.1), between two lengths that take two bytes each
  // for every allowed size.
  private static final byte[] RSA_ENCRYPTION =
      HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final int PKCS1_OFFSET = 24;

  private RsaKeys() {}

  static Optional<String> weakness(RSAPublicKey key) {
    return weakness(key.getModulus(), key.getPublicExponent());
  }

  private static Optional<String> weakness(BigInteger n, BigInteger e) {
    if (isWeakModulus(n)) {
      return Optional.of(
          "an RSA modulus must be odd and have 2048 to 8192 bits, found " + n.bitLength());
    }
    if (e.compareTo(MIN_EXPONENT) < 0 || !e.testBit(0) || e.bitLength() > MAX_EXPONENT_BITS) {
      return Optional.of("an RSA exponent must be odd, at least 65537 and below 2^256");
    }
    if (Roca.isLikely(n)) {
      return Optional.of("the RSA modulus comes from a generator that was broken (CVE-2017-15361)");
    }
    return Optional.empty();
  }

  static boolean isWeakModulus(BigInteger n) {
    return n.signum() < 0 || n.bitLength() < MIN_BITS || n.bitLength() > MAX_BITS || !n.testBit(0);
  }

  static DecodedKey key(BigInteger n, BigInteger e) {
    Optional<String> weakness = weakness(n, e);
    if (weakness.isPresent()) {
      return DecodedKey.weak(weakness.get());
    }
    try {
      return DecodedKey.of(
          KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e)));
    } catch (GeneralSecurityException refused) {
      // The JDK bounds the exponent further for large moduli.
      return DecodedKey.weak("this Java runtime refuses the RSA key");
    }
  }

  /** RFC 8017 A.1.1, in DER: the JDK reads it when wrapped, and writes it back in the only way. */
  static DecodedKey decodePkcs1(byte[] pkcs1) {
    byte[] wrapped = wrap(pkcs1);
    try {
      if (KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(wrapped))
              instanceof RSAPublicKey key
          && Arrays.equals(key.getEncoded(), wrapped)) {
        return key(key.getModulus(), key.getPublicExponent());
      }
    } catch (GeneralSecurityException e) {
      // answered below
    }
    return DecodedKey.malformed("the bytes are not an RSA public key of 2048 to 8192 bits in DER");
  }

  static byte[] encodePkcs1(RSAPublicKey key) {
    // From the numbers, since keys of other providers may encode themselves in other ways.
    byte[] encoded =
        key(key.getModulus(), key.getPublicExponent()).key().orElseThrow().getEncoded();
    return Arrays.copyOfRange(encoded, PKCS1_OFFSET, encoded.length);
  }

  private static byte[] wrap(byte[] pkcs1) {
    return ByteBuffer.allocate(PKCS1_OFFSET + pkcs1.length)
        .putShort((short) 0x3082)
        .putShort((short) (PKCS1_OFFSET - 4 + pkcs1.length))
        .put(RSA_ENCRYPTION)
        .putShort((short) 0x0382)
        .putShort((short) (1 + pkcs1.length))
        .put((byte) 0)
        .put(pkcs1)
        .array();
  }
}
