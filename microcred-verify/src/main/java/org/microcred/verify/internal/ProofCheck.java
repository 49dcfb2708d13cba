package org.microcred.verify.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Findings;
import org.microcred.model.Violation;

/**
 * Is this exactly what the owner of each key signed, to make a claim, and is the proof in force?
 * (Data Integrity 1.0 §4.4 and §4.5, VC-JOSE-COSE §3)
 */
final class ProofCheck {
  private ProofCheck() {}

  static Answer of(Inspection inspection, Map<Proof, VerificationMethod> methods, Session session) {
    Findings findings = inspection.shape();
    for (Proof proof : inspection.proofs()) {
      findings = findings.and(inForce(proof, session));
      VerificationMethod method = methods.get(proof);
      findings =
          findings.and(
              method == null
                  ? Findings.unknown(
                      new Violation(
                          "proof.no-key", proof.pointer(), "there is no key to verify it with"))
                  : inspection.verify(proof, method));
    }
    return Answer.of(
        findings, inspection.proofs().size() > 1 ? inspection.proofs().size() + " proofs" : "");
  }

  /** Whether a proof is made to assert something and counts at this instant. */
  static Findings inForce(Proof proof, Session session) {
    Instant now = session.now();
    Duration skew = session.settings().clockSkew();
    Findings findings = Findings.none();
    if (!proof.purpose().equals(Optional.of(Relationship.ASSERTION_METHOD))) {
      findings =
          findings.and(
              failed(proof, "proof.purpose", "a credential's proof is for assertionMethod"));
    }
    if (proof.expires().isPresent() && now.minus(skew).isAfter(proof.expires().get())) {
      findings =
          findings.and(
              failed(proof, "proof.expired", "the proof expired on " + proof.expires().get()));
    }
    if (proof.notBefore().isPresent() && now.plus(skew).isBefore(proof.notBefore().get())) {
      findings =
          findings.and(
              failed(
                  proof,
                  "proof.not-yet",
                  "the proof is not to be used before " + proof.notBefore().get()));
    }
    return findings;
  }

  private static Findings failed(Proof proof, String code, String message) {
    return Findings.failed(new Violation(code, proof.pointer(), message));
  }
}
