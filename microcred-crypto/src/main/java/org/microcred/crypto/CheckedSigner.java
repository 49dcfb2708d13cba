package org.microcred.crypto;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.keys.Signatures;
import org.microcred.model.SafeText;

/**
 * A signer whose key is elsewhere, and whose answers are verified before anybody sees them: what
 * comes back may be late, of another key, of other bytes or in another form.
 */
final class CheckedSigner implements Signer {
  private final Signer signer;

  private CheckedSigner(Signer signer) {
    this.signer = signer;
  }

  /** A key in this process was tried out when its signer was made; every other is checked. */
  static Signer of(Signer signer) {
    Objects.requireNonNull(signer, "signer");
    return signer instanceof LocalSigner local && local.isHere()
        ? signer
        : new CheckedSigner(signer);
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return signer.algorithm();
  }

  @Override
  public String verificationMethod() {
    return signer.verificationMethod();
  }

  @Override
  public PublicKey publicKey() {
    return signer.publicKey();
  }

  @Override
  public String controller() {
    return signer.controller();
  }

  @Override
  public byte[] sign(byte[] data) throws IOException {
    // Copies: what is verified is what is handed out, and not what a signer changes afterwards.
    byte[] signature = answer(data.clone());
    if (!Signatures.verify(algorithm(), publicKey(), data, signature, Optional.empty())) {
      throw new IOException(
          "the signer of "
              + SafeText.of(verificationMethod())
              + " answered "
              + signature.length
              + " bytes, which are no signature by "
              + algorithm().jose()
              + " with its key; ECDSA signatures are r and s, not DER");
    }
    return signature;
  }

  private byte[] answer(byte[] data) throws IOException {
    byte[] signature;
    try {
      signature = signer.sign(data);
    } catch (RuntimeException e) {
      throw new IOException("the signer of " + SafeText.of(verificationMethod()) + " failed", e);
    }
    if (signature == null) {
      throw new IOException(
          "the signer of " + SafeText.of(verificationMethod()) + " gave no answer");
    }
    return signature.clone();
  }

  @Override
  public String toString() {
    return signer.toString();
  }
}
