package org.microcred.crypto;

import java.util.List;
import java.util.Optional;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/** What an {@link Inspection} asks of each kind of credential and presentation. */
interface Reading {
  /** Wire form and kinds of proofs. */
  String form();

  /** The credential or presentation, unverified. */
  JsonObject document();

  /** The claim {@code status} of a token; none where there are no claims. */
  default Optional<JsonValue> statusClaim() {
    return Optional.empty();
  }

  /** How it came, when it is an assertion of Open Badges 2.0. */
  default Optional<AssertionForm> assertion() {
    return Optional.empty();
  }

  /** Whether the document is the claims of an SD-JWT VC. */
  default boolean isSdJwtVc() {
    return false;
  }

  /** The proofs. */
  List<Proof> proofs();

  /** The key of the holder that the credential names, usable or not. */
  default Optional<VerificationMethod> confirmation() {
    return Optional.empty();
  }

  /** Whether the proofs have the form that they must have. */
  Findings shape();

  /** Whether every member means what its context says. */
  Findings context();

  /** Whether that key made the proof of that index. */
  Findings verify(int proof, VerificationMethod method);
}
