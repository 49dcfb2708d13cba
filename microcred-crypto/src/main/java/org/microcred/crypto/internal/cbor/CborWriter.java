package org.microcred.crypto.internal.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes deterministic CBOR (RFC 8949 §4.2.1), item by item. Not thread-safe. */
public final class CborWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public CborWriter integer(long value) {
    return value < 0 ? head(1, -1 - value) : head(0, value);
  }

  public CborWriter bytes(byte[] value) {
    head(2, value.length);
    out.writeBytes(value);
    return this;
  }

  public CborWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    head(3, utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  /** The items follow. */
  public CborWriter array(int items) {
    return head(4, items);
  }

  /** Labels and values follow, in the order of the labels. */
  public CborWriter map(int members) {
    return head(5, members);
  }

  /** The item follows. */
  public CborWriter tag(long tag) {
    return head(6, tag);
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }

  private CborWriter head(int major, long argument) {
    int size = 0;
    if (argument >= 24) {
      size = 1;
      while (size < 8 && argument >>> (8 * size) != 0) {
        size *= 2;
      }
    }
    int info = size == 0 ? (int) argument : 24 + Integer.numberOfTrailingZeros(size);
    out.write(major << 5 | info);
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      out.write((int) (argument >>> shift));
    }
    return this;
  }
}
