package org.microcred.crypto;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.JsonPointer;

/**
 * What a proof says of itself. Nothing here is believed until {@code Inspection.verify} passed.
 *
 * @param pointer where it stands in the document; the root for an enveloping proof
 * @param format its cryptosuite, or {@code vc+jwt} and the like with the algorithm
 * @param verificationMethod the absolute URL of the key, when it names one
 * @param purpose what the key is used for; empty when it is none that is known
 * @param created when it says it was made
 * @param expires until when it is meant to be believed
 * @param notBefore from when on it is meant to be believed
 * @param keyId what it calls the key when that is no absolute URL of one: a fragment in the
 *     issuer's document, or a thumbprint (RFC 7638)
 * @param embeddedKey a key that it carries itself and that means nothing until the issuer's own
 *     document lists the same; see {@link ControllerDocument#methodFor(Proof)}
 * @param challenge what it repeats of the request that it answers: the {@code challenge} of Data
 *     Integrity, the {@code nonce} of tokens
 * @param domains for whom it was made: the domain of Data Integrity, the audience of tokens; empty
 *     when it does not say so
 */
public record Proof(
    JsonPointer pointer,
    String format,
    Optional<String> verificationMethod,
    Optional<Relationship> purpose,
    Optional<Instant> created,
    Optional<Instant> expires,
    Optional<Instant> notBefore,
    Optional<String> keyId,
    Optional<PublicKey> embeddedKey,
    Optional<String> challenge,
    List<String> domains) {

  public Proof {
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(verificationMethod, "verificationMethod");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(expires, "expires");
    Objects.requireNonNull(notBefore, "notBefore");
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(embeddedKey, "embeddedKey");
    Objects.requireNonNull(challenge, "challenge");
    domains = List.copyOf(domains);
  }

  /**
   * Makes a proof that answers no request: that of a credential.
   *
   * @param pointer where it stands in the document
   * @param format its cryptosuite
   * @param verificationMethod the absolute URL of the key, when it names one
   * @param purpose what the key is used for
   * @param created when it says it was made
   * @param expires until when it is meant to be believed
   * @param notBefore from when on it is meant to be believed
   * @param keyId what it calls the key otherwise
   * @param embeddedKey a key that it carries itself
   */
  public Proof(
      JsonPointer pointer,
      String format,
      Optional<String> verificationMethod,
      Optional<Relationship> purpose,
      Optional<Instant> created,
      Optional<Instant> expires,
      Optional<Instant> notBefore,
      Optional<String> keyId,
      Optional<PublicKey> embeddedKey) {
    this(
        pointer,
        format,
        verificationMethod,
        purpose,
        created,
        expires,
        notBefore,
        keyId,
        embeddedKey,
        Optional.empty(),
        List.of());
  }
}
