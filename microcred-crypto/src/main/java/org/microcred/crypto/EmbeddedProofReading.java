package org.microcred.crypto;

import java.util.List;
import org.microcred.crypto.internal.dataintegrity.EmbeddedProof;
import org.microcred.crypto.internal.dataintegrity.SecuredDocument;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonObject;

/** A JSON credential or presentation with embedded proofs. */
final class EmbeddedProofReading implements Reading {
  private final JsonObject document;
  private final SecuredDocument secured;
  private final List<Proof> proofs;

  EmbeddedProofReading(JsonObject document, InspectionSettings settings) {
    this.document = document;
    this.secured = SecuredDocument.of(document, settings);
    this.proofs = secured.proofs().stream().map(EmbeddedProof::view).toList();
  }

  @Override
  public String form() {
    return secured.form();
  }

  @Override
  public JsonObject document() {
    return document;
  }

  @Override
  public List<Proof> proofs() {
    return proofs;
  }

  @Override
  public Findings shape() {
    return secured.shape();
  }

  @Override
  public Findings context() {
    return secured.context();
  }

  @Override
  public Findings verify(int proof, VerificationMethod method) {
    return secured.verify(secured.proofs().get(proof), method);
  }
}
