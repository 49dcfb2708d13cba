package org.microcred.crypto.internal.dataintegrity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/** Proofs that cover earlier proofs (DI 1.0 §2.1.2, §4.5). */
final class ProofChain {
  private ProofChain() {}

  /** The proofs of those ids, in the order of the document. */
  static List<EmbeddedProof> named(List<String> ids, List<EmbeddedProof> proofs) {
    return proofs.stream().filter(proof -> proof.id().filter(ids::contains).isPresent()).toList();
  }

  /** Whether each id names one proof. */
  static Findings shape(List<EmbeddedProof> proofs) {
    Findings findings = Findings.none();
    Set<String> seen = new HashSet<>();
    for (EmbeddedProof proof : proofs) {
      if (proof.id().isPresent() && !seen.add(proof.id().get())) {
        findings = findings.and(failed("proof.id", at(proof, "id"), "two proofs have the same id"));
      }
    }
    for (EmbeddedProof proof : proofs) {
      findings = findings.and(check(proof, proofs));
    }
    return findings;
  }

  /** Whether the proofs that this one covers are there, and none of them covers this one. */
  static Findings check(EmbeddedProof proof, List<EmbeddedProof> proofs) {
    Set<String> covered = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(proof.previous());
    while (!open.isEmpty()) {
      String id = open.pop();
      if (!covered.add(id)) {
        continue;
      }
      List<EmbeddedProof> named = named(List.of(id), proofs);
      if (named.size() != 1) {
        return failed(
            "proof.previous-missing",
            at(proof, "previousProof"),
            "the proof "
                + SafeText.quote(id)
                + ", which this one covers, is not there exactly once");
      }
      if (Objects.equals(named.get(0), proof)) {
        return failed(
            "proof.previous-cycle",
            at(proof, "previousProof"),
            "the proof covers itself through previousProof");
      }
      named.get(0).previous().forEach(open::push);
    }
    return Findings.none();
  }

  private static JsonPointer at(EmbeddedProof proof, String member) {
    return proof.view().pointer().child(member);
  }

  private static Findings failed(String code, JsonPointer at, String message) {
    return Findings.failed(new Violation(code, at, message));
  }
}
