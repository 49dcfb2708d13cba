package org.microcred.crypto;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.keys.KeyKind;
import org.microcred.model.Findings;

/**
 * A public key with a name, as a controller document lists it (CID 1.0 §2.2).
 *
 * @param id its absolute URL
 * @param controller the id of who may use it
 * @param type how the document spells the key: {@code Multikey}, {@code JsonWebKey}, …
 * @param publicKey the key; empty when {@code findings} says why there is none
 * @param algorithm the only algorithm that the key is for, when the document says so ({@code alg}
 *     of a JWK); otherwise any of its kind
 * @param findings whether the key can be believed: weak, malformed or private key material is a
 *     failure, a key type that is not built in is an unknown
 * @param expires from when on it must not make new proofs
 * @param revoked from when on its proofs are not to be believed
 */
public record VerificationMethod(
    String id,
    String controller,
    String type,
    Optional<PublicKey> publicKey,
    Optional<SignatureAlgorithm> algorithm,
    Findings findings,
    Optional<Instant> expires,
    Optional<Instant> revoked) {

  /**
   * The type of a JWK that lies at a URL by itself or in a JWK Set (RFC 7517), where no document
   * says who controls it: its controller is that URL.
   */
  public static final String BARE_JWK = "JWK";

  public VerificationMethod {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(controller, "controller");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(publicKey, "publicKey");
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(findings, "findings");
    Objects.requireNonNull(expires, "expires");
    Objects.requireNonNull(revoked, "revoked");
    if (publicKey.isEmpty() && findings.passed()) {
      throw new IllegalArgumentException("findings must say why there is no publicKey");
    }
  }

  /**
   * {@return whether a signature by that algorithm can be one of this key}
   *
   * @param wanted the algorithm that a proof names
   */
  public boolean allows(SignatureAlgorithm wanted) {
    return algorithm.map(wanted::equals).orElse(true)
        && publicKey.flatMap(KeyKind::of).filter(kind -> kind.fits(wanted)).isPresent();
  }
}
