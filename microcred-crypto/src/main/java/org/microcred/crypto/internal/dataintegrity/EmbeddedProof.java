package org.microcred.crypto.internal.dataintegrity;

import java.util.List;
import java.util.Optional;
import org.microcred.crypto.Proof;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonObject;

/**
 * A proof as it stands in a document.
 *
 * @param json the proof
 * @param view what it says of itself
 * @param suite its suite; empty when it is not built in
 * @param id its id, when it has one
 * @param previous the ids of the proofs that it covers
 * @param algorithm what made the signature, by its length; empty when the shape says why
 * @param value the signature; empty when the shape says why
 * @param shape whether its members are what they must be
 */
public record EmbeddedProof(
    JsonObject json,
    Proof view,
    Optional<Suite> suite,
    Optional<String> id,
    List<String> previous,
    Optional<SignatureAlgorithm> algorithm,
    Optional<Signature> value,
    Findings shape) {

  /** A signature of a length that the suite has. */
  static final class Signature {
    private final byte[] octets;

    Signature(byte[] octets) {
      this.octets = octets.clone();
    }

    byte[] octets() {
      return octets.clone();
    }
  }
}
