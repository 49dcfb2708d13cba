package org.microcred.verify.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.IdentityObject;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.Recipient;

/**
 * Is it about the person whom the caller names: by subject id, or by an identifier of the same
 * type, plain or hashed (Open Badges 3.0 §8.5)? Compared in constant time; never printed.
 */
final class RecipientCheck {
  private static final JsonPointer SUBJECT = JsonPointer.ROOT.child("credentialSubject");

  private RecipientCheck() {}

  static Answer of(Credential credential, Optional<Recipient> recipient) {
    if (recipient.isEmpty()) {
      return Answer.notApplicable("the caller named nobody");
    }
    Recipient person = recipient.get();
    List<String> subjects = credential.subjectIds();
    // A subject without an id could be anybody: then the ids alone do not answer.
    if (!subjects.isEmpty()
        && subjects.size() == credential.json().list("credentialSubject").size()
        && subjects.stream().allMatch(id -> person.ids().stream().anyMatch(own -> same(own, id)))) {
      return Answer.of(Findings.none(), "the subject id is the person's");
    }
    Findings findings = Findings.none();
    if (credential instanceof AchievementCredential badge) {
      for (IdentityObject identity : badge.subject().identifiers()) {
        Match match = match(identity, person);
        if (match == Match.YES) {
          return Answer.of(Findings.none(), "an identifier is the person's");
        }
        if (match == Match.UNKNOWN) {
          findings =
              findings.and(
                  Findings.unknown(
                      new Violation(
                          "recipient.unsupported",
                          SUBJECT.child("identifier"),
                          "an identifier is hashed in a way that is not read here; sha256$ is")));
        }
      }
    }
    return findings.passed()
        ? Answer.failed(
            "recipient.mismatch",
            SUBJECT,
            "neither the subject id nor an identifier is the person's whom the caller named")
        : Answer.of(findings, "");
  }

  private enum Match {
    YES,
    NO,
    UNKNOWN
  }

  private static Match match(IdentityObject identity, Recipient person) {
    Match match = Match.NO;
    for (Recipient.Identifier known : person.identifiers()) {
      if (!known.type().equals(identity.identityType().value())) {
        continue;
      }
      if (!identity.hashed()) {
        match = same(known.value(), identity.identityHash()) ? Match.YES : match;
      } else if (identity.identityHash().toLowerCase(Locale.ROOT).startsWith("sha256$")) {
        String hash = "sha256$" + sha256(known.value() + identity.salt().orElse(""));
        match = same(hash, identity.identityHash().toLowerCase(Locale.ROOT)) ? Match.YES : match;
      } else if (match == Match.NO) {
        match = Match.UNKNOWN;
      }
    }
    return match;
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
