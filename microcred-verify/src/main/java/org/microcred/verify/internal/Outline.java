package org.microcred.verify.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.model.Credential;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.Check;
import org.microcred.verify.Fetched;
import org.microcred.verify.VerificationReport;

/**
 * All that a verification found out, before it is a report.
 *
 * @param credential what was read, believed or not
 */
public record Outline(
    Instant verifiedAt,
    String form,
    Optional<String> credentialId,
    List<Check> checks,
    List<Fetched> fetched,
    List<Outline.Child> embedded,
    Optional<Credential> credential) {

  /**
   * An embedded credential.
   *
   * @param pointer where it stands
   */
  public record Child(JsonPointer pointer, Outline outline) {}

  /** The verdict that follows from the required checks. */
  public VerificationReport.Outcome verdict() {
    return verdict(credential.isPresent());
  }

  /** The verdict about a document that could be read, or not. */
  VerificationReport.Outcome verdict(boolean wasRead) {
    boolean open = !wasRead;
    for (Check check : checks) {
      if (!check.required()) {
        continue;
      }
      if (check.outcome() == Check.Outcome.FAILED) {
        return VerificationReport.Outcome.REJECTED;
      }
      open |=
          check.outcome() == Check.Outcome.UNDETERMINED
              || check.cause().equals(Optional.of(Check.Cause.BLOCKED));
    }
    return open ? VerificationReport.Outcome.UNDETERMINED : VerificationReport.Outcome.VERIFIED;
  }

  /** The answer to one of the questions. */
  public Check check(Check.Id id) {
    return checks.stream().filter(check -> check.id() == id).findFirst().orElseThrow();
  }
}
