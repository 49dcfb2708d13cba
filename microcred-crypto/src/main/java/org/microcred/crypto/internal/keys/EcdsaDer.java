package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** ECDSA signatures as providers without the JOSE form know them: Ecdsa-Sig-Value (RFC 3279). */
final class EcdsaDer {
  private EcdsaDer() {}

  /** r and s, one behind the other, as DER. */
  static byte[] encode(byte[] signature) {
    int half = signature.length / 2;
    return Der.of(
        Der.SEQUENCE,
        integer(Arrays.copyOf(signature, half)),
        integer(Arrays.copyOfRange(signature, half, signature.length)));
  }

  /** r and s with half that length each, or empty when it is not their only encoding. */
  static Optional<byte[]> decode(byte[] der, int length) {
    int half = length / 2;
    // For every curve here the content is shorter than 256 octets, and each number than 128.
    int r = der.length > 1 && der[1] == (byte) 0x81 ? 3 : 2;
    int s = end(der, r);
    int end = end(der, s);
    if (end != der.length || s - r - 2 > half + 1 || end - s - 2 > half + 1) {
      return Optional.empty();
    }
    byte[] signature = Arrays.copyOf(fixed(der, r, s, half), length);
    System.arraycopy(fixed(der, s, end, half), 0, signature, half, half);
    return Arrays.equals(encode(signature), der) ? Optional.of(signature) : Optional.empty();
  }

  /** Where the number ends that begins there; beyond the end when there is none. */
  private static int end(byte[] der, int start) {
    return start + 1 < der.length ? start + 2 + (der[start + 1] & 0xff) : der.length + 1;
  }

  private static byte[] fixed(byte[] der, int start, int end, int length) {
    byte[] number = Arrays.copyOfRange(der, start + 2, end);
    int spare = Math.max(0, number.length - length);
    byte[] fixed = new byte[length];
    System.arraycopy(number, spare, fixed, length - number.length + spare, number.length - spare);
    return fixed;
  }

  private static byte[] integer(byte[] octets) {
    return Der.of(Der.INTEGER, new BigInteger(1, octets).toByteArray());
  }
}
