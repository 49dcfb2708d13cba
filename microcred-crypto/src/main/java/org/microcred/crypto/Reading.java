package org.microcred.crypto;

import java.util.List;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonObject;

/** What an {@link Inspection} asks of each kind of credential. */
interface Reading {
  /** Wire form and kinds of proofs. */
  String form();

  /** The credential, unverified. */
  JsonObject credential();

  /** The proofs. */
  List<Proof> proofs();

  /** Whether the proofs have the form that they must have. */
  Findings shape();

  /** Whether every member means what its context says. */
  Findings context();

  /** Whether that key made the proof of that index. */
  Findings verify(int proof, VerificationMethod method);
}
