package org.microcred.verify.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.microcred.verify.AuditReport;
import org.microcred.verify.Check;
import org.microcred.verify.Problem;

/** The audit for people: the outcome, then one line a question. The words are in a bundle. */
public final class AuditText {
  private AuditText() {}

  /** The audit as lines, in a language; English where there is no translation. */
  public static String of(AuditReport report, Locale locale) {
    Words words = Words.of("report", locale);
    List<String> lines = new ArrayList<>();
    lines.add(words.get("verdict." + report.outcome()) + ": " + report.auditedAt());
    for (AuditReport.Answer answer : report.answers()) {
      String outcome =
          words.get(
              answer.outcome() == Check.Outcome.SKIPPED
                  ? "cause.BLOCKED"
                  : "outcome." + answer.outcome());
      String reason =
          answer.reason().isEmpty()
              ? words.get("asks.audit." + answer.id().key())
              : answer.reason();
      lines.add(String.format(Locale.ROOT, "  %-10s %-13s %s", answer.id().key(), outcome, reason));
      answer.problems().forEach(problem -> lines.add("      " + line(problem)));
      answer.warnings().forEach(w -> lines.add("      " + words.get("warning") + " " + line(w)));
    }
    return String.join("\n", lines);
  }

  private static String line(Problem problem) {
    return problem.detail() + " [" + problem.code() + "]";
  }
}
