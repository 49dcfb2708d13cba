package org.microcred.crypto.internal.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.microcred.crypto.BadgeImage.Version;
import org.microcred.crypto.internal.image.SvgTags.Kind;
import org.microcred.model.InvalidDocumentException;

/**
 * Badges in SVG: one element, a token in its attribute {@code verify} or JSON as its text (Open
 * Badges 3.0 §5.3.2, Baking 2.0).
 */
public final class Svg {
  static final String PREFIX = "openbadges";

  private Svg() {}

  /** The namespace of the element that holds a badge. */
  static String namespace(Version version) {
    return version == Version.OPEN_BADGES_3_0
        ? "https://purl.imsglobal.org/ob/v3p0"
        : "http://openbadges.org";
  }

  /** The local name of the element that holds a badge. */
  static String element(Version version) {
    return version == Version.OPEN_BADGES_3_0 ? "credential" : "assertion";
  }

  /**
   * Looks through a picture.
   *
   * @param svg untrusted bytes
   * @return what was found
   * @throws InvalidDocumentException {@code image.*} when the picture or its carrier is not as it
   *     must be, {@code limit.image}
   */
  public static Scan scan(byte[] svg) throws InvalidDocumentException {
    SvgBounds.check(svg);
    SvgReader reader = SvgReader.read(svg);
    SvgTags root = startTag(svg, 0);
    if (root.kind() == Kind.EMPTY) {
      throw Faults.malformed("the SVG is an empty element <svg/>: there is no picture in it");
    }
    Optional<Carrier> carrier = Optional.empty();
    if (reader.badge().isPresent()) {
      carrier = Optional.of(carrier(svg, reader.badge().get()));
    }
    return new Scan(carrier, root.end(), reader.activeContent());
  }

  private static Carrier carrier(byte[] svg, SvgReader.Badge badge)
      throws InvalidDocumentException {
    SvgTags tag = startTag(svg, badge.ordinal());
    int start = tag.start();
    // It has no elements inside, so the next end tag is its own.
    boolean open = tag.kind() != Kind.EMPTY;
    while (open && tag.next()) {
      open = tag.kind() != Kind.END;
    }
    return new Carrier(badge.version(), badge.text(), start, tag.end());
  }

  /** The start tag of that number. */
  private static SvgTags startTag(byte[] svg, int ordinal) throws InvalidDocumentException {
    SvgTags tags = new SvgTags(svg);
    int seen = -1;
    while (seen < ordinal && tags.next()) {
      if (tags.kind() == Kind.START || tags.kind() == Kind.EMPTY) {
        seen++;
      }
    }
    return tags;
  }

  /**
   * {@return the bytes of an element that holds a badge; it declares its own namespace, so that the
   * rest of the picture stays as it is}
   *
   * @param version whose rules to follow
   * @param verify a token or a URL for the attribute of that name, or empty for no such attribute
   * @param body JSON, or empty for an element without content
   * @throws InvalidDocumentException {@code image.encoding} when the JSON has characters that XML
   *     forbids
   */
  public static byte[] carrier(Version version, String verify, String body)
      throws InvalidDocumentException {
    requireXml(verify + body);
    String name = PREFIX + ":" + element(version);
    StringBuilder element = new StringBuilder("<" + name);
    element.append(" xmlns:").append(PREFIX).append("=\"").append(namespace(version)).append('"');
    if (!verify.isEmpty()) {
      element.append(" verify=\"").append(attribute(verify)).append('"');
    }
    element.append('>');
    if (!body.isEmpty()) {
      element.append("<![CDATA[").append(section(body)).append("]]>");
    }
    return element
        .append("</")
        .append(name)
        .append('>')
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** XML 1.0 §2.2; other control characters cannot stand in JSON. */
  private static void requireXml(String text) throws InvalidDocumentException {
    if (text.indexOf('\uFFFE') >= 0 || text.indexOf('\uFFFF') >= 0) {
      throw Faults.encoding(
          "the credential has characters that cannot stand in an SVG (U+FFFE, U+FFFF); use a PNG");
    }
  }

  private static String attribute(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** A parser makes line feeds of carriage returns, other than those that are spelled out. */
  private static String section(String text) {
    return text.replace("]]>", "]]]]><![CDATA[>").replace("\r", "]]>&#13;<![CDATA[");
  }
}
