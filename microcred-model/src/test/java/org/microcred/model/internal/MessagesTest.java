package org.microcred.model.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

class MessagesTest {
  private static final JsonPointer PLACE = JsonPointer.parse("/name");

  @Test
  void saySentencesInEnglishAndGerman() {
    Violation violation = Messages.violation("json.type", PLACE, "an object", "an array");
    assertThat(violation.code()).isEqualTo("json.type");
    assertThat(violation.message()).isEqualTo("expected an object, found an array");
    assertThat(violation.message(Locale.GERMANY))
        .isEqualTo("erwartet wird ein Objekt, vorgefunden ein Array");
    assertThat(violation.message(Locale.UK)).isEqualTo(violation.message());
    assertThat(violation.message(Locale.FRENCH)).isEqualTo(violation.message());
    assertThat(violation.under(JsonPointer.parse("/proof")).message(Locale.GERMAN))
        .isEqualTo(violation.message(Locale.GERMAN));
  }

  @Test
  void keepVariantsOutOfTheCode() {
    assertThat(Messages.violation("vc.context#array", PLACE, "a string").code())
        .isEqualTo("vc.context");
  }

  @Test
  void neverInterpretArguments() {
    assertThat(Messages.violation("json.type", PLACE, "{1}", "{0}").message())
        .isEqualTo("expected {1}, found {0}");
    assertThat(Messages.violation("json.type", PLACE).message()).isEqualTo("expected , found ");
  }

  @Test
  void refuseAKeyThatNoSentenceHas() {
    assertThatIllegalArgumentException().isThrownBy(() -> Messages.violation("no.such", PLACE));
  }

  @Test
  void haveEverySentenceInEveryLanguageWithTheSamePlaces() throws IOException {
    Properties english = load("messages.properties");
    Properties german = load("messages_de.properties");
    Set<String> translated = new TreeSet<>(german.stringPropertyNames());
    translated.removeIf(key -> key.startsWith("word."));
    assertThat(translated).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String key : translated) {
      assertThat(places(german.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  private static Set<String> places(String sentence) {
    Set<String> places = new TreeSet<>();
    Pattern.compile("\\{\\d}").matcher(sentence).results().forEach(m -> places.add(m.group()));
    return places;
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Objects.requireNonNull(Violation.class.getResourceAsStream(name), name)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
