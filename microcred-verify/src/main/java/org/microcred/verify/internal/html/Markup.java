package org.microcred.verify.internal.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.microcred.model.SafeText;

/**
 * Writes HTML that is well-formed XML. What comes from a document can only be put in as a {@link
 * #value}: on its own, without control characters, and isolated from the text around it. Not
 * thread-safe.
 */
final class Markup {
  private static final int LONGEST = 4_000;

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; {@code attributes} are names and values in turn. */
  Markup open(String tag, String... attributes) {
    tag(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** An element without content. */
  Markup empty(String tag, String... attributes) {
    tag(tag, attributes);
    out.append("/>");
    return this;
  }

  private void tag(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  /** Closes the element that was opened last. */
  Markup close() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    if (!tag.equals("span") && !tag.equals("strong")) {
      out.append('\n');
    }
    return this;
  }

  /** An element with words of ours. */
  Markup leaf(String tag, String words, String... attributes) {
    return open(tag, attributes).text(words).close();
  }

  /** Words of ours. */
  Markup text(String words) {
    escape(words);
    return this;
  }

  /** Text of a stranger, each of its lines by itself. */
  Markup value(String theirs) {
    return isolated(theirs);
  }

  /** Text of ours that quotes strangers, in English whatever the language of the page. */
  Markup english(String text) {
    return isolated(text, "lang", "en");
  }

  private Markup isolated(String text, String... attributes) {
    tag("bdi", attributes);
    out.append('>');
    String[] lines = text.strip().split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      out.append(i == 0 ? "" : "<br/>");
      escape(SafeText.of(lines[i], LONGEST));
    }
    out.append("</bdi>");
    return this;
  }

  /** A style sheet of ours, as it is. */
  Markup style(String css) {
    out.append("<style>").append(css).append("</style>\n");
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }
}
