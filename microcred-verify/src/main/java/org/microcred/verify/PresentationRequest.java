package org.microcred.verify;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.microcred.verify.internal.Expected;

/**
 * What the caller asked the holder for, and so what a presentation must answer.
 *
 * <pre>{@code
 * var request = PresentationRequest.of(challenge, "https://employer.example");
 * var report = verifier.verifyPresentation(bytes, request);
 * }</pre>
 *
 * <p>The challenge must be new and hard to guess for every request; who remembers which were
 * answered is the caller. Immutable and thread-safe.
 */
public final class PresentationRequest {
  private final Expected expected;

  private PresentationRequest(Expected expected) {
    this.expected = expected;
  }

  /**
   * {@return a request that must be answered as it was made}
   *
   * @param challenge what the holder was told to repeat: the {@code challenge} of Data Integrity,
   *     the {@code nonce} of tokens
   * @param domain how the caller calls itself: the {@code domain} of Data Integrity, the {@code
   *     aud} of tokens
   */
  public static PresentationRequest of(String challenge, String domain) {
    return new PresentationRequest(
        Expected.of(
            Optional.of(nonBlank(challenge, "challenge")),
            Optional.of(nonBlank(domain, "domain"))));
  }

  /**
   * {@return no request: whoever has once seen a presentation may show it again, anywhere}
   *
   * <p>For archives and trials.
   */
  public static PresentationRequest withoutReplayProtection() {
    return new PresentationRequest(Expected.of(Optional.empty(), Optional.empty()));
  }

  /**
   * {@return the same request, answered by a presentation without any proof, too}
   *
   * <p>Then nobody has shown to be the holder. A proof that is there is verified all the same.
   */
  public PresentationRequest allowUnsignedPresentation() {
    return new PresentationRequest(expected.allowingUnsigned());
  }

  /**
   * {@return the same request, answered by credentials about others than the holder, too}
   *
   * <p>By default every subject id must be the holder's, or the credential be bound to the key that
   * signed the presentation.
   */
  public PresentationRequest withoutHolderBinding() {
    return new PresentationRequest(expected.withoutHolderBinding());
  }

  /**
   * {@return the same request, and every credential must be about this person}
   *
   * @param recipient the person
   */
  public PresentationRequest about(Recipient recipient) {
    return new PresentationRequest(expected.about(Objects.requireNonNull(recipient, "recipient")));
  }

  /**
   * {@return the same request, whose key binding may be of another age; 5 minutes by default}
   *
   * @param window how far from the instant of the verification the holder may have signed the key
   *     binding of an SD-JWT (RFC 9901 §7.3), before and after; not negative
   */
  public PresentationRequest keyBindingWithin(Duration window) {
    if (window.isNegative()) {
      throw new IllegalArgumentException("window is negative");
    }
    return new PresentationRequest(expected.within(window));
  }

  Expected expected() {
    return expected;
  }

  private static String nonBlank(String value, String name) {
    if (Objects.requireNonNull(value, name).isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
    return value;
  }
}
