package org.microcred.verify;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.Credential;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.internal.Outline;

/**
 * The answer of the verifier: always the same eleven checks in the same order, and a verdict.
 * Immutable and thread-safe.
 *
 * <p>The verdict follows from the required checks alone: one that {@code FAILED} makes it {@link
 * Rejected}; else one that is {@code UNDETERMINED} or was blocked makes it {@link Undetermined};
 * else it is {@link Verified}. A believed credential comes out of {@link Verified#credential()} and
 * from nowhere else.
 */
public sealed interface VerificationReport extends Report {
  /** {@return what the document calls itself; unverified unless this is {@link Verified}} */
  Optional<String> credentialId();

  /**
   * {@return what the document claims, believed or not: for display beside the verdict only; empty
   * when it could not be read}
   */
  Optional<Credential> unverifiedCredential();

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
  final class Verified extends AbstractVerificationReport implements VerificationReport {
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
  final class Rejected extends AbstractVerificationReport implements VerificationReport {
    Rejected(Outline outline) {
      super(outline);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REJECTED;
    }
  }

  /** It could not be found out whether the credential can be believed. */
  final class Undetermined extends AbstractVerificationReport implements VerificationReport {
    Undetermined(Outline outline) {
      super(outline);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNDETERMINED;
    }
  }
}
