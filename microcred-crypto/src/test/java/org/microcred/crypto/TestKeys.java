package org.microcred.crypto;

import java.util.Optional;
import org.microcred.crypto.internal.keys.DecodedKey;
import org.microcred.crypto.internal.keys.Multikey;

/** Keys for tests in which the signature is the question, not the owner of the key. */
public final class TestKeys {
  private TestKeys() {}

  /** The key that stands in the fragment of the proof's verification method. */
  public static VerificationMethod named(Proof proof) {
    String url = proof.verificationMethod().orElseThrow();
    return of(url, url.substring(url.indexOf('#') + 1));
  }

  /** The key of that Multikey text. */
  public static VerificationMethod of(String url, String multikey) {
    DecodedKey key = Multikey.decode(multikey);
    return new VerificationMethod(
        url,
        url,
        "Multikey",
        key.key(),
        key.algorithm(),
        key.findings(),
        Optional.empty(),
        Optional.empty());
  }
}
