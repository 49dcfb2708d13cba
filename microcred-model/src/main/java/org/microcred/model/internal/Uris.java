package org.microcred.model.internal;

/** The shape of URIs and IRIs (RFC 3986, RFC 3987), decided in linear time. */
public final class Uris {
  /** Which characters of ASCII may stand in a URI. */
  private static final boolean[] ASCII = new boolean[0x80];

  static {
    for (char c = '!'; c < 0x7F; c++) {
      ASCII[c] = "\"<>\\^`{|}".indexOf(c) < 0;
    }
  }

  private Uris() {}

  /**
   * {@return whether the text is an absolute URI or IRI: a scheme, a colon, something behind it,
   * and only characters that may stand there}
   */
  public static boolean isAbsolute(String text) {
    int colon = schemeEnd(text);
    if (colon < 1 || colon == text.length() - 1) {
      return false;
    }
    for (int i = colon + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isAllowed(c) || (c == '%' && !isEscape(text, i))) {
        return false;
      }
    }
    boolean web = isScheme("http", text, colon) || isScheme("https", text, colon);
    return !web || hasHost(text, colon);
  }

  private static boolean isScheme(String scheme, String text, int colon) {
    return colon == scheme.length() && text.regionMatches(true, 0, scheme, 0, colon);
  }

  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(later && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isAllowed(char c) {
    if (c < ASCII.length) {
      return ASCII[c];
    }
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && Character.getType(c) != Character.CONTROL
        && Character.getType(c) != Character.FORMAT;
  }

  private static boolean isEscape(String text, int percent) {
    return percent + 2 < text.length()
        && Character.digit(text.charAt(percent + 1), 16) >= 0
        && Character.digit(text.charAt(percent + 2), 16) >= 0
        && text.charAt(percent + 1) < 0x80
        && text.charAt(percent + 2) < 0x80;
  }

  private static boolean hasHost(String text, int colon) {
    return text.startsWith("//", colon + 1)
        && text.length() > colon + 3
        && "/?#:@".indexOf(text.charAt(colon + 3)) < 0;
  }
}
