package org.microcred.verify.internal;

import java.util.Locale;
import java.util.Optional;
import org.microcred.verify.Check;
import org.microcred.verify.Problem;

/** How a report is told in one language. Immutable. */
public final class ReportWords {
  private final Words words;

  private ReportWords(Words words) {
    this.words = words;
  }

  /** The words of a language; the English ones where there is no translation. */
  public static ReportWords in(Locale locale) {
    return new ReportWords(Words.of("report", locale));
  }

  /** The language that they are in. */
  public Locale language() {
    return words.language();
  }

  /** What stands under a key. */
  public String get(String key, String... arguments) {
    return words.get(key, arguments);
  }

  /** What a check is called. */
  public String title(Check.Id id, boolean isPresentation) {
    return of("title.", id.key(), isPresentation);
  }

  /** What its answer means, in one sentence. */
  public String answer(Check check, boolean isPresentation) {
    if (check.cause().isPresent()) {
      return words.get(
          check.cause().get() == Check.Cause.BLOCKED ? "answer.blocked" : "answer.not-applicable");
    }
    return of("answer.", check.id().key() + "." + check.outcome(), isPresentation);
  }

  /** How the answer came about, where that says more than the answer; in English. */
  public static Optional<String> reason(Check check) {
    return Optional.of(check.reason())
        .filter(
            reason -> !reason.isEmpty() && !check.cause().equals(Optional.of(Check.Cause.BLOCKED)));
  }

  /** What to do about an answer that is not a yes. */
  public Optional<String> advice(Check check) {
    String key = "advice." + check.id().key() + "." + check.outcome();
    return words.has(key) ? Optional.of(words.get(key)) : Optional.empty();
  }

  /** What kind of problem it is. */
  public String title(Problem problem) {
    return problem.title(language());
  }

  /** Whether the detail of a problem can be told in this language. */
  public boolean isTranslated(Problem problem) {
    return language().equals(Locale.ENGLISH)
        || !problem.detail(language()).equals(problem.detail());
  }

  /** Some words are others when they are about a presentation. */
  private String of(String area, String key, boolean isPresentation) {
    String ofPresentation = area + "presentation." + key;
    return words.get(isPresentation && words.has(ofPresentation) ? ofPresentation : area + key);
  }
}
