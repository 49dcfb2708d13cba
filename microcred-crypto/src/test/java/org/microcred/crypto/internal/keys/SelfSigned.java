package org.microcred.crypto.internal.keys;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;

/** The smallest certificate that a key store takes (RFC 5280 §4.1). */
public final class SelfSigned {
  private SelfSigned() {}

  /** A certificate of that key, signed by itself. */
  public static Certificate certificate(KeyPair pair) throws Exception {
    byte[] der = der(pair);
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der));
  }

  private static byte[] der(KeyPair pair) throws Exception {
    String kind = pair.getPrivate().getAlgorithm();
    byte[] algorithm =
        switch (kind) {
          case "EC" -> sequence(hex("06082a8648ce3d040302"));
          case "RSA" -> sequence(hex("06092a864886f70d01010b0500"));
          default -> sequence(hex("06032b6570"));
        };
    byte[] name =
        sequence(
            Der.of(
                0x31,
                sequence(
                    hex("0603550403"), Der.of(0x0c, "x".getBytes(StandardCharsets.US_ASCII)))));
    byte[] validity =
        sequence(
            Der.of(0x17, "200101000000Z".getBytes(StandardCharsets.US_ASCII)),
            Der.of(0x17, "400101000000Z".getBytes(StandardCharsets.US_ASCII)));
    byte[] signed =
        sequence(
            hex("a003020102020101"),
            algorithm,
            name,
            validity,
            name,
            pair.getPublic().getEncoded());
    Signature signer =
        Signature.getInstance(
            kind.equals("EdDSA") ? "Ed25519" : "SHA256with" + kind.replace("EC", "ECDSA"));
    signer.initSign(pair.getPrivate());
    signer.update(signed);
    return sequence(signed, algorithm, Der.of(3, new byte[1], signer.sign()));
  }

  private static byte[] sequence(byte[]... parts) {
    return Der.of(Der.SEQUENCE, parts);
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
