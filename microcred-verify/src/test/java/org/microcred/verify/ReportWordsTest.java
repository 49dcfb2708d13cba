package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.internal.ReportWords;
import org.microcred.verify.internal.Words;

/** English and German say the same things, and all of them. */
class ReportWordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

  private final Badges uni = new Badges();

  @ParameterizedTest
  @ValueSource(strings = {"report", "problems"})
  void areCompleteInGerman(String bundle) {
    Words english = Words.of(bundle, Locale.ROOT);
    Words german = Words.of(bundle, Locale.GERMANY);
    assertThat(english.language()).isEqualTo(Locale.ENGLISH);
    assertThat(german.language()).isEqualTo(Locale.GERMAN);
    assertThat(english.keys()).hasSizeGreaterThan(80);
    assertThat(Words.own(bundle + "_de"))
        .as("give every title and sentence in both languages")
        .isEqualTo(Words.own(bundle));
    for (String key : english.keys()) {
      assertThat(german.get(key)).as(key).isNotBlank();
      assertThat(places(german.get(key))).as(key).isEqualTo(places(english.get(key)));
      assertThat(places(english.get(key))).as(key).allMatch(place -> place.matches("\\{[0-9]}"));
    }
  }

  private static List<String> places(String sentence) {
    return PLACE.matcher(sentence).results().map(MatchResult::group).sorted().toList();
  }

  @ParameterizedTest
  @EnumSource(Check.Id.class)
  void sayWhatEveryAnswerMeansAndWhatToDo(Check.Id id) {
    Problem problem = Problem.of(new Violation("proof.signature", JsonPointer.ROOT, "wrong"));
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      ReportWords words = ReportWords.in(locale);
      for (Check.Outcome outcome :
          List.of(Check.Outcome.PASSED, Check.Outcome.FAILED, Check.Outcome.UNDETERMINED)) {
        boolean isYes = outcome == Check.Outcome.PASSED;
        Check check =
            new Check(
                id,
                outcome,
                true,
                Optional.empty(),
                "",
                isYes ? List.of() : List.of(problem),
                List.of());
        assertThat(words.answer(check, false)).endsWith(".");
        assertThat(words.answer(check, true)).endsWith(".");
        assertThat(words.title(id, true)).isNotBlank();
        assertThat(words.advice(check).isPresent()).isEqualTo(!isYes);
      }
    }
  }

  @Test
  void tellAReportInGerman() {
    String changed =
        uni.sign(uni.badge()).toText().orElseThrow().replace("Python 101", "Python 102");
    String text = uni.verifier().build().verify(changed).explain(Locale.GERMANY);
    assertThat(text)
        .startsWith("ABGELEHNT: urn:uuid:")
        .contains("  proof      NICHT BESTANDEN  Das ist nicht, was signiert wurde")
        .contains("Die Signatur passt nicht: the signature does not fit")
        .contains("  trust      gesperrt         Nicht betrachtet");
  }

  @Test
  void tellDetailsInGermanWhereTheModelDoes() {
    VerificationReport report = uni.verifier().build().verify("{\"a\": 1, \"a\": 2}");
    Problem twice = report.check(Check.Id.STRUCTURE).problems().get(0);
    assertThat(twice.code()).isEqualTo("json.duplicate-member");
    assertThat(twice.title(Locale.GERMAN)).isEqualTo("Dasselbe Element zweimal");
    assertThat(twice.detail(Locale.GERMAN)).isNotEqualTo(twice.detail());
    assertThat(report.explain(Locale.GERMAN)).contains(twice.detail(Locale.GERMAN) + " [json.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fr", "x-../../report", "de-x-a"})
  void areEnglishWhereThereIsNoTranslation(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    boolean isGerman = locale.getLanguage().equals("de");
    assertThat(uni.verifier().build().verify("junk").explain(locale))
        .startsWith(isGerman ? "ABGELEHNT" : "REJECTED");
  }
}
