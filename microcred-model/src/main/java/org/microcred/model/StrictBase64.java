package org.microcred.model;

import java.util.Base64;
import java.util.Optional;

/** Base64 and base64url (RFC 4648 §4, §5) with one spelling for each octet sequence. */
final class StrictBase64 {
  private StrictBase64() {}

  /** {@return the octets of base64 with its padding, or empty when the text is another spelling} */
  static Optional<byte[]> decode(String text) {
    return decode(text, Base64.getDecoder(), Base64.getEncoder());
  }

  /** {@return the octets of base64url without padding, or empty when it is another spelling} */
  static Optional<byte[]> decodeUrl(String text) {
    return decode(text, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding());
  }

  // The JDK tolerates missing padding and spare bits that are not zero, which would make two texts
  // for the same octets.
  private static Optional<byte[]> decode(
      String text, Base64.Decoder decoder, Base64.Encoder encoder) {
    byte[] octets;
    try {
      octets = decoder.decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return encoder.encodeToString(octets).equals(text) ? Optional.of(octets) : Optional.empty();
  }
}
