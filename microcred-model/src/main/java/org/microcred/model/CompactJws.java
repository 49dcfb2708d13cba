package org.microcred.model;

/** The shape of a compact JWS (RFC 7515 §7.1); nothing in it is looked at. */
final class CompactJws {
  private CompactJws() {}

  /**
   * {@return whether these are three parts of base64url characters; the payload may be detached}
   */
  static boolean isOne(String text) {
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    return first > 0
        && second > first
        && second < text.length() - 1
        && isBase64Url(text, 0, first)
        && isBase64Url(text, first + 1, second)
        && isBase64Url(text, second + 1, text.length());
  }

  private static boolean isBase64Url(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
