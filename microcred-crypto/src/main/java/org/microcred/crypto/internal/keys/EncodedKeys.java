package org.microcred.crypto.internal.keys;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonPointer;

/** Keys in DER, read by the runtime and checked here. */
final class EncodedKeys {
  private static final List<String> BUILT_IN = List.of("EdDSA", "EC", "RSA");

  /** What the runtime reads and signatures are not made with here. */
  private static final List<String> OTHERS = List.of("RSASSA-PSS", "XDH", "DSA", "DH");

  // AlgorithmIdentifiers: rsaEncryption (RFC 8017 A.1) and id-ecPublicKey (RFC 5480 §2.1.1).
  private static final byte[] RSA_ENCRYPTION =
      HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] EC_PUBLIC_KEY = HexFormat.of().parseHex("06072a8648ce3d0201");

  // P-256, P-384 and P-521 as object identifiers in DER (RFC 5480 §2.1.1.1).
  private static final List<String> CURVES =
      List.of("06082a8648ce3d030107", "06052b81040022", "06052b81040023");
  private static final byte[] VERSION_0 = {2, 1, 0};

  private EncodedKeys() {}

  /** A reader of one kind of key. */
  private interface Reading<K> {
    K in(KeyFactory factory) throws GeneralSecurityException;
  }

  /** The pair of a private key in PKCS #8. */
  static KeyPair keyPair(byte[] pkcs8) throws InvalidDocumentException {
    return PublicHalf.of(
        read(factory -> factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), "private"));
  }

  /** A public key in X.509. */
  static PublicKey publicKey(byte[] x509) throws InvalidDocumentException {
    return checked(read(factory -> factory.generatePublic(new X509EncodedKeySpec(x509)), "public"));
  }

  private static <K> K read(Reading<K> reading, String half) throws InvalidDocumentException {
    for (String name : BUILT_IN) {
      Optional<K> key = tryAs(reading, name);
      if (key.isPresent()) {
        return key.get();
      }
    }
    for (String name : OTHERS) {
      if (tryAs(reading, name).isPresent()) {
        throw unsupported(name);
      }
    }
    throw InvalidDocumentException.of(
        "key.malformed",
        JsonPointer.ROOT,
        "the bytes are no "
            + half
            + " key on Ed25519, P-256, P-384 or P-521 or of RSA; \"openssl pkey -in FILE -text"
            + " -noout\" tells what they are");
  }

  private static <K> Optional<K> tryAs(Reading<K> reading, String algorithm) {
    try {
      return Optional.of(reading.in(KeyFactory.getInstance(algorithm)));
    } catch (GeneralSecurityException | RuntimeException e) {
      // Not a key of this kind. Messages of providers may tell of private parts.
      return Optional.empty();
    }
  }

  /** The same key when it is built in, well-formed and strong. */
  static PublicKey checked(PublicKey key) throws InvalidDocumentException {
    if (key instanceof RSAPublicKey rsa && key.getAlgorithm().equals("RSA")) {
      return RsaKeys.key(rsa.getModulus(), rsa.getPublicExponent()).orThrow();
    }
    Optional<KeyKind> kind = KeyKind.of(key);
    if (key instanceof ECPublicKey ec && kind.isPresent()) {
      ECPoint point = ec.getW();
      return NistCurve.of(kind.get())
          .orElseThrow()
          .key(point.getAffineX(), point.getAffineY())
          .orThrow();
    }
    if (key instanceof EdECPublicKey edwards && kind.isPresent()) {
      return Ed25519.decode(Ed25519.encode(edwards.getPoint())).orThrow();
    }
    throw unsupported(key);
  }

  /** RFC 5958 §2 around PKCS #1. */
  static byte[] wrapPkcs1(byte[] pkcs1) {
    return Der.of(Der.SEQUENCE, VERSION_0, RSA_ENCRYPTION, Der.of(Der.OCTET_STRING, pkcs1));
  }

  /**
   * RFC 5958 §2 around SEC 1 C.4, whose curve must stand in front of it.
   *
   * <p>The curve is the one whose name is in there; whether it is that of the key is decided when
   * the two halves are held against each other.
   */
  static byte[] wrapSec1(byte[] sec1) throws InvalidDocumentException {
    String text = HexFormat.of().formatHex(sec1);
    for (String curve : CURVES) {
      if (text.contains(curve)) {
        byte[] algorithm = Der.of(Der.SEQUENCE, EC_PUBLIC_KEY, HexFormat.of().parseHex(curve));
        return Der.of(Der.SEQUENCE, VERSION_0, algorithm, Der.of(Der.OCTET_STRING, sec1));
      }
    }
    throw InvalidDocumentException.of(
        "key.unsupported",
        JsonPointer.ROOT,
        "the EC PRIVATE KEY does not name one of P-256, P-384 and P-521");
  }

  static InvalidDocumentException unsupported(Key key) {
    if (key instanceof ECKey) {
      return unsupported("other curves than P-256, P-384 and P-521");
    }
    return unsupported(
        key instanceof EdECKey edwards ? edwards.getParams().getName() : key.getAlgorithm());
  }

  private static InvalidDocumentException unsupported(String algorithm) {
    return InvalidDocumentException.of(
        "key.unsupported",
        JsonPointer.ROOT,
        "keys for " + SafeText.of(algorithm) + " are not supported");
  }
}
