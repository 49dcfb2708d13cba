package org.microcred.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells wire forms apart by their first bytes and their alphabet. */
final class Sniffer {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Tag 18 in one byte: COSE_Sign1 (RFC 9052 §4.2). */
  private static final byte COSE_SIGN1 = (byte) 0xD2;

  private static final int SVG_WINDOW = 4096;

  private Sniffer() {}

  static Secured.Form form(byte[] content) {
    if (startsWith(content, PNG)) {
      return Secured.Form.PNG;
    }
    if (content.length > 1 && content[0] == COSE_SIGN1) {
      return Secured.Form.COSE;
    }
    // XML may begin with a byte order mark; JSON must not (RFC 8259 §8.1).
    int behindMark = firstVisible(content, startsWith(content, UTF_8_MARK) ? UTF_8_MARK.length : 0);
    if (behindMark < content.length && content[behindMark] == '<') {
      return looksLikeSvg(content, behindMark) ? Secured.Form.SVG : Secured.Form.UNKNOWN;
    }
    int first = firstVisible(content, 0);
    if (first == content.length) {
      return Secured.Form.UNKNOWN;
    }
    if (content[first] == '{') {
      return Secured.Form.JSON;
    }
    return token(content, first);
  }

  /** A compact JWS: three parts in base64url; disclosures follow behind tildes. */
  private static Secured.Form token(byte[] content, int first) {
    int end = content.length;
    while (end > first && isWhitespace(content[end - 1])) {
      end--;
    }
    int dots = 0;
    boolean disclosures = false;
    for (int i = first; i < end; i++) {
      byte b = content[i];
      if (b == '~') {
        if (!disclosures && dots != 2) {
          return Secured.Form.UNKNOWN;
        }
        disclosures = true;
      } else if (b == '.') {
        dots++;
      } else if (!isBase64Url(b)) {
        return Secured.Form.UNKNOWN;
      }
    }
    if (disclosures) {
      return Secured.Form.SD_JWT;
    }
    return dots == 2 ? Secured.Form.JWT : Secured.Form.UNKNOWN;
  }

  private static boolean looksLikeSvg(byte[] content, int first) {
    int length = Math.min(content.length - first, SVG_WINDOW);
    String head = new String(content, first, length, StandardCharsets.ISO_8859_1);
    return head.toLowerCase(Locale.ROOT).matches("(?s).*<([a-z0-9_-]+:)?svg[\\s>/].*");
  }

  private static int firstVisible(byte[] content, int from) {
    int i = from;
    while (i < content.length && isWhitespace(content[i])) {
      i++;
    }
    return i;
  }

  private static boolean startsWith(byte[] content, byte[] prefix) {
    if (content.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (content[i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhitespace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private static boolean isBase64Url(byte b) {
    return (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '_';
  }
}
