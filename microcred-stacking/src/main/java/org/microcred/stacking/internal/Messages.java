package org.microcred.stacking.internal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of explanations in one language. */
final class Messages {
  private static final String BUNDLE = "org.microcred.stacking.messages";

  private final ResourceBundle texts;
  private final Locale locale;

  Messages(Locale locale) {
    this.locale = locale;
    texts = ResourceBundle.getBundle(BUNDLE, locale, Messages.class.getModule());
  }

  String text(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), locale).format(arguments);
  }

  /** The parts as they are listed in a sentence; nothing for no parts. */
  String list(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(text("comma"), parts.subList(0, last)) + text("and") + parts.get(last);
  }
}
