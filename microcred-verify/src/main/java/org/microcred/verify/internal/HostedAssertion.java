package org.microcred.verify.internal;

import java.io.IOException;
import java.util.Optional;
import org.microcred.crypto.DocumentGoneException;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * What lies at the id of a hosted assertion, which is its proof (Open Badges 2.0, "Hosted
 * Verification"): the same, or that it was revoked, or something else.
 *
 * @param proof whether it is the same
 * @param revoked that the host says that it was revoked
 * @param body what lies there, when it is the assertion
 */
record HostedAssertion(Answer proof, Optional<Violation> revoked, Optional<JsonObject> body) {
  private static final JsonPointer ID = JsonPointer.ROOT.child("id");

  /**
   * Asks the host.
   *
   * @param id of the assertion
   * @param given the assertion that came, unless it was no more than its id
   */
  static HostedAssertion of(String id, Optional<JsonObject> given, BadgeDocuments documents) {
    if (!BadgeDocuments.isPlace(id)) {
      return open(
          Answer.failed(
              "ob2.not-hosted",
              ID,
              "the id of a hosted assertion is the URL where it is hosted, and "
                  + SafeText.quote(id)
                  + " is none"));
    }
    JsonObject body;
    try {
      body = documents.json(id);
    } catch (DocumentGoneException e) {
      return revoked(id, "");
    } catch (IOException e) {
      Violation why = Session.unavailable("ob2.unavailable", ID, e);
      return open(
          Answer.of(
              Findings.unknown(
                  new Violation(
                      why.code(),
                      ID,
                      "whether it is hosted at "
                          + SafeText.quote(id)
                          + " could not be found out: "
                          + why.message()
                          + "; give the verifier a loader that may ask there")),
              ""));
    }
    return compared(id, given, body);
  }

  private static HostedAssertion compared(String id, Optional<JsonObject> given, JsonObject body) {
    if (!body.string("id").equals(Optional.of(id))) {
      return open(
          Answer.failed(
              "ob2.not-hosted",
              ID,
              "what lies at "
                  + SafeText.quote(id)
                  + " has the id "
                  + SafeText.quote(body.string("id").orElse(""))));
    }
    if (body.get("revoked").equals(Optional.of(JsonBoolean.TRUE))) {
      return revoked(
          id, body.string("revocationReason").map(r -> ": " + SafeText.quote(r)).orElse(""));
    }
    if (given.filter(own -> !own.equals(body)).isPresent()) {
      return open(
          Answer.failed(
              "ob2.not-hosted",
              JsonPointer.ROOT,
              "what lies at "
                  + SafeText.quote(id)
                  + " says something else: this copy was changed, or is older; ask for the badge"
                  + " as it is there"));
    }
    return new HostedAssertion(
        Answer.of(Findings.none(), "its host answers with exactly this"),
        Optional.empty(),
        Optional.of(body));
  }

  /** Without the document nothing is left that could be compared. */
  private static HostedAssertion revoked(String id, String reason) {
    return new HostedAssertion(
        Answer.undetermined(
            "ob2.revoked",
            ID,
            "its host revoked it, so that it does not lie at " + SafeText.quote(id) + " any more"),
        Optional.of(
            new Violation(
                "status.revoked",
                ID,
                "the host of " + SafeText.quote(id) + " says that it was revoked" + reason)),
        Optional.empty());
  }

  private static HostedAssertion open(Answer proof) {
    return new HostedAssertion(proof, Optional.empty(), Optional.empty());
  }
}
