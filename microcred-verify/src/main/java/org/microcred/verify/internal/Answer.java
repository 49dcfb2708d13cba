package org.microcred.verify.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.microcred.model.Findings;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.Check;
import org.microcred.verify.Problem;

/** What a check answers, before the pipeline says whether the answer is required. */
record Answer(
    Check.Outcome outcome, Optional<Check.Cause> cause, String reason, Findings findings) {

  /** The answer of a question that was asked. */
  static Answer of(Findings findings, String reason) {
    Check.Outcome outcome =
        !findings.failures().isEmpty()
            ? Check.Outcome.FAILED
            : !findings.unknowns().isEmpty() ? Check.Outcome.UNDETERMINED : Check.Outcome.PASSED;
    return new Answer(outcome, Optional.empty(), reason, findings);
  }

  static Answer failed(String code, JsonPointer pointer, String message) {
    return of(Findings.failed(new Violation(code, pointer, message)), "");
  }

  static Answer undetermined(String code, JsonPointer pointer, String message) {
    return of(Findings.unknown(new Violation(code, pointer, message)), "");
  }

  static Answer notApplicable(String reason) {
    return new Answer(
        Check.Outcome.SKIPPED, Optional.of(Check.Cause.NOT_APPLICABLE), reason, Findings.none());
  }

  static Answer blockedBy(Check.Id earlier) {
    return new Answer(
        Check.Outcome.SKIPPED,
        Optional.of(Check.Cause.BLOCKED),
        "not looked at, because the check " + earlier.key() + " did not pass",
        Findings.none());
  }

  /** The same answer with warnings from elsewhere. */
  Answer warned(List<Violation> warnings) {
    return new Answer(
        outcome, cause, reason, findings.and(new Findings(List.of(), List.of(), warnings)));
  }

  boolean passed() {
    return outcome == Check.Outcome.PASSED;
  }

  Check toCheck(Check.Id id, boolean required) {
    return new Check(
        id,
        outcome,
        required,
        cause,
        reason,
        Stream.concat(findings.failures().stream(), findings.unknowns().stream())
            .map(Problem::of)
            .toList(),
        findings.warnings().stream().map(Problem::of).toList());
  }
}
