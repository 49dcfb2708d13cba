package org.microcred.crypto;

import java.util.List;
import org.microcred.crypto.internal.dataintegrity.EmbeddedProof;
import org.microcred.crypto.internal.dataintegrity.SecuredDocument;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonObject;

/** A JSON credential with embedded proofs. */
final class EmbeddedProofReading implements Reading {
  private final JsonObject credential;
  private final SecuredDocument document;
  private final List<Proof> proofs;

  EmbeddedProofReading(JsonObject credential, InspectionSettings settings) {
    this.credential = credential;
    this.document = SecuredDocument.of(credential, settings);
    this.proofs = document.proofs().stream().map(EmbeddedProof::view).toList();
  }

  @Override
  public String form() {
    return document.form();
  }

  @Override
  public JsonObject credential() {
    return credential;
  }

  @Override
  public List<Proof> proofs() {
    return proofs;
  }

  @Override
  public Findings shape() {
    return document.shape();
  }

  @Override
  public Findings context() {
    return document.context();
  }

  @Override
  public Findings verify(int proof, VerificationMethod method) {
    return document.verify(document.proofs().get(proof), method);
  }
}
