package org.microcred.crypto.internal.keys;

import java.io.ByteArrayOutputStream;

/** Writes DER (X.690 §8.1, §10.1). */
final class Der {
  static final int INTEGER = 2;
  static final int OCTET_STRING = 4;
  static final int SEQUENCE = 0x30;

  private Der() {}

  static byte[] of(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.write(tag);
    int length = content.size();
    if (length < 0x80) {
      der.write(length);
    } else {
      int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
      der.write(0x80 | octets);
      for (int i = octets - 1; i >= 0; i--) {
        der.write(length >>> (8 * i));
      }
    }
    der.writeBytes(content.toByteArray());
    return der.toByteArray();
  }
}
