package org.microcred.crypto.internal.keys;

import java.security.Provider;
import java.security.PublicKey;
import java.util.Optional;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/** The signature of an envelope: what it covers, and what its header says of the key. Immutable. */
public final class SignedBytes {
  private final Optional<SignatureAlgorithm> algorithm;
  private final Optional<PublicKey> embeddedKey;
  private final byte[] data;
  private final byte[] signature;

  /**
   * Joins what belongs together.
   *
   * @param algorithm what the header names, when it is built in
   * @param embeddedKey the key that the header shows
   * @param data what is signed
   * @param signature its signature
   */
  public SignedBytes(
      Optional<SignatureAlgorithm> algorithm,
      Optional<PublicKey> embeddedKey,
      byte[] data,
      byte[] signature) {
    this.algorithm = algorithm;
    this.embeddedKey = embeddedKey;
    this.data = data.clone();
    this.signature = signature.clone();
  }

  /**
   * {@return whether the key's owner signed exactly this}
   *
   * @param method the key, which the caller found to be the one that is meant
   * @param provider who calculates, when not the runtime's own providers
   */
  public Findings verify(VerificationMethod method, Optional<Provider> provider) {
    if (algorithm.isEmpty()) {
      return Findings.unknown(
          new Violation(
              "proof.unsupported",
              JsonPointer.ROOT,
              "the signature was not verified: its algorithm is none that is supported"));
    }
    if (method.publicKey().isEmpty()) {
      return method.findings();
    }
    PublicKey key = method.publicKey().get();
    if (!method.allows(algorithm.get())) {
      return failed(
          "proof.algorithm",
          "the header says "
              + algorithm.get().jose()
              + ", which is not the algorithm of the key "
              + SafeText.quote(method.id()));
    }
    if (embeddedKey.isPresent()
        && !JwkKeyPairs.members(embeddedKey.get()).equals(JwkKeyPairs.members(key))) {
      return failed(
          "proof.embedded-key",
          "the key in the header is not the key " + SafeText.quote(method.id()));
    }
    return Signatures.verify(algorithm.get(), key, data, signature, provider)
        ? Findings.none()
        : failed(
            "proof.signature", "the signature does not fit the token: one of them was changed");
  }

  private static Findings failed(String code, String message) {
    return Findings.failed(new Violation(code, JsonPointer.ROOT, message));
  }
}
