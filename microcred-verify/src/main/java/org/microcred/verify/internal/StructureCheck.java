package org.microcred.verify.internal;

import java.util.List;
import java.util.Optional;
import org.microcred.model.AchievementCredential;
import org.microcred.model.ClrCredential;
import org.microcred.model.Credential;
import org.microcred.model.DataModel;
import org.microcred.model.EndorsementCredential;
import org.microcred.model.Findings;
import org.microcred.model.OtherCredential;
import org.microcred.model.Reading;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** Does it conform to its data model and to the schemas it names? */
final class StructureCheck {
  private StructureCheck() {}

  /** The answer, and the credential when there is one. */
  record Result(Answer answer, Optional<Credential> credential) {}

  static Result of(JsonObject json, Session session) {
    Reading reading = Credential.read(json, session.settings().limits());
    Findings findings = reading.findings();
    if (json.has("refreshService")) {
      findings =
          findings.and(
              Findings.warned(
                  new Violation(
                      "refresh.available",
                      JsonPointer.ROOT.child("refreshService"),
                      "the issuer offers a newer version, which was not asked for")));
    }
    String kind = reading.credential().map(StructureCheck::kind).orElse("");
    return new Result(Answer.of(findings, kind), reading.credential());
  }

  /** The same answer, and whether the credential conforms to the schemas that it names. */
  static Answer withSchemas(Answer structure, Credential credential, Session session) {
    return Answer.of(
        structure.findings().and(SchemaCheck.of(credential, session)), structure.reason());
  }

  /** A schema is a program of a stranger: it is not run for the sake of a forgery. */
  static Answer withoutSchemas(Answer structure, Credential credential) {
    return credential.schemas().isEmpty()
        ? structure
        : structure.warned(
            List.of(
                new Violation(
                    "schema.not-checked",
                    JsonPointer.ROOT.child("credentialSchema"),
                    "not compared with its schemas, since its proof did not pass")));
  }

  private static String kind(Credential credential) {
    return credential.dataModel().title() + ", " + what(credential);
  }

  /** The answer about the claims of an SD-JWT VC. */
  static Result ofClaims(JsonObject claims) {
    Reading reading = OtherCredential.readClaims(claims);
    return new Result(
        Answer.of(reading.findings(), DataModel.SD_JWT_VC.title()), reading.credential());
  }

  private static String what(Credential credential) {
    if (credential instanceof AchievementCredential) {
      return "Open Badges 3.0 achievement";
    } else if (credential instanceof EndorsementCredential) {
      return "Open Badges 3.0 endorsement";
    } else if (credential instanceof ClrCredential) {
      return "CLR 2.0 learner record";
    }
    return "read by the rules of the VC Data Model alone";
  }
}
