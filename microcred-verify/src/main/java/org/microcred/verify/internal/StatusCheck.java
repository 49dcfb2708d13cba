package org.microcred.verify.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.microcred.model.Credential;
import org.microcred.model.CredentialStatus;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.StatusListEntry;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Has the issuer revoked or suspended it? A no is what a believed list says; whatever is wrong with
 * an entry or a list leaves the question open.
 */
final class StatusCheck {
  private static final JsonPointer CLAIM = JsonPointer.ROOT.child("status");
  private static final JsonPointer ENTRIES = JsonPointer.ROOT.child("credentialStatus");

  private StatusCheck() {}

  /**
   * The answer.
   *
   * @param claim the claim {@code status} of the token that the credential came in
   */
  static Answer of(Credential credential, Optional<JsonValue> claim, Session session) {
    List<CredentialStatus> entries = credential.status();
    Optional<JsonValue> token = claim.or(() -> member(credential.json()));
    int count = entries.size() + (token.isPresent() ? 1 : 0);
    if (count == 0) {
      return Answer.notApplicable("the credential declares no status");
    }
    if (session.statusLists().isTooDeep()) {
      return Answer.undetermined(
          "limit.status-depth", ENTRIES, "a status list depends on lists that have a status again");
    }
    int limit = session.settings().limits().statusEntries();
    if (count > limit) {
      return Answer.undetermined(
          "limit.status-entries",
          ENTRIES,
          "the status is said in " + count + " places, and at most " + limit + " are looked at");
    }
    boolean isArray =
        credential.json().get("credentialStatus").filter(JsonArray.class::isInstance).isPresent();
    Findings findings = Findings.none();
    for (int i = 0; i < entries.size(); i++) {
      CredentialStatus entry = entries.get(i);
      findings =
          findings.and(
              answer(
                  () -> judge(entry, credential, session), isArray ? ENTRIES.child(i) : ENTRIES));
    }
    if (token.isPresent()) {
      findings =
          findings.and(answer(() -> TokenStatus.of(token.get(), credential, session), CLAIM));
    }
    return Answer.of(
        findings, "as of " + session.now() + (count > 1 ? ", in " + count + " lists" : ""));
  }

  /** Where no token is around it, the member counts as the claim when it looks like one. */
  private static Optional<JsonValue> member(JsonObject credential) {
    return credential.object("status").filter(status -> status.has("status_list")).map(s -> s);
  }

  private static Findings judge(CredentialStatus entry, Credential credential, Session session)
      throws StatusOpenException {
    if (StatusListEntry.isIn(entry)) {
      return BitstringStatus.of(entry, credential, session);
    }
    if (entry.types().contains(RevocationListStatus.TYPE)) {
      return RevocationListStatus.of(entry, credential, session);
    }
    throw new StatusOpenException(
        "status.unsupported",
        "whether it was revoked could not be found out: a status of type "
            + SafeText.of(String.join(" ", entry.types()))
            + " is not read here");
  }

  private interface Question {
    Findings ask() throws StatusOpenException;
  }

  private static Findings answer(Question question, JsonPointer place) {
    try {
      Findings findings = question.ask();
      return new Findings(
          at(findings.failures(), place),
          at(findings.unknowns(), place),
          at(findings.warnings(), place));
    } catch (StatusOpenException e) {
      return Findings.unknown(e.why().under(place));
    }
  }

  private static List<Violation> at(List<Violation> violations, JsonPointer place) {
    return violations.stream().map(violation -> violation.under(place)).toList();
  }

  /** The purposes of a list or the types of a thing: one text or several. */
  static Stream<String> texts(JsonObject object, String member) {
    return object.list(member).stream()
        .filter(JsonString.class::isInstance)
        .map(text -> ((JsonString) text).value());
  }
}
