package org.microcred.crypto.internal.keys;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Keys as other tools write them. */
public final class KeyTexts {
  private static final int PKCS8_AROUND_RSA = 26;

  private KeyTexts() {}

  /** RFC 7468. */
  public static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** PKCS #8. */
  public static String privateKey(KeyPair pair) {
    return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  /** PKCS #1, which PKCS #8 holds. */
  public static byte[] pkcs1(KeyPair pair) {
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    return Arrays.copyOfRange(pkcs8, PKCS8_AROUND_RSA, pkcs8.length);
  }

  /** PKCS #1. */
  public static byte[] pkcs1Public(KeyPair pair) {
    return RsaKeys.encodePkcs1((RSAPublicKey) pair.getPublic());
  }

  /** SEC 1 C.4, with the curve and, if wanted, the public key. */
  public static byte[] sec1(KeyPair pair, boolean withPublicKey) {
    ECPrivateKey key = (ECPrivateKey) pair.getPrivate();
    NistCurve curve = NistCurve.of(key.getParams()).orElseThrow();
    String name =
        switch (curve) {
          case P256 -> "06082a8648ce3d030107";
          case P384 -> "06052b81040022";
          case P521 -> "06052b81040023";
        };
    var point = ((ECPublicKey) pair.getPublic()).getW();
    byte[] uncompressed =
        Der.of(
            3,
            new byte[] {0, 4},
            Octets.fixed(point.getAffineX(), curve.fieldLength()),
            Octets.fixed(point.getAffineY(), curve.fieldLength()));
    return Der.of(
        Der.SEQUENCE,
        new byte[] {2, 1, 1},
        Der.of(Der.OCTET_STRING, Octets.fixed(key.getS(), curve.fieldLength())),
        Der.of(0xa0, HexFormat.of().parseHex(name)),
        withPublicKey ? Der.of(0xa1, uncompressed) : new byte[0]);
  }
}
