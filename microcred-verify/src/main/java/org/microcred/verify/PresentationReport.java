package org.microcred.verify;

import java.util.List;
import java.util.Optional;
import org.microcred.model.Credential;
import org.microcred.model.Presentation;
import org.microcred.verify.internal.PresentationOutline;

/**
 * The answer of the verifier about a presentation: the same eleven checks as for a credential,
 * asked of the presentation itself, and the report of every credential in it under {@link
 * #embedded()}. Immutable and thread-safe.
 *
 * <p>{@code key}, {@code proof} and {@code issuer} are about the holder's signature, {@code
 * recipient} asks whether the credentials are about the holder, {@code embedded} whether each of
 * them is verified. A believed presentation comes out of {@link Verified} and from nowhere else.
 */
public sealed interface PresentationReport extends Report {
  /** {@return what the presentation calls itself; unverified unless this is {@link Verified}} */
  Optional<String> presentationId();

  /**
   * {@return what was presented, believed or not: for display beside the verdict only; empty when
   * it could not be read}
   */
  Optional<Presentation> unverifiedPresentation();

  /** Every required check passed: the holder presents these credentials. */
  final class Verified extends AbstractPresentationReport implements PresentationReport {
    private final PresentationOutline presented;
    private final Presentation presentation;

    Verified(PresentationOutline presented, Presentation presentation) {
      super(presented);
      this.presented = presented;
      this.presentation = presentation;
    }

    /** {@return the presentation, believed} */
    public Presentation presentation() {
      return presentation;
    }

    /**
     * {@return who presents: the controller of the key; empty when nobody signed, and when the
     * holder is known by a key alone that the credential names}
     */
    public Optional<String> holder() {
      return presented.holder();
    }

    /**
     * {@return the credentials in it that are verified, out of their envelopes, in its order}
     *
     * <p>What the holder says of itself without a proof of its own is in the presentation alone.
     */
    public List<Credential> credentials() {
      return presented.credentials();
    }

    @Override
    public VerificationReport.Outcome outcome() {
      return VerificationReport.Outcome.VERIFIED;
    }
  }

  /** A required check failed: the presentation must not be believed. */
  final class Rejected extends AbstractPresentationReport implements PresentationReport {
    Rejected(PresentationOutline presented) {
      super(presented);
    }

    @Override
    public VerificationReport.Outcome outcome() {
      return VerificationReport.Outcome.REJECTED;
    }
  }

  /** It could not be found out whether the presentation can be believed. */
  final class Undetermined extends AbstractPresentationReport implements PresentationReport {
    Undetermined(PresentationOutline presented) {
      super(presented);
    }

    @Override
    public VerificationReport.Outcome outcome() {
      return VerificationReport.Outcome.UNDETERMINED;
    }
  }
}
