package org.microcred.crypto.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonPointer;

/**
 * GZIP (RFC 1952) and ZLIB (RFC 1950), read strictly: one member, nothing behind it, the checksum
 * right, and never a byte inflated beyond the bound.
 */
final class Compressed {
  private static final int GZIP_HEADER = 10;
  private static final int GZIP_TRAILER = 8;
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 0x02;
  private static final int EXTRA = 0x04;
  private static final int NAME = 0x08;
  private static final int COMMENT = 0x10;
  private static final int RESERVED = 0xE0;
  private static final int CHUNK = 1 << 13;

  private Compressed() {}

  /**
   * The octets of a GZIP file. Its last four bytes say how many there are, so that a bomb is
   * refused before it is lit; one that lies about it is stopped where it said that it would end.
   */
  static byte[] gunzip(byte[] file, int maxBytes) throws InvalidDocumentException {
    int start = gzipContent(file);
    ByteBuffer trailer =
        ByteBuffer.wrap(file, file.length - GZIP_TRAILER, GZIP_TRAILER)
            .order(ByteOrder.LITTLE_ENDIAN);
    int checksum = trailer.getInt();
    long length = Integer.toUnsignedLong(trailer.getInt());
    requireWithin(length, maxBytes);
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(file, start, file.length - start);
      byte[] octets = inflate(inflater, (int) length, GZIP_TRAILER);
      CRC32 crc = new CRC32();
      crc.update(octets);
      if ((int) crc.getValue() != checksum) {
        throw malformed("its checksum does not fit");
      }
      return octets;
    } finally {
      inflater.end();
    }
  }

  /** The octets of ZLIB data, which do not say how many there are: counted first, then kept. */
  static byte[] unzlib(byte[] data, int maxBytes) throws InvalidDocumentException {
    long length = count(data, maxBytes);
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(data);
      return inflate(inflater, (int) length, 0);
    } finally {
      inflater.end();
    }
  }

  static byte[] gzip(byte[] octets) {
    return compress(octets, GZIPOutputStream::new);
  }

  static byte[] zlib(byte[] octets) {
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      return compress(octets, out -> new DeflaterOutputStream(out, best));
    } finally {
      best.end();
    }
  }

  /** Where the compressed data begin (RFC 1952 §2.3). */
  private static int gzipContent(byte[] file) throws InvalidDocumentException {
    boolean isGzip =
        file.length > GZIP_HEADER + GZIP_TRAILER
            && (file[0] & 0xFF) == 0x1F
            && (file[1] & 0xFF) == 0x8B
            && file[2] == DEFLATE
            && (file[3] & RESERVED) == 0;
    if (!isGzip) {
      throw malformed("it is not compressed with GZIP");
    }
    int flags = file[3];
    int at = GZIP_HEADER;
    if ((flags & EXTRA) != 0) {
      at += 2 + (file[at] & 0xFF) + ((file[at + 1] & 0xFF) << 8);
    }
    if ((flags & NAME) != 0) {
      at = behindZero(file, at);
    }
    if ((flags & COMMENT) != 0) {
      at = behindZero(file, at);
    }
    if ((flags & HEADER_CRC) != 0) {
      at += 2;
    }
    if (at >= file.length - GZIP_TRAILER) {
      throw malformed("it ends too early");
    }
    return at;
  }

  private static int behindZero(byte[] file, int from) {
    int at = from;
    while (at < file.length && file[at] != 0) {
      at++;
    }
    return at + 1;
  }

  /** Exactly so many octets, and exactly so many bytes behind them. */
  private static byte[] inflate(Inflater inflater, int length, int behind)
      throws InvalidDocumentException {
    byte[] octets = new byte[length];
    int filled = 0;
    byte[] more = new byte[1];
    while (!inflater.finished()) {
      boolean full = filled == length;
      int count = step(inflater, full ? more : octets, full ? 0 : filled);
      if (count > 0 && full) {
        throw malformed("it is longer than it says");
      }
      filled += count;
    }
    if (filled != length) {
      throw malformed("it is shorter than it says");
    }
    if (inflater.getRemaining() != behind) {
      throw malformed("there is something behind its end");
    }
    return octets;
  }

  private static long count(byte[] data, int maxBytes) throws InvalidDocumentException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(data);
      byte[] chunk = new byte[CHUNK];
      long length = 0;
      while (!inflater.finished()) {
        length += step(inflater, chunk, 0);
        requireWithin(length, maxBytes);
      }
      return length;
    } finally {
      inflater.end();
    }
  }

  /** One step that cannot be made for ever: without output it ends the data or is refused. */
  private static int step(Inflater inflater, byte[] into, int from)
      throws InvalidDocumentException {
    int count;
    try {
      count = inflater.inflate(into, from, into.length - from);
    } catch (DataFormatException e) {
      throw malformed("its compression is broken");
    }
    if (count == 0 && !inflater.finished()) {
      throw malformed("it ends too early");
    }
    return count;
  }

  private static void requireWithin(long length, int maxBytes) throws InvalidDocumentException {
    if (length > maxBytes) {
      throw InvalidDocumentException.of(
          "limit.status-list",
          JsonPointer.ROOT,
          "the list is larger than " + maxBytes + " bytes when it is inflated");
    }
  }

  private interface Compressor {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static byte[] compress(byte[] octets, Compressor compressor) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream compressing = compressor.around(out)) {
      compressing.write(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static InvalidDocumentException malformed(String why) {
    return InvalidDocumentException.of(
        "status.encoding", JsonPointer.ROOT, "the list is wrongly encoded: " + why);
  }
}
