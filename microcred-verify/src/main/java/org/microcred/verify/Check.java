package org.microcred.verify;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One question about a credential and its answer. Immutable.
 *
 * @param id which question
 * @param outcome the answer
 * @param required whether the answer counts for the verdict; a check that is not required is
 *     advisory: run and reported all the same
 * @param cause why it was skipped; present exactly when the outcome is {@link Outcome#SKIPPED}
 * @param reason one line on how the answer came about, for people; may be empty
 * @param problems why the answer is not {@link Outcome#PASSED}
 * @param warnings what a person should know although it changes nothing
 */
public record Check(
    Check.Id id,
    Check.Outcome outcome,
    boolean required,
    Optional<Check.Cause> cause,
    String reason,
    List<Problem> problems,
    List<Problem> warnings) {

  public Check {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(reason, "reason");
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
    if (cause.isPresent() != (outcome == Outcome.SKIPPED)) {
      throw new IllegalArgumentException("cause belongs to SKIPPED and to nothing else");
    }
    if ((outcome == Outcome.FAILED || outcome == Outcome.UNDETERMINED) && problems.isEmpty()) {
      throw new IllegalArgumentException("problems must say why the outcome is " + outcome);
    }
  }

  /** The eleven questions, in the order in which they are asked and reported. */
  public enum Id {
    /** Is it well formed, and does it conform to its data model and to the schema it names? */
    STRUCTURE,
    /** Does every member mean what its context says, with nothing dropped from what is signed? */
    CONTEXT,
    /** Is the key found, strong, listed by its controller for this purpose, and in force? */
    KEY,
    /** Is this exactly what the key's owner signed? */
    PROOF,
    /** Is that key's controller the issuer of the credential? */
    ISSUER,
    /** Is it valid at the instant of the verification? */
    VALIDITY,
    /** Has the issuer revoked or suspended it? */
    STATUS,
    /** Is it about the person whom the caller names? */
    RECIPIENT,
    /** Do evidence and related resources match their digests? */
    EVIDENCE,
    /** Does every credential inside hold? */
    EMBEDDED,
    /** Does the caller's policy accept this issuer for this? */
    TRUST;

    /** {@return the id in reports and on command lines: lower case} */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the check of that key, or empty when there is none}
     *
     * @param key an id in lower case
     */
    public static Optional<Id> of(String key) {
      for (Id id : values()) {
        if (id.key().equals(key)) {
          return Optional.of(id);
        }
      }
      return Optional.empty();
    }
  }

  /** The answers. */
  public enum Outcome {
    /** Yes. */
    PASSED,
    /** No. */
    FAILED,
    /** It could not be found out; the problems say what was tried. */
    UNDETERMINED,
    /** Not asked; the cause says why. */
    SKIPPED
  }

  /** Why a check was skipped. */
  public enum Cause {
    /** There is nothing to check: nobody was named, no status is declared, … */
    NOT_APPLICABLE,
    /** An earlier check did not pass, so nothing that this one needs can be believed. */
    BLOCKED
  }
}
