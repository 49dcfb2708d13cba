package org.microcred.verify.internal;

import java.util.Optional;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.openbadges2.Assertion;
import org.microcred.model.openbadges2.Profile;
import org.microcred.model.openbadges2.RevocationList;
import org.microcred.model.openbadges2.RevokedAssertion;

/**
 * Has the issuer revoked a signed assertion? The list that its profile names says so (Open Badges
 * 2.0, "Revoking a Signed Badge"); a list that is not right leaves the question open.
 */
final class AssertionStatus {
  private static final JsonPointer ID = JsonPointer.ROOT.child("id");

  private AssertionStatus() {}

  static Answer of(Assertion assertion, Profile issuer, BadgeDocuments documents, Session session) {
    if (issuer.revocationList().isEmpty()) {
      return Answer.notApplicable("the issuer's profile names no revocation list");
    }
    String url = issuer.revocationList().get();
    BadgeDocuments.Found<RevocationList> found = documents.at(url, ID, RevocationList::read);
    if (found.document().isEmpty()) {
      return unusable(found.findings(), url);
    }
    RevocationList list = found.document().get();
    Optional<String> publisher = list.issuer();
    if (publisher.isPresent() && !session.statusLists().mayPublish(publisher.get(), issuer.id())) {
      StatusOpenException foreign =
          session.statusLists().foreign(url, publisher.get(), issuer.id());
      return Answer.of(Findings.unknown(foreign.why().under(ID)), "");
    }
    if (!session.settings().status().anyListId()
        && list.id().filter(id -> !id.equals(url)).isPresent()) {
      return Answer.undetermined(
          "status.list-id",
          ID,
          "the revocation list at " + SafeText.quote(url) + " has another URL as its id");
    }
    Optional<RevokedAssertion> entry = list.revocationOf(assertion);
    return entry.isPresent()
        ? Answer.failed(
            "status.revoked",
            ID,
            "the issuer revoked it"
                + entry.get().revocationReason().map(r -> ": " + SafeText.quote(r)).orElse(""))
        : Answer.of(Findings.none(), "as of " + session.now());
  }

  /** Whatever is wrong with a list, it does not revoke. */
  private static Answer unusable(Findings findings, String url) {
    Findings open = Findings.none();
    for (Violation unknown : findings.unknowns()) {
      open =
          open.and(
              Findings.unknown(
                  unknown.code().startsWith("limit.")
                      ? unknown
                      : new Violation("status.unavailable", ID, unknown.message())));
    }
    for (Violation failure : findings.failures()) {
      open = open.and(Findings.unknown(new Violation("status.list", ID, failure.message())));
    }
    return open.unknowns().isEmpty()
        ? Answer.undetermined("status.list", ID, SafeText.quote(url) + " is no revocation list")
        : Answer.of(open, "");
  }
}
