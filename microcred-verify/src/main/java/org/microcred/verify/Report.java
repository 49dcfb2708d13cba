package org.microcred.verify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.microcred.model.json.Json;
import org.microcred.verify.internal.ReportJson;
import org.microcred.verify.internal.ReportText;
import org.microcred.verify.internal.SkillsJson;
import org.microcred.verify.internal.html.ReportHtml;

/**
 * What every answer of the verifier has: always the same eleven checks in the same order, and a
 * verdict. Immutable and thread-safe.
 *
 * <p>The verdict follows from the required checks alone: one that {@code FAILED} makes it {@code
 * REJECTED}; else one that is {@code UNDETERMINED} or was blocked makes it {@code UNDETERMINED};
 * else it is {@code VERIFIED}.
 */
public sealed interface Report permits VerificationReport, PresentationReport {
  /** {@return the verdict} */
  VerificationReport.Outcome outcome();

  /** {@return when it was verified: the instant that validity was compared with} */
  Instant verifiedAt();

  /**
   * {@return the wire form with its proof formats, for example {@code json+eddsa-rdfc-2022}; {@code
   * unknown} when it is none}
   */
  String form();

  /** {@return the eleven checks, in the order of {@link Check.Id}} */
  List<Check> checks();

  /** {@return every document that the loader was asked for} */
  List<Fetched> fetched();

  /**
   * {@return the reports of the credentials inside, in document order; behind them, at {@code
   * /refreshService}, that of the other version, when a refresh service was asked}
   */
  List<VerificationReport.Embedded> embedded();

  /**
   * {@return one check}
   *
   * @param id which
   */
  default Check check(Check.Id id) {
    return checks().stream().filter(check -> check.id() == id).findFirst().orElseThrow();
  }

  /** {@return the report for people, in English: the verdict, then one line a check} */
  default String explain() {
    return explain(Locale.ROOT);
  }

  /**
   * {@return the report for people}
   *
   * @param locale the language; English where there is no translation
   */
  default String explain(Locale locale) {
    return ReportText.of(this, Objects.requireNonNull(locale, "locale"));
  }

  /** {@return the report as a page for people, in English; see {@link #toHtml(Locale)}} */
  default String toHtml() {
    return toHtml(Locale.ROOT);
  }

  /**
   * {@return the report as a page for people: the verdict in a sentence, what the document says
   * (or, unless it is verified, claims), every check in plain words with what to do about it, the
   * credentials inside, and what was fetched}
   *
   * <p>One document of HTML 5 that is well-formed XML as well, in UTF-8, without scripts, links or
   * anything that would be loaded; its Content-Security-Policy allows its own style sheet and
   * nothing else. Text of the document is escaped and isolated from the text around it.
   *
   * @param locale the language; English where there is no translation
   */
  default String toHtml(Locale locale) {
    return ReportHtml.of(this, Objects.requireNonNull(locale, "locale"));
  }

  /** {@return the report for machines, as {@code report.schema.json} in this jar describes it} */
  default String toJson() {
    return Json.write(ReportJson.of(this));
  }

  /**
   * {@return the skills that this report vouches for, for systems of human resources, as {@code
   * skills.schema.json} in this jar describes them}
   *
   * <p>One entry for each skill of each verified badge: the person, the skill with the URI of the
   * framework's node that the badge aligns with (the achievement itself when there is none), its
   * results and evidence, the issuer and the dates. Only a verified document yields skills, and of
   * what is inside it only what is verified by itself. Values are as the issuer signed them and not
   * made safe for display.
   */
  default String toSkillsJson() {
    return Json.write(SkillsJson.of(this));
  }
}
