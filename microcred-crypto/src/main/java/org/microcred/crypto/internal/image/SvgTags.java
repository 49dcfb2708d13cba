package org.microcred.crypto.internal.image;

import org.microcred.model.InvalidDocumentException;

/**
 * Walks the markup of an SVG as bytes, to know where its elements stand. Well-formedness is for the
 * parser of XML to find out; what that says of a document, and what this says, are of use together
 * only.
 */
final class SvgTags {
  /** What a piece of markup is. */
  enum Kind {
    /** {@code <g>}. */
    START,
    /** {@code <g/>}. */
    EMPTY,
    /** {@code </g>}. */
    END,
    /** A comment, a CDATA section or a processing instruction. */
    OTHER
  }

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] svg;
  private Kind kind = Kind.OTHER;
  private int start;
  private int end;
  private int attributes;
  private int namespaces;

  SvgTags(byte[] svg) {
    this.svg = svg;
  }

  /** How many bytes of a byte order mark stand in front. */
  static int markLength(byte[] svg) {
    return svg.length >= UTF_8_MARK.length
            && svg[0] == UTF_8_MARK[0]
            && svg[1] == UTF_8_MARK[1]
            && svg[2] == UTF_8_MARK[2]
        ? UTF_8_MARK.length
        : 0;
  }

  Kind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  /** The first byte behind it. */
  int end() {
    return end;
  }

  /** How many attributes a start tag has, declarations of namespaces included. */
  int attributes() {
    return attributes;
  }

  /** How many namespaces a start tag declares. */
  int namespaces() {
    return namespaces;
  }

  /** Goes to the next piece of markup; false behind the last. */
  boolean next() throws InvalidDocumentException {
    start = end;
    while (start < svg.length && svg[start] != '<') {
      start++;
    }
    if (start == svg.length) {
      end = start;
      return false;
    }
    kind = Kind.OTHER;
    if (at("<!--")) {
      end = behind("-->", start + 4);
    } else if (at("<![CDATA[")) {
      end = behind("]]>", start + 9);
    } else if (at("<!")) {
      throw Faults.of(
          "image.doctype",
          "the SVG has a document type declaration, which can pull in other files; remove it");
    } else if (at("<?")) {
      end = behind("?>", start + 2);
    } else if (at("</")) {
      kind = Kind.END;
      end = behind(">", start + 2);
    } else {
      startTag();
    }
    return true;
  }

  private void startTag() throws InvalidDocumentException {
    attributes = 0;
    namespaces = 0;
    for (int i = start + 1; i < svg.length; i++) {
      byte b = svg[i];
      if (b == '>') {
        kind = svg[i - 1] == '/' ? Kind.EMPTY : Kind.START;
        end = i + 1;
        return;
      }
      if (b == '"' || b == '\'') {
        attributes++;
        i = closing(b, i + 1);
      } else if (b == 'x' && isBlank(svg[i - 1]) && at("xmlns", i)) {
        namespaces++;
      }
    }
    throw unfinished();
  }

  private int closing(byte quote, int from) throws InvalidDocumentException {
    for (int i = from; i < svg.length; i++) {
      if (svg[i] == quote) {
        return i;
      }
    }
    throw unfinished();
  }

  private int behind(String text, int from) throws InvalidDocumentException {
    for (int i = from; i <= svg.length - text.length(); i++) {
      if (at(text, i)) {
        return i + text.length();
      }
    }
    throw unfinished();
  }

  private InvalidDocumentException unfinished() {
    return Faults.malformed("what begins at byte " + start + " of the SVG has no end");
  }

  private boolean at(String text) {
    return at(text, start);
  }

  private boolean at(String text, int from) {
    if (from + text.length() > svg.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (svg[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
