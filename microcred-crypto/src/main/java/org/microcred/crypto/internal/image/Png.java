package org.microcred.crypto.internal.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.BadgeImage.Version;
import org.microcred.model.InvalidDocumentException;

/**
 * Badges in PNG: an {@code iTXt} chunk, never compressed (Open Badges 3.0 §5.3.1, Baking 2.0). The
 * chunk {@code tEXt} with the URL of a 2.0 assertion is older and read only.
 */
public final class Png {
  private static final List<String> TEXTS = List.of("iTXt", "tEXt", "zTXt");
  private static final String KEYWORD_3_0 = "openbadgecredential";
  private static final String KEYWORD_2_0 = "openbadges";

  private Png() {}

  /**
   * Looks through a picture.
   *
   * @param png bytes that begin with the signature of PNG
   * @return what was found
   * @throws InvalidDocumentException {@code image.*} when the picture or its carrier is not as it
   *     must be, {@code limit.image}
   */
  public static Scan scan(byte[] png) throws InvalidDocumentException {
    List<PngChunk> chunks = PngChunk.readAll(png);
    List<PngChunk> carriers =
        chunks.stream().filter(chunk -> version(png, chunk).isPresent()).toList();
    if (carriers.size() > 1) {
      throw Faults.ambiguous("the PNG has " + carriers.size() + " chunks that hold a badge");
    }
    Optional<Carrier> carrier = Optional.empty();
    if (!carriers.isEmpty()) {
      carrier = Optional.of(carrier(png, carriers.get(0)));
    }
    return new Scan(carrier, chunks.get(0).end(), List.of());
  }

  /**
   * {@return the bytes of a chunk that holds a badge}
   *
   * @param version whose rules to follow
   * @param text the badge
   */
  public static byte[] carrier(Version version, String text) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(keyword(version).getBytes(StandardCharsets.US_ASCII));
    // End of keyword; not compressed, method 0; no language; no translated keyword.
    data.writeBytes(new byte[] {0, 0, 0, 0, 0});
    data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return PngChunk.write("iTXt", data.toByteArray());
  }

  private static String keyword(Version version) {
    return version == Version.OPEN_BADGES_3_0 ? KEYWORD_3_0 : KEYWORD_2_0;
  }

  /** Whose badge a chunk holds, if it holds one. */
  private static Optional<Version> version(byte[] png, PngChunk chunk) {
    return TEXTS.contains(chunk.type())
        ? Arrays.stream(Version.values()).filter(v -> hasKeyword(png, chunk, v)).findFirst()
        : Optional.empty();
  }

  private static boolean hasKeyword(byte[] png, PngChunk chunk, Version version) {
    byte[] keyword = keyword(version).getBytes(StandardCharsets.US_ASCII);
    int end = chunk.dataStart() + keyword.length;
    // Without the NUL the chunk is broken, and still nobody else's.
    return end <= chunk.dataEnd()
        && Arrays.equals(png, chunk.dataStart(), end, keyword, 0, keyword.length)
        && (end == chunk.dataEnd() || png[end] == 0);
  }

  private static Carrier carrier(byte[] png, PngChunk chunk) throws InvalidDocumentException {
    Version version = version(png, chunk).orElseThrow();
    int fields = chunk.dataStart() + keyword(version).length() + 1;
    if (chunk.type().equals("zTXt")) {
      throw compressed();
    }
    String text;
    if (chunk.type().equals("tEXt")) {
      if (version == Version.OPEN_BADGES_3_0) {
        throw Faults.carrier("an Open Badges 3.0 credential belongs into a chunk iTXt, not tEXt");
      }
      int from = Math.min(fields, chunk.dataEnd());
      text = new String(png, from, chunk.dataEnd() - from, StandardCharsets.ISO_8859_1);
    } else {
      text = international(png, fields, chunk.dataEnd());
    }
    return new Carrier(version, text, chunk.start(), chunk.end());
  }

  /** The text of an iTXt chunk (PNG §11.3.4.5), from behind its keyword. */
  private static String international(byte[] png, int fields, int end)
      throws InvalidDocumentException {
    int language = fields + 2;
    if (language > end) {
      throw truncated();
    }
    if (png[fields] != 0) {
      throw compressed();
    }
    int translated = behindNul(png, language, end);
    int text = behindNul(png, translated, end);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(png, text, end - text))
          .toString();
    } catch (CharacterCodingException e) {
      throw Faults.encoding("the text of the chunk iTXt that holds the badge is not UTF-8");
    }
  }

  private static int behindNul(byte[] png, int from, int end) throws InvalidDocumentException {
    for (int i = from; i < end; i++) {
      if (png[i] == 0) {
        return i + 1;
      }
    }
    throw truncated();
  }

  private static InvalidDocumentException truncated() {
    return Faults.carrier("the chunk iTXt that holds the badge ends before its text");
  }

  private static InvalidDocumentException compressed() {
    return Faults.of(
        "image.compressed",
        "the badge in the PNG is compressed, which Open Badges forbids; ask for an image that is"
            + " baked without compression");
  }
}
