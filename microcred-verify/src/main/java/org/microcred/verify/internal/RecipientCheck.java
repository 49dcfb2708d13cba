package org.microcred.verify.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.microcred.model.AchievementCredential;
import org.microcred.model.ClrCredential;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.IdentityObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.Recipient;

/**
 * Is it about the person whom the caller names: by subject id, or by an identifier of the same
 * type, plain or hashed (Open Badges 3.0, IdentityObject)? Compared in constant time; never
 * printed.
 */
final class RecipientCheck {
  private RecipientCheck() {}

  static Answer of(Credential credential, Optional<Recipient> recipient) {
    if (recipient.isEmpty()) {
      return Answer.notApplicable("the caller named nobody");
    }
    Recipient person = recipient.get();
    if (isById(credential, person)) {
      return Answer.of(Findings.none(), "the subject id is the person's");
    }
    if (identifiers(credential).stream().anyMatch(i -> isIdentity(i, person))) {
      return Answer.of(Findings.none(), "an identifier is the person's");
    }
    return Answer.failed(
        "recipient.mismatch",
        JsonPointer.ROOT.child(credential.dataModel().subjectMember()),
        "neither the subject id nor an identifier is the person's whom the caller named");
  }

  private static List<IdentityObject> identifiers(Credential credential) {
    if (credential instanceof AchievementCredential badge) {
      return badge.subject().identifiers();
    }
    return credential instanceof ClrCredential clr ? clr.subject().identifiers() : List.of();
  }

  /** A subject without an id could be anybody, so every subject must have one. */
  private static boolean isById(Credential credential, Recipient person) {
    List<String> subjects = credential.subjectIds();
    return !subjects.isEmpty()
        && subjects.size() == credential.json().list(credential.dataModel().subjectMember()).size()
        && subjects.stream().allMatch(id -> person.ids().stream().anyMatch(own -> same(own, id)));
  }

  private static boolean isIdentity(IdentityObject identity, Recipient person) {
    return person.identifiers().stream()
        .filter(known -> known.type().equals(identity.identityType().value()))
        .anyMatch(known -> identity.matches(known.value()));
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
