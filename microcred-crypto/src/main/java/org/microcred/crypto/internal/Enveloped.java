package org.microcred.crypto.internal;

import java.security.Provider;
import java.util.Optional;
import org.microcred.crypto.Proof;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/**
 * A credential or presentation in an envelope whose signature covers its bytes. Immutable and
 * thread-safe.
 *
 * <p>{@link #shape()} and {@link #verify} answer together whether the proof holds; what depends on
 * the instant of verification is in {@link #proof()} for the caller to decide.
 */
public interface Enveloped {
  /** {@return what kind of envelope this is, for reports: {@code vc+jwt+EdDSA}} */
  String form();

  /** {@return the credential or presentation} */
  JsonObject credential();

  /** {@return the claim {@code status} of the token (Token Status List §6.1)} */
  default Optional<JsonValue> statusClaim() {
    return credential().get("status");
  }

  /** {@return whether its members are terms of JSON-LD contexts} */
  default boolean hasContexts() {
    return !isSdJwtVc();
  }

  /** {@return whether it holds the claims of an SD-JWT VC} */
  default boolean isSdJwtVc() {
    return false;
  }

  /** {@return what the envelope says of its signature} */
  Proof proof();

  /** {@return the key of the holder that the issuer names, usable or not} */
  default Optional<VerificationMethod> confirmation() {
    return Optional.empty();
  }

  /** {@return whether the envelope keeps all rules, whatever the signature is worth} */
  Findings shape();

  /**
   * {@return whether the key's owner signed exactly this}
   *
   * @param method the key, which the caller found to be the one that {@link #proof()} means
   * @param provider who calculates, when not the runtime's own providers
   */
  Findings verify(VerificationMethod method, Optional<Provider> provider);
}
