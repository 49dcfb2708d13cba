package org.microcred.verify.internal.html;

import java.util.Locale;
import org.microcred.verify.Check;
import org.microcred.verify.PresentationReport;
import org.microcred.verify.Problem;
import org.microcred.verify.Report;
import org.microcred.verify.internal.ReportWords;

/** The eleven checks, a row each: its name, its answer, what that means and what to do about it. */
final class ChecksTable {
  private final ReportWords words;
  private final Markup page;

  ChecksTable(ReportWords words, Markup page) {
    this.words = words;
    this.page = page;
  }

  void write(Report report) {
    page.open("table", "class", "checks").open("thead").open("tr");
    page.leaf("th", words.get("page.checks.check"), "scope", "col");
    page.leaf("th", words.get("page.checks.answer"), "scope", "col");
    page.leaf("th", words.get("page.checks.explanation"), "scope", "col");
    page.close().close().open("tbody");
    for (Check check : report.checks()) {
      row(check, report instanceof PresentationReport);
    }
    page.close().close();
  }

  private void row(Check check, boolean isPresentation) {
    String outcome = check.cause().map(Enum::name).orElse(check.outcome().name());
    page.open("tr", "class", outcome.toLowerCase(Locale.ROOT).replace('_', '-'));
    page.leaf("th", words.title(check.id(), isPresentation), "scope", "row");
    page.open("td")
        .leaf("span", mark(check), "class", "mark", "aria-hidden", "true")
        .text(" " + words.get("outcome." + outcome))
        .text(check.required() ? "" : " " + words.get("advisory"))
        .close();
    page.open("td").text(words.answer(check, isPresentation));
    ReportWords.reason(check)
        .ifPresent(reason -> page.text(" ").open("span").english("(" + reason + ")").close());
    for (Problem problem : check.problems()) {
      line(problem, "");
    }
    for (Problem warning : check.warnings()) {
      line(warning, words.get("page.warning") + " ");
    }
    words
        .advice(check)
        .ifPresent(
            advice ->
                page.open("p", "class", "advice")
                    .leaf("strong", words.get("advice"))
                    .text(" " + advice)
                    .close());
    page.close().close();
  }

  /** A problem: its kind, then in the small print its details for whoever has to mend it. */
  private void line(Problem problem, String before) {
    page.open("p").text(before).leaf("strong", words.title(problem)).text(": ");
    if (words.isTranslated(problem)) {
      page.value(problem.detail(words.language()));
    } else {
      page.english(problem.detail());
    }
    String place = problem.pointer().toString();
    page.text(" ")
        .open("span", "class", "code")
        .value(problem.code() + (place.isEmpty() ? "" : " " + words.get("place", place)))
        .close()
        .close();
  }

  private static String mark(Check check) {
    return switch (check.outcome()) {
      case PASSED -> "✓";
      case FAILED -> "✗";
      case UNDETERMINED -> "?";
      case SKIPPED -> "–";
    };
  }
}
