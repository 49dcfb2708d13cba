package org.microcred.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Pictures made by hand, sound ones and others. */
final class Pictures {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** One black pixel. */
  static final byte[] IHDR = chunk("IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0});

  static final byte[] IDAT =
      chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1});
  static final byte[] IEND = chunk("IEND", new byte[0]);

  private Pictures() {}

  static byte[] png(byte[]... chunks) {
    return join(SIGNATURE, join(chunks));
  }

  static byte[] png() {
    return png(IHDR, chunk("tEXt", latin("Title\0A badge")), IDAT, IEND);
  }

  /** A sound picture with more in it. */
  static byte[] pngWith(byte[]... chunks) {
    return png(IHDR, join(chunks), IDAT, IEND);
  }

  static byte[] chunk(String type, byte[] data) {
    byte[] typed = join(latin(type), data);
    CRC32 crc = new CRC32();
    crc.update(typed);
    return join(
        ByteBuffer.allocate(4).putInt(data.length).array(),
        typed,
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  static byte[] iTxt(String keyword, String text) {
    return chunk("iTXt", utf8(keyword + "\0\0\0\0\0" + text));
  }

  static byte[] tExt(String keyword, String text) {
    return chunk("tEXt", latin(keyword + "\0" + text));
  }

  /** A picture in SVG with this in front of the circle. */
  static String svg(String inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- > --><svg viewBox='0 0 9 9' a=\">\"\n"
        + " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
        + inside
        + "<circle r=\"3\"/><text>Ünï ☃ &amp; co<![CDATA[ <g> ]]></text></svg>\n";
  }

  /** A carrier of Open Badges 3.0. */
  static String credential(String attributes, String body) {
    return element("credential", "https://purl.imsglobal.org/ob/v3p0", attributes, body);
  }

  /** A carrier of Open Badges 2.0. */
  static String assertion(String attributes, String body) {
    return element("assertion", "http://openbadges.org", attributes, body);
  }

  static String element(String name, String namespace, String attributes, String body) {
    return "<openbadges:%s xmlns:openbadges=\"%s\" %s>%s</openbadges:%s>"
        .formatted(name, namespace, attributes, body, name);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] changed(byte[] bytes, int place, int value) {
    byte[] copy = bytes.clone();
    copy[place] = (byte) value;
    return copy;
  }

  static byte[] without(byte[] bytes, int last) {
    return Arrays.copyOf(bytes, bytes.length - last);
  }
}
