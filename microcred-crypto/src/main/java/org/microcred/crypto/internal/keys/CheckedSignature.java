package org.microcred.crypto.internal.keys;

import java.io.IOException;
import java.util.Optional;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.SafeText;

/**
 * The answer of a signer, verified before anybody sees it when its key is elsewhere: what comes
 * back may be late, of another key, of other bytes or in another form.
 */
public final class CheckedSignature {
  private CheckedSignature() {}

  /** A signer whose key is in this process and was tried out when the signer was made. */
  public interface TriedOut extends Signer {
    /** {@return whether that is so} */
    boolean isTriedOut();
  }

  /**
   * {@return the signature, which the signer's public key verifies}
   *
   * @throws IOException when the signer could not be reached, refused, broke or made anything else
   */
  public static byte[] of(byte[] data, Signer signer) throws IOException {
    if (signer instanceof TriedOut key && key.isTriedOut()) {
      return signer.sign(data);
    }
    // Copies: what is verified is what is handed out, and not what a signer changes afterwards.
    byte[] signature = answer(data.clone(), signer);
    SignatureAlgorithm algorithm = signer.algorithm();
    if (!Signatures.verify(algorithm, signer.publicKey(), data, signature, Optional.empty())) {
      throw new IOException(
          name(signer)
              + " answered "
              + signature.length
              + " bytes, which are no signature by "
              + algorithm.jose()
              + " with its key; ECDSA signatures are r and s, not DER");
    }
    return signature;
  }

  private static byte[] answer(byte[] data, Signer signer) throws IOException {
    byte[] signature;
    try {
      signature = signer.sign(data);
    } catch (RuntimeException e) {
      throw new IOException(name(signer) + " failed", e);
    }
    if (signature == null) {
      throw new IOException(name(signer) + " gave no answer");
    }
    return signature.clone();
  }

  private static String name(Signer signer) {
    return "the signer of " + SafeText.of(signer.verificationMethod());
  }
}
