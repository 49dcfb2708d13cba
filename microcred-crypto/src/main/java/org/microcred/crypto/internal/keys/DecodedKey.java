package org.microcred.crypto.internal.keys;

import java.security.PublicKey;
import java.util.Optional;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/**
 * A public key as it was read, or why there is none.
 *
 * @param key the key, fit to be used
 * @param algorithm the only algorithm that it is for, when its encoding says so
 * @param findings a failure or an unknown exactly when there is no key
 */
public record DecodedKey(
    Optional<PublicKey> key, Optional<SignatureAlgorithm> algorithm, Findings findings) {
  /** {@return a key that can be used} */
  static DecodedKey of(PublicKey key) {
    return new DecodedKey(Optional.of(key), Optional.empty(), Findings.none());
  }

  /** {@return a key that can be used with one algorithm} */
  static DecodedKey of(PublicKey key, SignatureAlgorithm algorithm) {
    return new DecodedKey(Optional.of(key), Optional.of(algorithm), Findings.none());
  }

  /** {@return no key: what is there is not the encoding of one} */
  public static DecodedKey malformed(String message) {
    return failed("key.malformed", message);
  }

  /** {@return no key: what is there must not be believed} */
  static DecodedKey weak(String message) {
    return failed("key.weak", message);
  }

  /** {@return no key: something about it breaks that rule} */
  public static DecodedKey failed(String code, String message) {
    return new DecodedKey(
        Optional.empty(),
        Optional.empty(),
        Findings.failed(new Violation(code, JsonPointer.ROOT, message)));
  }

  /** {@return no key: it may be good, but its kind is not built in} */
  public static DecodedKey unsupported(String message) {
    return new DecodedKey(
        Optional.empty(),
        Optional.empty(),
        Findings.unknown(new Violation("key.unsupported", JsonPointer.ROOT, message)));
  }

  /**
   * {@return the key}
   *
   * @throws InvalidDocumentException with why there is none
   */
  public PublicKey orThrow() throws InvalidDocumentException {
    if (key.isPresent()) {
      return key.get();
    }
    throw new InvalidDocumentException(
        findings.failures().isEmpty() ? findings.unknowns() : findings.failures());
  }
}
