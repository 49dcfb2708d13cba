package org.microcred.crypto;

import java.security.PublicKey;
import java.util.Optional;
import org.microcred.model.Findings;

/** Verification methods for tests in which the owner of the key is not the question. */
public final class EnvelopeKeys {
  private EnvelopeKeys() {}

  /** A method with that key. */
  public static VerificationMethod method(PublicKey key) {
    return new VerificationMethod(
        "did:example:i#1",
        "did:example:i",
        "JsonWebKey",
        Optional.of(key),
        Optional.empty(),
        Findings.none(),
        Optional.empty(),
        Optional.empty());
  }
}
