package org.microcred.verify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.Json;
import org.microcred.stacking.Decision;
import org.microcred.verify.internal.AuditJson;
import org.microcred.verify.internal.AuditOutline;
import org.microcred.verify.internal.AuditText;

/**
 * Whether the award of a stack stands: did it hold when it was decided, and does it hold now?
 * Always the same seven questions in the same order. Immutable and thread-safe.
 *
 * <p>One that {@code FAILED} makes the outcome {@code REJECTED}; else one that is {@code
 * UNDETERMINED} or was not asked makes it {@code UNDETERMINED}; else it is {@code VERIFIED}.
 */
public final class AuditReport {
  private final AuditOutline outline;
  private final VerificationReport badge;

  AuditReport(AuditOutline outline) {
    this.outline = outline;
    this.badge = Reports.of(outline.badge());
  }

  /** {@return whether all that was asked was answered with yes} */
  public VerificationReport.Outcome outcome() {
    if (outline.answers().stream().anyMatch(a -> a.outcome() == Check.Outcome.FAILED)) {
      return VerificationReport.Outcome.REJECTED;
    }
    return outline.answers().stream().allMatch(a -> a.outcome() == Check.Outcome.PASSED)
        ? VerificationReport.Outcome.VERIFIED
        : VerificationReport.Outcome.UNDETERMINED;
  }

  /** {@return when it was audited: what "now" means} */
  public Instant auditedAt() {
    return badge.verifiedAt();
  }

  /** {@return the seven answers, in the order of {@link Id}} */
  public List<Answer> answers() {
    return outline.answers();
  }

  /**
   * {@return one answer}
   *
   * @param id to which question
   */
  public Answer answer(Id id) {
    return answers().stream().filter(a -> a.id() == id).findFirst().orElseThrow();
  }

  /** {@return the report on the badge, as of now} */
  public VerificationReport badge() {
    return badge;
  }

  /** {@return the record; empty unless the badge is authentic and names it} */
  public Optional<DecisionRecord> record() {
    return outline.record();
  }

  /** {@return what the components earn now; empty unless that question could be asked} */
  public Optional<Decision> decisionNow() {
    return outline.now();
  }

  /** {@return the report for people, in English: the outcome, then one line a question} */
  public String explain() {
    return explain(Locale.ROOT);
  }

  /**
   * {@return the report for people}
   *
   * @param locale the language; English where there is no translation
   */
  public String explain(Locale locale) {
    return AuditText.of(this, Objects.requireNonNull(locale, "locale"));
  }

  /** {@return the report for machines, as {@code audit.schema.json} in this jar describes it} */
  public String toJson() {
    return Json.write(AuditJson.of(this));
  }

  /** {@return the outcome} */
  @Override
  public String toString() {
    return outcome() + " " + auditedAt();
  }

  /** The questions. */
  public enum Id {
    /** Is it the badge of a stack, as its issuer signed it, from one who may award it? */
    AWARD,
    /** Is the record the one that the badge names? */
    RECORD,
    /** Are the rules those of the record? */
    POLICY,
    /** Are badge and record about the person whom the caller names? */
    HOLDER,
    /** Are all components at hand, as they were, authentic and about that person? */
    COMPONENTS,
    /** Did they earn the award when it was decided? */
    THEN,
    /** Do they earn it now, and does the badge stand? */
    NOW;

    /** {@return the id in reports: lower case} */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One question and its answer.
   *
   * @param id which question
   * @param outcome the answer; {@code SKIPPED} when an earlier answer leaves nothing to ask about
   * @param reason one line on how the answer came about, for people; may be empty
   * @param problems why the answer is neither yes nor left open
   * @param warnings what a person should know although it changes nothing
   */
  public record Answer(
      Id id, Check.Outcome outcome, String reason, List<Problem> problems, List<Problem> warnings) {
    public Answer {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(reason, "reason");
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
    }
  }
}
