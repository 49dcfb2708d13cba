package org.microcred.verify.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.microcred.model.SafeText;
import org.microcred.verify.Check;
import org.microcred.verify.PresentationReport;
import org.microcred.verify.Problem;
import org.microcred.verify.Report;
import org.microcred.verify.VerificationReport;

/** The report for people: the verdict, then one line a check. The words are in a bundle. */
public final class ReportText {
  private final ReportWords words;
  private final String columns;

  private ReportText(ReportWords words) {
    this.words = words;
    int width =
        Stream.of(Check.Outcome.values())
            .mapToInt(outcome -> words.get("outcome." + outcome).length())
            .max()
            .orElseThrow();
    this.columns = "  %-10s %-" + (width + 1) + "s %s%s";
  }

  /** The report as lines, in a language; English where there is no translation. */
  public static String of(Report report, Locale locale) {
    List<String> lines = new ArrayList<>();
    new ReportText(ReportWords.in(locale)).add(report, "", lines);
    return String.join("\n", lines);
  }

  private void add(Report report, String indent, List<String> lines) {
    lines.add(
        indent
            + words.get("verdict." + report.outcome())
            + ": "
            + id(report).map(SafeText::of).orElse(words.get("no-id"))
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
        lines.add(indent + "      " + words.get("warning") + " " + line(warning));
      }
    }
    for (VerificationReport.Embedded child : report.embedded()) {
      lines.add(
          indent + "  " + words.get("inside") + " " + SafeText.of(child.pointer().toString()));
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
            .map(cause -> words.get("cause." + cause))
            .orElse(words.get("outcome." + check.outcome()));
    String reason = ReportWords.reason(check).map(text -> " (" + text + ")").orElse("");
    String advisory = check.required() ? "" : " " + words.get("advisory");
    return String.format(
        Locale.ROOT,
        columns,
        check.id().key(),
        outcome,
        words.answer(check, isPresentation) + reason,
        advisory);
  }

  private String line(Problem problem) {
    String place = problem.pointer().tokens().isEmpty() ? "" : " " + problem.pointer();
    String title = words.isTranslated(problem) ? "" : words.title(problem) + ": ";
    return title
        + problem.detail(words.language())
        + " ["
        + problem.code()
        + SafeText.of(place)
        + "]";
  }
}
