package org.microcred.model.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/**
 * The sentences that tell people what is wrong: one file a language. A key is the code of the rule,
 * with {@code #variant} behind it where a rule can be broken in several ways. {@code {0}} is the
 * first argument; an argument that is itself a word of ours ("an array") is said in the language,
 * too.
 */
public final class Messages {
  private static final Map<String, String> ENGLISH = load("");
  private static final Map<String, Map<String, String>> LANGUAGES =
      Map.of("en", ENGLISH, "de", load("_de"));

  private Messages() {}

  /**
   * {@return the violation of a rule, with its sentence}
   *
   * @param key which sentence
   * @param pointer the place
   * @param arguments what to put in; from a document only through {@code SafeText}
   */
  public static Violation violation(String key, JsonPointer pointer, String... arguments) {
    String sentence = ENGLISH.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("key: no message for " + key);
    }
    int variant = key.indexOf('#');
    List<String> given = List.of(arguments);
    return new Violation(
        variant < 0 ? key : key.substring(0, variant),
        pointer,
        fill(sentence, given, ENGLISH),
        Optional.of(new Violation.Wording(key, given)));
  }

  /** {@return the sentence in a language, if it is there} */
  public static Optional<String> text(Violation.Wording wording, Locale locale) {
    return Optional.ofNullable(LANGUAGES.get(locale.getLanguage()))
        .flatMap(
            language ->
                Optional.ofNullable(language.get(wording.key()))
                    .map(sentence -> fill(sentence, wording.arguments(), language)));
  }

  /** One pass, so that nothing in an argument is taken for a place. */
  private static String fill(String sentence, List<String> arguments, Map<String, String> words) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < sentence.length()) {
      char c = sentence.charAt(at);
      if (c == '{' && at + 2 < sentence.length() && sentence.charAt(at + 2) == '}') {
        int index = sentence.charAt(at + 1) - '0';
        String argument = index < arguments.size() ? arguments.get(index) : "";
        text.append(words.getOrDefault("word." + argument, argument));
        at += 3;
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  private static Map<String, String> load(String suffix) {
    String name = "/org/microcred/model/messages" + suffix + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }
}
