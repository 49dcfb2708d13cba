package org.microcred.stacking.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of explanations in one language, the same on every machine whatever its own language
 * is: what is not translated is English.
 */
final class Messages {
  /** The languages that there is a file for, besides English. */
  private static final List<String> TRANSLATED = List.of("de");

  private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

  private final Properties texts;
  private final Locale locale;

  Messages(Locale locale) {
    boolean translated = TRANSLATED.contains(locale.getLanguage());
    this.locale = translated ? locale : Locale.ROOT;
    String file = translated ? "messages_" + locale.getLanguage() : "messages";
    texts = READ.computeIfAbsent(file + ".properties", Messages::read);
  }

  /** All texts of one file. */
  static Properties read(String file) {
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream("/org/microcred/stacking/" + file)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  String text(String key, Object... arguments) {
    return new MessageFormat(texts.getProperty(key), locale).format(arguments);
  }

  /** The parts as they are listed in a sentence; nothing for no parts. */
  String list(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(text("comma"), parts.subList(0, last)) + text("and") + parts.get(last);
  }
}
