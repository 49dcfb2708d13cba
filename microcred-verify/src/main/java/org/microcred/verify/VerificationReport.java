package org.microcred.verify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.Credential;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.internal.Outline;
import org.microcred.verify.internal.ReportJson;
import org.microcred.verify.internal.ReportText;

/**
 * The answer of the verifier: always the same eleven checks in the same order, and a verdict.
 * Immutable and thread-safe.
 *
 * <p>The verdict follows from the required checks alone: one that {@code FAILED} makes it {@link
 * Rejected}; else one that is {@code UNDETERMINED} or was blocked makes it {@link Undetermined};
 * else it is {@link Verified}. A believed credential comes out of {@link Verified#credential()} and
 * from nowhere else.
 */
public sealed interface VerificationReport {
  /** {@return the verdict} */
  Outcome outcome();

  /** {@return when it was verified: the instant that validity was compared with} */
  Instant verifiedAt();

  /**
   * {@return the wire form with its proof formats, for example {@code json+eddsa-rdfc-2022}; {@code
   * unknown} when it is none}
   */
  String form();

  /** {@return what the document calls itself; unverified unless this is {@link Verified}} */
  Optional<String> credentialId();

  /** {@return the eleven checks, in the order of {@link Check.Id}} */
  List<Check> checks();

  /** {@return every document that the loader was asked for} */
  List<Fetched> fetched();

  /** {@return the reports of the credentials inside, in document order} */
  List<Embedded> embedded();

  /**
   * {@return what the document claims, believed or not: for display beside the verdict only; empty
   * when it could not be read}
   */
  Optional<Credential> unverifiedCredential();

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

  /** {@return the report for machines, as {@code report.schema.json} in this jar describes it} */
  default String toJson() {
    return Json.write(ReportJson.of(this));
  }

  /** The verdicts. */
  enum Outcome {
    /** Every required check passed or did not apply. */
    VERIFIED,
    /** A required check failed. */
    REJECTED,
    /** No required check failed, but one could not be carried out. */
    UNDETERMINED
  }

  /**
   * The report of a credential inside another one.
   *
   * @param pointer where it stands in the outer document
   * @param report its own report
   */
  record Embedded(JsonPointer pointer, VerificationReport report) {
    public Embedded {
      Objects.requireNonNull(pointer, "pointer");
      Objects.requireNonNull(report, "report");
    }
  }

  /** Every required check passed: the credential is believed. */
  final class Verified extends AbstractReport implements VerificationReport {
    private final Credential credential;

    Verified(Outline outline, Credential credential) {
      super(outline);
      this.credential = credential;
    }

    /** {@return the credential, believed} */
    public Credential credential() {
      return credential;
    }

    @Override
    public Outcome outcome() {
      return Outcome.VERIFIED;
    }
  }

  /** A required check failed: the credential must not be believed. */
  final class Rejected extends AbstractReport implements VerificationReport {
    Rejected(Outline outline) {
      super(outline);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REJECTED;
    }
  }

  /** It could not be found out whether the credential can be believed. */
  final class Undetermined extends AbstractReport implements VerificationReport {
    Undetermined(Outline outline) {
      super(outline);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNDETERMINED;
    }
  }
}
