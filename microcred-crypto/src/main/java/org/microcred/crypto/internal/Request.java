package org.microcred.crypto.internal;

import java.util.Objects;

/**
 * What a verifier asked for, to be repeated in the proof of a presentation so that nobody can show
 * it a second time.
 *
 * @param challenge the {@code challenge} of Data Integrity, the {@code nonce} of tokens
 * @param domain the {@code domain} of Data Integrity, the {@code aud} of tokens
 */
public record Request(String challenge, String domain) {
  public Request {
    Objects.requireNonNull(challenge, "challenge");
    Objects.requireNonNull(domain, "domain");
    if (challenge.isBlank() || domain.isBlank()) {
      throw new IllegalArgumentException("challenge and domain must not be blank");
    }
  }
}
