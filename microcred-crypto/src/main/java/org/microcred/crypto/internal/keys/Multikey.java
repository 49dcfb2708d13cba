package org.microcred.crypto.internal.keys;

import java.io.ByteArrayOutputStream;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.Multibase;
import org.microcred.model.SafeText;

/** Public keys as base58btc text with a multicodec in front (CID 1.0 §2.2.2). */
public final class Multikey {
  private static final int X25519 = 0xec;
  private static final int X448 = 0x1204;

  /** The codecs that are known and not built in, by their names in the multicodec table. */
  private static final Map<Integer, String> UNSUPPORTED =
      Map.of(
          0xe7,
          "secp256k1-pub",
          0xea,
          "bls12_381-g1-pub",
          0xeb,
          "bls12_381-g2-pub",
          X25519,
          "x25519-pub",
          0xee,
          "bls12_381-g1g2-pub",
          0x1203,
          "ed448-pub",
          X448,
          "x448-pub",
          0xeb51,
          "jwk_jcs-pub");

  private Multikey() {}

  /**
   * {@return the key, or why there is none}
   *
   * @param multibase untrusted text
   */
  public static DecodedKey decode(String multibase) {
    Optional<Tagged> tagged = tagged(multibase);
    if (tagged.isEmpty()) {
      return DecodedKey.malformed(
          "a Multikey is base58btc text that starts with z and a multicodec, found "
              + SafeText.quote(multibase));
    }
    int codec = tagged.get().codec;
    byte[] key = tagged.get().bytes;
    for (KeyKind kind : KeyKind.values()) {
      if (kind.multicodec() == codec) {
        return decode(kind, key);
      }
    }
    if (codec >= 0x1300 && codec <= 0x131f) {
      return DecodedKey.failed(
          "key.private-material", "a private key stands in the place of a public key");
    }
    return DecodedKey.unsupported(
        "keys of the multicodec "
            + UNSUPPORTED.getOrDefault(codec, "0x" + Integer.toHexString(codec))
            + " are not supported");
  }

  /** {@return whether this is a key for encryption, which never signs} */
  public static boolean isForKeyAgreement(String multibase) {
    return tagged(multibase).filter(t -> Set.of(X25519, X448).contains(t.codec)).isPresent();
  }

  /**
   * {@return the only spelling of the key}
   *
   * @throws IllegalArgumentException when it is of no kind that is built in
   */
  public static String encode(PublicKey key) {
    KeyKind kind =
        KeyKind.of(key)
            .filter(k -> KeyChecks.isSafe(key))
            .orElseThrow(() -> new IllegalArgumentException("key is weak or of an unknown kind"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int codec = kind.multicodec(); // every one of them takes two bytes as unsigned varint
    bytes.write((codec & 0x7f) | 0x80);
    bytes.write(codec >> 7);
    bytes.writeBytes(octets(key));
    return Multibase.base58btc(bytes.toByteArray());
  }

  private static byte[] octets(PublicKey key) {
    if (key instanceof EdECPublicKey edwards) {
      return Ed25519.encode(edwards.getPoint());
    }
    if (key instanceof ECPublicKey ec) {
      return NistCurve.of(ec.getParams()).orElseThrow().compress(ec.getW());
    }
    return RsaKeys.encodePkcs1((RSAPublicKey) key);
  }

  private static DecodedKey decode(KeyKind kind, byte[] key) {
    return switch (kind) {
      case ED25519 -> Ed25519.decode(key);
      case RSA -> RsaKeys.decodePkcs1(key);
      case P256, P384, P521 -> NistCurve.of(kind).orElseThrow().decompress(key);
    };
  }

  private static final class Tagged {
    final int codec;
    final byte[] bytes;

    Tagged(int codec, byte[] bytes) {
      this.codec = codec;
      this.bytes = bytes;
    }
  }

  // An unsigned varint of at most three bytes, in its shortest form: all codecs of keys are such.
  private static Optional<Tagged> tagged(String multibase) {
    if (!multibase.startsWith("z")) {
      return Optional.empty();
    }
    byte[] bytes = Multibase.decode(multibase).orElse(new byte[0]);
    int codec = 0;
    for (int i = 0; i < Math.min(3, bytes.length); i++) {
      codec |= (bytes[i] & 0x7f) << (7 * i);
      if (bytes[i] >= 0) {
        boolean isShortest = i == 0 || bytes[i] != 0;
        return isShortest
            ? Optional.of(new Tagged(codec, Arrays.copyOfRange(bytes, i + 1, bytes.length)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
