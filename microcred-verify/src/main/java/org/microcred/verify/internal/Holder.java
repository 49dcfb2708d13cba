package org.microcred.verify.internal;

import java.security.PublicKey;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.Proof;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * Who presents, as far as it is proved.
 *
 * @param id who it is, when it is known by more than a key
 * @param ids everything that the holder may be called
 * @param keys the keys that signed the presentation
 */
record Holder(Optional<String> id, Set<String> ids, Set<PublicKey> keys) {
  Holder {
    ids = Set.copyOf(ids);
    keys = Set.copyOf(keys);
  }

  /**
   * Who signed.
   *
   * @param methods the keys of the proofs that passed; none for a presentation without proof
   * @param isNamed whether one of them is the holder's whom the presentation names
   */
  static Holder of(JsonObject json, Map<Proof, VerificationMethod> methods, boolean isNamed) {
    Set<String> controllers = new LinkedHashSet<>();
    Set<PublicKey> keys = new HashSet<>();
    methods.forEach(
        (proof, method) -> {
          method.publicKey().ifPresent(keys::add);
          if (!RequestCheck.isKeyBinding(proof)) {
            controllers.add(method.controller());
          }
        });
    Optional<String> named = Pipeline.named(json, "holder").filter(holder -> isNamed);
    Set<String> ids = new HashSet<>(controllers);
    named.ifPresent(ids::add);
    return new Holder(named.or(() -> controllers.stream().findFirst()), ids, keys);
  }

  /** Whether somebody proved to be the holder. */
  boolean isProved() {
    return !keys.isEmpty();
  }

  /**
   * Whether a credential is about the holder: by every subject id, or bound to the key that signed
   * (RFC 7800).
   */
  Findings isSubjectOf(
      Credential credential, Optional<VerificationMethod> confirmation, JsonPointer at) {
    if (confirmation.flatMap(VerificationMethod::publicKey).filter(keys::contains).isPresent()) {
      return Findings.none();
    }
    String member = credential.dataModel().subjectMember();
    JsonPointer subject = at.child(member);
    List<String> subjects = credential.subjectIds();
    if (!ids.containsAll(subjects)) {
      return isProved()
          ? Findings.failed(
              new Violation(
                  "holder.not-subject",
                  subject,
                  "the credential is about somebody else than the one who presents it, and is not"
                      + " bound to their key"))
          : unproved(subject);
    }
    return subjects.size() == credential.json().list(member).size() && !subjects.isEmpty()
        ? Findings.none()
        : Findings.unknown(
            new Violation(
                "holder.unidentified",
                subject,
                "a subject has no id, so nothing says that it is the one who presents"));
  }

  private static Findings unproved(JsonPointer subject) {
    return Findings.unknown(
        new Violation(
            "holder.unproved",
            subject,
            "nobody has proved to be the one whom the credential is about"));
  }
}
