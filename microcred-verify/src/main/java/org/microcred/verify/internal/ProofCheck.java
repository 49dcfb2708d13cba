package org.microcred.verify.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.Findings;
import org.microcred.model.Violation;
import org.microcred.verify.Check;

/**
 * Is this exactly what the owner of each key signed, for this purpose, and is the proof in force?
 * (Data Integrity 1.0 §4.4 and §4.5, VC-JOSE-COSE §3)
 */
final class ProofCheck {
  private final Inspection inspection;
  private final Relationship purpose;
  private final Optional<Expected> expected;
  private final Session session;

  private ProofCheck(
      Inspection inspection, Relationship purpose, Optional<Expected> expected, Session session) {
    this.inspection = inspection;
    this.purpose = purpose;
    this.expected = expected;
    this.session = session;
  }

  /** The answer about a credential, whose context and keys were looked at. */
  static Answer ofCredential(
      Inspection inspection, Answer context, KeyCheck.Result keys, Session session) {
    return new ProofCheck(inspection, Relationship.ASSERTION_METHOD, Optional.empty(), session)
        .answer(context, keys);
  }

  /** The answer about a presentation, which answers a request. */
  static Answer ofPresentation(
      Inspection inspection,
      Answer context,
      KeyCheck.Result keys,
      Expected expected,
      Session session) {
    return new ProofCheck(inspection, Relationship.AUTHENTICATION, Optional.of(expected), session)
        .answer(context, keys);
  }

  private Answer answer(Answer context, KeyCheck.Result keys) {
    // An embedded proof signs the canonical form; an enveloping one signs the bytes.
    boolean canonicalised =
        inspection.proofs().stream().anyMatch(proof -> !proof.pointer().tokens().isEmpty());
    if (canonicalised && !context.passed()) {
      return Answer.blockedBy(Check.Id.CONTEXT);
    }
    return keys.answer().passed() ? verify(keys.methods()) : Answer.blockedBy(Check.Id.KEY);
  }

  private Answer verify(Map<Proof, VerificationMethod> methods) {
    Findings findings = inspection.shape();
    for (Proof proof : inspection.proofs()) {
      findings = findings.and(inForce(proof, purpose, session));
      if (expected.isPresent()) {
        findings = findings.and(RequestCheck.of(proof, expected.get(), session.now()));
      }
      VerificationMethod method = methods.get(proof);
      findings =
          findings.and(
              method == null
                  ? Findings.unknown(
                      new Violation(
                          "proof.no-key", proof.pointer(), "there is no key to verify it with"))
                  : verify(proof, method));
    }
    return Answer.of(
        findings, inspection.proofs().size() > 1 ? inspection.proofs().size() + " proofs" : "");
  }

  /** A thousand signatures are more work than one call may make of its caller. */
  private Findings verify(Proof proof, VerificationMethod method) {
    WorkBudget budget = session.inspection().budget();
    if (budget.isOver()) {
      return Findings.unknown(
          new Violation(
              "limit.deadline",
              proof.pointer(),
              "the signature was not verified: the time for such work is used up"));
    }
    WorkBudget.Timer timer = budget.start();
    try {
      return inspection.verify(proof, method);
    } finally {
      timer.stop();
    }
  }

  /** Whether a proof is made for that purpose and counts at this instant. */
  static Findings inForce(Proof proof, Relationship purpose, Session session) {
    Instant now = session.now();
    Duration skew = session.settings().clockSkew();
    Findings findings = Findings.none();
    if (!proof.purpose().equals(Optional.of(purpose))) {
      findings =
          findings.and(
              failed(
                  proof,
                  "proof.purpose",
                  "this proof must be for " + purpose.term() + ", and it is not"));
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
