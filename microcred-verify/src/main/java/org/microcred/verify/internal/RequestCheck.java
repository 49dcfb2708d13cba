package org.microcred.verify.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.Proof;
import org.microcred.model.Findings;
import org.microcred.model.Violation;

/**
 * Does the proof of a presentation answer the request that was made, and no other? (DI 1.0 §4.4,
 * VC-JOSE-COSE §3.1.2, RFC 9901 §7.3 step 5)
 */
final class RequestCheck {
  private RequestCheck() {}

  static Findings of(Proof proof, Expected expected, Instant now) {
    return challenge(proof, expected)
        .and(domain(proof, expected))
        .and(isKeyBinding(proof) ? age(proof, expected, now) : Findings.none());
  }

  /** Whether it is the key binding of an SD-JWT. */
  static boolean isKeyBinding(Proof proof) {
    return proof.format().startsWith("kb+jwt+");
  }

  private static Findings challenge(Proof proof, Expected expected) {
    if (expected.challenge().isEmpty() || proof.challenge().equals(expected.challenge())) {
      return Findings.none();
    }
    return failed(
        proof,
        "proof.challenge",
        proof.challenge().isPresent()
            ? "the proof was made for another request: its challenge or nonce is not the one that"
                + " was asked for; it may be shown a second time"
            : "the proof does not repeat the challenge or nonce that was asked for");
  }

  /** A domain of Data Integrity is compared as a set, an audience of tokens may have others. */
  private static Findings domain(Proof proof, Expected expected) {
    if (expected.domain().isEmpty()) {
      return Findings.none();
    }
    String domain = expected.domain().get();
    boolean isEmbedded = !proof.pointer().tokens().isEmpty();
    boolean isMeant =
        isEmbedded
            ? Set.copyOf(proof.domains()).equals(Set.of(domain))
            : proof.domains().contains(domain);
    return isMeant
        ? Findings.none()
        : failed(
            proof,
            "proof.domain",
            proof.domains().isEmpty()
                ? "the proof does not say for whom it was made, in its domain or audience"
                : "the proof was made for somebody else: its domain or audience is not the one that"
                    + " was asked for");
  }

  private static Findings age(Proof proof, Expected expected, Instant now) {
    Optional<Instant> made = proof.created();
    if (expected.challenge().isEmpty()) {
      return Findings.none();
    }
    if (made.isEmpty()) {
      return failed(
          proof, "key-binding.issued-at", "the key binding does not say when it was made");
    }
    return Duration.between(made.get(), now).abs().compareTo(expected.window()) <= 0
        ? Findings.none()
        : failed(
            proof,
            "key-binding.stale",
            "the key binding was made on " + made.get() + ", which is not about now");
  }

  private static Findings failed(Proof proof, String code, String message) {
    return Findings.failed(new Violation(code, proof.pointer(), message));
  }
}
