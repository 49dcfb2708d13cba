package org.microcred.crypto.internal.keys;

import java.util.Base64;
import java.util.Optional;

/** Base64url without padding (RFC 7515 §2), one spelling for each octet sequence. */
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  /** {@return the octets, or empty when the text has padding, blanks, foreign or spare bits} */
  public static Optional<byte[]> decode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    // The JDK tolerates padding and spare bits that are not zero: two texts for the same octets.
    return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
  }

  /** {@return the only spelling} */
  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }
}
