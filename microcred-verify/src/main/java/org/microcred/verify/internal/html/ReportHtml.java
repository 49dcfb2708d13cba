package org.microcred.verify.internal.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.microcred.verify.Check;
import org.microcred.verify.Fetched;
import org.microcred.verify.PresentationReport;
import org.microcred.verify.Report;
import org.microcred.verify.VerificationReport;
import org.microcred.verify.internal.ReportWords;

/** A report as one page of HTML that needs nothing else. */
public final class ReportHtml {
  private static final String STYLE = style();
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + digest(STYLE)
          + "'; base-uri 'none'; form-action 'none'";

  private final ReportWords words;
  private final Markup page = new Markup();

  private ReportHtml(ReportWords words) {
    this.words = words;
  }

  /** The report in a language; English where there is no translation. */
  public static String of(Report report, Locale locale) {
    return "<!DOCTYPE html>\n" + new ReportHtml(ReportWords.in(locale)).write(report);
  }

  private String write(Report report) {
    String language = words.language().toLanguageTag();
    page.open(
        "html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", language, "xml:lang", language);
    page.open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
        .empty("meta", "name", "referrer", "content", "no-referrer")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .leaf("title", words.get("page.title") + ": " + verdict("title", report))
        .style(STYLE)
        .close();
    page.open("body").open("main");
    section(report, 1);
    if (!report.fetched().isEmpty()) {
      fetched(report.fetched());
    }
    page.open("footer")
        .text(words.get("page.footer", Facts.instant(report.verifiedAt(), words)) + " ")
        .value(report.form())
        .close();
    page.close().close().close();
    return page.toString();
  }

  /** One document: the verdict, what it says, the checks, and what is inside. */
  private void section(Report report, int level) {
    page.open("header", "class", "verdict " + report.outcome().name().toLowerCase(Locale.ROOT));
    page.open(heading(level))
        .leaf("span", mark(report.outcome()), "class", "mark", "aria-hidden", "true")
        .text(" " + verdict("title", report))
        .close();
    page.leaf("p", sentence(report));
    notCounted(report);
    page.close();
    claims(report, level + 1);
    page.leaf(heading(level + 1), words.get("page.checks"));
    new ChecksTable(words, page).write(report);
    if (report.embedded().isEmpty()) {
      return;
    }
    page.leaf(heading(level + 1), words.get("page.embedded"));
    for (VerificationReport.Embedded child : report.embedded()) {
      page.open("section", "class", "inside");
      page.open("p", "class", "place")
          .text(words.get("page.embedded-at") + " ")
          .value(child.pointer().toString())
          .close();
      section(child.report(), level + 2);
      page.close();
    }
  }

  private String verdict(String kind, Report report) {
    return words.get("verdict." + kind + "." + report.outcome());
  }

  /** The verdict, and the first answer that it rests on. */
  private String sentence(Report report) {
    Check.Outcome decisive =
        report.outcome() == VerificationReport.Outcome.REJECTED
            ? Check.Outcome.FAILED
            : Check.Outcome.UNDETERMINED;
    return verdict("sentence", report)
        + report.checks().stream()
            .filter(check -> check.required() && check.outcome() == decisive)
            .findFirst()
            .map(check -> " " + words.answer(check, report instanceof PresentationReport))
            .orElse("");
  }

  /** Whoever reads "verified" must know which questions were left out of it. */
  private void notCounted(Report report) {
    List<String> titles =
        report.checks().stream()
            .filter(check -> !check.required())
            .map(check -> words.title(check.id(), report instanceof PresentationReport))
            .toList();
    if (!titles.isEmpty()) {
      page.leaf("p", words.get("note.advisory") + " " + String.join(", ", titles));
    }
  }

  private void claims(Report report, int level) {
    boolean isVerified = report.outcome() == VerificationReport.Outcome.VERIFIED;
    Optional<List<Fact>> facts = facts(report);
    page.open("section", "class", isVerified ? "claims" : "claims unverified");
    page.leaf(heading(level), words.get(isVerified ? "page.claims" : "page.claims.unverified"));
    String note =
        facts.isEmpty()
            ? "note.unread"
            : !isVerified
                ? "note.unverified"
                : report instanceof PresentationReport
                    ? "note.verified-presentation"
                    : "note.verified";
    page.leaf("p", words.get(note), "class", "note");
    if (facts.isPresent() && !facts.get().isEmpty()) {
      page.open("dl");
      for (Fact fact : facts.get()) {
        page.leaf("dt", words.get(fact.name()));
        for (String value : fact.values()) {
          page.open("dd").value(value).close();
        }
      }
      page.close();
    }
    page.close();
  }

  /** What to show; empty when the document could not be read. */
  private Optional<List<Fact>> facts(Report report) {
    if (report instanceof VerificationReport.Verified verified) {
      return Optional.of(Facts.of(verified.credential(), words));
    }
    if (report instanceof PresentationReport.Verified verified) {
      return Optional.of(Facts.of(verified.presentation(), verified.holder(), words));
    }
    return report instanceof VerificationReport credential
        ? credential.unverifiedCredential().map(claimed -> Facts.of(claimed, words))
        : ((PresentationReport) report)
            .unverifiedPresentation()
            .map(claimed -> Facts.of(claimed, Optional.empty(), words));
  }

  private void fetched(List<Fetched> fetched) {
    page.leaf("h2", words.get("page.fetched")).open("table");
    page.open("thead").open("tr");
    page.leaf("th", words.get("page.fetched.url"), "scope", "col");
    page.leaf("th", words.get("page.fetched.result"), "scope", "col");
    page.close().close().open("tbody");
    for (Fetched one : fetched) {
      page.open("tr").open("th", "scope", "row").value(one.url().toString()).close();
      page.open("td").english(one.result()).close().close();
    }
    page.close().close();
  }

  private static String heading(int level) {
    return "h" + Math.min(level, 6);
  }

  private static String mark(VerificationReport.Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> "✓";
      case REJECTED -> "✗";
      case UNDETERMINED -> "?";
    };
  }

  private static String style() {
    try (InputStream css =
        ReportHtml.class.getResourceAsStream("/org/microcred/verify/report.css")) {
      if (css == null) {
        throw new IllegalStateException("the jar lacks report.css");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
