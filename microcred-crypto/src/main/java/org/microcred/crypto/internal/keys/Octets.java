package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.util.Arrays;

/** Integers as octets, the way JOSE writes them (RFC 7518 §2, SEC 1 §2.3.7). */
final class Octets {
  private Octets() {}

  /** Big-endian and as short as possible. */
  static byte[] minimal(BigInteger value) {
    byte[] signed = value.toByteArray();
    return signed.length > 1 && signed[0] == 0
        ? Arrays.copyOfRange(signed, 1, signed.length)
        : signed;
  }

  /** Big-endian in exactly that many bytes, which must suffice. */
  static byte[] fixed(BigInteger value, int length) {
    byte[] minimal = minimal(value);
    byte[] padded = new byte[length];
    System.arraycopy(minimal, 0, padded, length - minimal.length, minimal.length);
    return padded;
  }

  static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
