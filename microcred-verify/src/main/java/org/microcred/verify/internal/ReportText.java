package org.microcred.verify.internal;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.microcred.model.SafeText;
import org.microcred.verify.Check;
import org.microcred.verify.PresentationReport;
import org.microcred.verify.Problem;
import org.microcred.verify.Report;
import org.microcred.verify.VerificationReport;

/** The report for people: the verdict, then one line a check. The words are in a bundle. */
public final class ReportText {
  private final ResourceBundle words;

  private ReportText(Locale locale) {
    this.words = Bundles.of("report", locale);
  }

  /** The report as lines, in a language; English where there is no translation. */
  public static String of(Report report, Locale locale) {
    List<String> lines = new ArrayList<>();
    new ReportText(locale).add(report, "", lines);
    return String.join("\n", lines);
  }

  private void add(Report report, String indent, List<String> lines) {
    lines.add(
        indent
            + words("verdict." + report.outcome())
            + ": "
            + id(report).map(SafeText::of).orElse(words("no-id"))
            + " ("
            + report.form()
            + ", "
            + report.verifiedAt()
            + ")");
    for (Check check : report.checks()) {
      lines.add(indent + line(check, report instanceof PresentationReport));
      for (Problem problem : check.problems()) {
        lines.add(indent + "      " + line(problem));
      }
      for (Problem warning : check.warnings()) {
        lines.add(indent + "      " + words("warning") + " " + line(warning));
      }
    }
    for (VerificationReport.Embedded child : report.embedded()) {
      lines.add(indent + "  " + words("inside") + " " + SafeText.of(child.pointer().toString()));
      add(child.report(), indent + "  ", lines);
    }
  }

  private static Optional<String> id(Report report) {
    return report instanceof VerificationReport credential
        ? credential.credentialId()
        : ((PresentationReport) report).presentationId();
  }

  private String line(Check check, boolean isPresentation) {
    String outcome =
        check
            .cause()
            .map(cause -> words("cause." + cause))
            .orElse(words("outcome." + check.outcome()));
    String advisory = check.required() ? "" : " " + words("advisory");
    String reason = check.reason().isEmpty() ? asks(check.id(), isPresentation) : check.reason();
    return String.format(
        Locale.ROOT, "  %-10s %-13s %s%s", check.id().key(), outcome, reason, advisory);
  }

  private String line(Problem problem) {
    String place = problem.pointer().tokens().isEmpty() ? "" : " " + problem.pointer();
    return MessageFormat.format(
        "{0} [{1}{2}]", problem.detail(), problem.code(), SafeText.of(place));
  }

  /** Some questions have other words when they are about a presentation. */
  private String asks(Check.Id id, boolean isPresentation) {
    String ofPresentation = "asks.presentation." + id.key();
    return words(
        isPresentation && words.containsKey(ofPresentation) ? ofPresentation : "asks." + id.key());
  }

  private String words(String key) {
    return words.getString(key);
  }
}
