package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationTest {
  private static final Pattern PLACE = Pattern.compile("\\{[0-9]");

  private static Properties texts(String file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        StackPolicy.class.getResourceAsStream("/org/microcred/stacking/" + file)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }

  static Stream<String> keys() throws IOException {
    return texts("messages.properties").stringPropertyNames().stream().sorted();
  }

  @Test
  void hasAllTextsAndNoOther() throws IOException {
    assertThat(texts("messages_de.properties").stringPropertyNames())
        .isEqualTo(texts("messages.properties").stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void saysInGermanAllThatItSaysInEnglish(String key) throws IOException {
    String english = texts("messages.properties").getProperty(key);
    String german = texts("messages_de.properties").getProperty(key);
    assertThat(places(german)).isEqualTo(places(english));
    assertThat(kinds(german, Locale.GERMAN)).isEqualTo(kinds(english, Locale.ROOT));
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static List<String> kinds(String text, Locale locale) {
    return Arrays.stream(new MessageFormat(text, locale).getFormatsByArgumentIndex())
        .map(TranslationTest::kind)
        .toList();
  }

  private static String kind(Format format) {
    return format == null ? "" : format.getClass().getSimpleName();
  }

  @Test
  void explainsInGerman() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'id':'Kurs','hold':{'achievement':'kurs'}},"
                + "{'id':'Stunden','sum':{'of':'credits','unit':'Stunde','from':{'tag':'labor'}},"
                + "'atLeast':40}]}",
            "'set':[{'facts':{'unit':'Stunde'}}]");
    Decision decision =
        policy.decide(
            StackCase.builder(NOW)
                .holding(
                    holding("urn:labor", "labor-1").toBuilder().tag("labor").credits(12).build())
                .holding(
                    holding("urn:alt", "kurs").toBuilder().expires(NOW.minusSeconds(1)).build())
                .build());
    assertThat(decision.explain(Locale.GERMANY))
        .isEqualTo(
            """
            NICHT ERREICHT: https://uni.example/stack Fassung 1, am 2026-06-15T12:00:00Z
              [ ] /rule: 0 von 2 Regeln
                [ ] Kurs: vorhanden 0, nötig 1
                [ ] Stunden: vorhanden 12, nötig 40 (Stunde); verwendet: urn:labor
            Nicht verwendet:
              urn:alt: EXPIRED, abgelaufen
            Es fehlt:
              Kurs: noch 1
              Stunden: noch 28 (Stunde)
            """);
  }

  /** Whoever asks for English gets it on a German machine, too. */
  @Test
  void doesNotDependOnTheLanguageOfTheMachine() {
    Decision decision =
        policy("{'hold':{'achievement':'a'}}").decide(StackCase.builder(NOW).build());
    String english = decision.explain();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(decision.explain()).isEqualTo(english);
      assertThat(decision.explain(Locale.ENGLISH)).isEqualTo(english);
      assertThat(decision.explain(Locale.FRENCH)).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }
}
