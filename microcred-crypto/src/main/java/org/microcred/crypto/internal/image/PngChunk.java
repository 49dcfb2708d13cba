package org.microcred.crypto.internal.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.microcred.model.InvalidDocumentException;

/**
 * A chunk: length, type, data, checksum (PNG 1.2 §3.2, ISO/IEC 15948 §5.3).
 *
 * @param type four letters
 * @param start where the length stands, in bytes
 * @param dataStart where the data begins
 * @param dataEnd the first byte behind the data, where the checksum stands
 */
record PngChunk(String type, int start, int dataStart, int dataEnd) {
  static final int SIGNATURE_LENGTH = 8;

  /** A photograph in chunks of the smallest usual size has fewer. */
  static final int MAX_CHUNKS = 20_000;

  private static final int WORD = 4;
  private static final int HEADER_LENGTH = 13;

  /** The first byte behind the chunk. */
  int end() {
    return dataEnd + WORD;
  }

  /** All chunks of a picture, every length and checksum compared. */
  static List<PngChunk> readAll(byte[] png) throws InvalidDocumentException {
    List<PngChunk> chunks = new ArrayList<>();
    int at = SIGNATURE_LENGTH;
    while (true) {
      PngChunk chunk = read(png, at);
      requireOrder(chunk, chunks.isEmpty());
      chunks.add(chunk);
      at = chunk.end();
      if (chunk.type.equals("IEND")) {
        break;
      }
      if (chunks.size() == MAX_CHUNKS) {
        throw Faults.tooIntricate("the PNG has more than " + MAX_CHUNKS + " chunks");
      }
    }
    if (at != png.length) {
      throw Faults.of(
          "image.trailing-data",
          (png.length - at) + " bytes stand behind the end of the PNG (IEND); remove them");
    }
    return chunks;
  }

  private static PngChunk read(byte[] png, int at) throws InvalidDocumentException {
    if (png.length - at < 3 * WORD) {
      throw Faults.malformed("the PNG ends at byte " + png.length + ", before its chunk IEND");
    }
    int length = ByteBuffer.wrap(png).getInt(at);
    if (length < 0 || length > png.length - at - 3 * WORD) {
      throw Faults.malformed(
          "the chunk at byte " + at + " says that it is longer than the rest of the PNG");
    }
    int dataStart = at + 2 * WORD;
    for (int i = at + WORD; i < dataStart; i++) {
      if (!isLetter(png[i])) {
        throw Faults.malformed("the type of the chunk at byte " + at + " is not four letters");
      }
    }
    String type = new String(png, at + WORD, WORD, StandardCharsets.US_ASCII);
    PngChunk chunk = new PngChunk(type, at, dataStart, dataStart + length);
    if (checksum(png, at + WORD, chunk.dataEnd) != ByteBuffer.wrap(png).getInt(chunk.dataEnd)) {
      throw Faults.of(
          "image.checksum",
          "the chunk " + type + " at byte " + at + " is damaged: its checksum does not fit");
    }
    return chunk;
  }

  /** PNG §5.6: one IHDR, first; one IEND, last and empty. */
  private static void requireOrder(PngChunk chunk, boolean first) throws InvalidDocumentException {
    boolean header = chunk.type.equals("IHDR");
    int length = chunk.dataEnd - chunk.dataStart;
    if (header != first || (header && length != HEADER_LENGTH)) {
      throw Faults.malformed("a PNG begins with one chunk IHDR of 13 bytes and has no other");
    }
    if (chunk.type.equals("IEND") && length != 0) {
      throw Faults.malformed("the chunk IEND is not empty");
    }
  }

  /** The bytes of a chunk. */
  static byte[] write(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 3 * WORD);
    chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    return chunk.putInt(checksum(chunk.array(), WORD, chunk.position())).array();
  }

  private static int checksum(byte[] bytes, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from);
    return (int) crc.getValue();
  }

  private static boolean isLetter(byte b) {
    return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
  }
}
