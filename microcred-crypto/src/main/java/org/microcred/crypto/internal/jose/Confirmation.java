package org.microcred.crypto.internal.jose;

import java.util.Optional;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.keys.DecodedKey;
import org.microcred.crypto.internal.keys.JwkReader;
import org.microcred.model.json.JsonObject;

/** The key of the holder that a token names in {@code cnf} (RFC 7800 §3). */
public final class Confirmation {
  private static final String CLAIM = "cnf";

  private Confirmation() {}

  /** {@return the key, or why there is none that could be used; empty when no key is named} */
  public static Optional<VerificationMethod> of(JsonObject claims) {
    return claims.has(CLAIM) ? Optional.of(method(decode(claims))) : Optional.empty();
  }

  // Other ways to name a key than jwk exist and are not built in.
  private static DecodedKey decode(JsonObject claims) {
    Optional<JsonObject> confirmation = claims.object(CLAIM);
    if (confirmation.isPresent() && !confirmation.get().has("jwk")) {
      return DecodedKey.unsupported("claim cnf: only a key in the member jwk is supported");
    }
    return confirmation
        .flatMap(cnf -> cnf.object("jwk"))
        .map(JwkReader::publicKey)
        .orElseGet(
            () ->
                DecodedKey.failed(
                    "key-binding.no-key", "claim cnf: an object with a jwk is expected"));
  }

  private static VerificationMethod method(DecodedKey key) {
    return new VerificationMethod(
        CLAIM,
        CLAIM,
        "JsonWebKey",
        key.key(),
        key.algorithm(),
        key.findings(),
        Optional.empty(),
        Optional.empty());
  }
}
