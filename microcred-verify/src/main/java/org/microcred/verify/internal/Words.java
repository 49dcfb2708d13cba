package org.microcred.verify.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The words of a bundle in one language; the same on every machine, whatever its default language.
 * What a translation lacks is said in English. Immutable.
 */
public final class Words {
  private static final Set<String> LANGUAGES =
      Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());
  private static final Map<String, Words> READ = new ConcurrentHashMap<>();

  private final Locale language;
  private final Map<String, String> words;

  private Words(Locale language, Map<String, String> words) {
    this.language = language;
    this.words = Map.copyOf(words);
  }

  /**
   * The bundle of that name.
   *
   * @param name the file beside the public classes of this module, without its ending
   */
  public static Words of(String name, Locale locale) {
    String language = locale.getLanguage();
    return READ.computeIfAbsent(
        LANGUAGES.contains(language) ? name + "_" + language : name, file -> read(name, file));
  }

  private static Words read(String name, String file) {
    Map<String, String> english = load(name);
    Map<String, String> translated = file.equals(name) ? Map.of() : load(file);
    if (translated.isEmpty()) {
      return new Words(Locale.ENGLISH, english);
    }
    Map<String, String> words = new HashMap<>(english);
    words.putAll(translated);
    return new Words(Locale.forLanguageTag(file.substring(name.length() + 1)), words);
  }

  /** The keys of one file. */
  public static Set<String> own(String file) {
    return load(file).keySet();
  }

  /** The file; empty when there is none. */
  private static Map<String, String> load(String file) {
    Properties properties = new Properties();
    try (InputStream in =
        Words.class.getResourceAsStream("/org/microcred/verify/" + file + ".properties")) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }

  /** The language that the words are in. */
  public Locale language() {
    return language;
  }

  /** All keys. */
  public Set<String> keys() {
    return words.keySet();
  }

  /** Whether there is something under that key. */
  public boolean has(String key) {
    return words.containsKey(key);
  }

  /** What stands under a key that is there. */
  public String get(String key) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalArgumentException("key: no words for " + key);
    }
    return text;
  }

  /** The same with its places {@code {0}}, {@code {1}} filled in one pass. */
  public String get(String key, String... arguments) {
    String sentence = get(key);
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int at = sentence.indexOf('{'); at >= 0; at = sentence.indexOf('{', from)) {
      int index = sentence.charAt(at + 1) - '0';
      text.append(sentence, from, at).append(arguments[index]);
      from = at + 3;
    }
    return text.append(sentence, from, sentence.length()).toString();
  }
}
