package org.microcred.model;

/**
 * Text from strangers in a form that is safe to show, log and put into messages: one line, cut,
 * with everything that steers a terminal, a log or the direction of text spelled out.
 */
public final class SafeText {
  /** The most characters of a value that are shown. */
  public static final int MAX_LENGTH = 200;

  private SafeText() {}

  /**
   * {@return the text with control, format, surrogate, private and unassigned characters spelled as
   * <code>&#92;u{hex}</code>, cut at {@value #MAX_LENGTH} characters}
   *
   * @param text any text
   */
  public static String of(String text) {
    return of(text, MAX_LENGTH);
  }

  /**
   * {@return the same, cut at another length}
   *
   * @param text any text
   * @param atMost the most characters that are shown
   */
  public static String of(String text, int atMost) {
    StringBuilder safe = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      if (safe.length() >= atMost) {
        return safe.append('…').toString();
      }
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isHarmless(c)) {
        safe.appendCodePoint(c);
      } else {
        safe.append("\\u{").append(Integer.toHexString(c)).append('}');
      }
    }
    return safe.toString();
  }

  /**
   * {@return the safe form in double quotes}
   *
   * @param text any text
   */
  public static String quote(String text) {
    return '"' + of(text) + '"';
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
