package org.microcred.crypto;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.TermCheck;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** What must hold before anything is signed, a credential or a presentation. */
final class SigningRules {
  private SigningRules() {}

  /** Nothing is signed that says less than it shows. */
  static void requireLossless(JsonObject document, InspectionSettings settings)
      throws InvalidDocumentException {
    Findings findings =
        TermCheck.lossless(
            document, new ContextSource(settings.contexts(), settings.limits()), settings.budget());
    if (!findings.passed()) {
      throw new InvalidDocumentException(
          Stream.concat(findings.failures().stream(), findings.unknowns().stream()).toList());
    }
  }

  static void requireNoProof(JsonObject document) throws InvalidDocumentException {
    if (document.has("proof")) {
      throw InvalidDocumentException.of(
          "proof.present",
          JsonPointer.ROOT.child("proof"),
          "the document has a proof already; sign it without");
    }
  }

  /** The id that stands in a member, alone or in an object. */
  static Optional<String> named(JsonObject document, String member) {
    return document
        .string(member)
        .or(() -> document.object(member).flatMap(object -> object.string("id")));
  }

  /** Refuses to sign for somebody else. */
  static InvalidDocumentException mismatch(String code, String member, Signer signer) {
    return new InvalidDocumentException(
        List.of(
            new Violation(
                code,
                JsonPointer.ROOT.child(member),
                "the "
                    + member
                    + " must be the controller of the key, "
                    + SafeText.of(signer.controller())
                    + ", or nobody can check who signed")));
  }
}
