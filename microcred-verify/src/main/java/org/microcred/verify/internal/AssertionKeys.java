package org.microcred.verify.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.KeyFiles;
import org.microcred.crypto.Proof;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.openbadges2.Assertion;
import org.microcred.model.openbadges2.CryptographicKey;
import org.microcred.model.openbadges2.Profile;
import org.microcred.model.openbadges2.Reference;

/**
 * The keys that may have signed an assertion: those that its issuer's profile lists under {@code
 * publicKey}, of which {@code verification.creator} or the header {@code kid} names one (Open
 * Badges 2.0, "Signed Verification"). A key that the assertion embeds is not looked at.
 */
final class AssertionKeys {
  private static final int MAX_KEYS = 8;
  private static final JsonPointer CREATOR =
      JsonPointer.ROOT.child("verification").child("creator");

  private final Profile issuer;
  private final BadgeDocuments documents;
  private final List<VerificationMethod> usable = new ArrayList<>();
  private Findings findings = Findings.none();

  private AssertionKeys(Profile issuer, BadgeDocuments documents) {
    this.issuer = issuer;
    this.documents = documents;
  }

  /** The answer, and the keys of which one has to verify the signature. */
  record Result(Answer answer, List<VerificationMethod> keys) {}

  static Result of(Assertion assertion, Profile issuer, Proof proof, BadgeDocuments documents) {
    Optional<String> named =
        assertion
            .verification()
            .flatMap(verification -> verification.creator())
            .flatMap(Reference::id)
            .or(proof::verificationMethod);
    List<Reference<CryptographicKey>> listed =
        issuer.publicKeys().stream()
            .filter(key -> named.isEmpty() || key.id().equals(named))
            .toList();
    if (listed.isEmpty()) {
      return without(
          Answer.failed(
              named.isPresent() ? "key.not-found" : "key.not-named",
              CREATOR,
              named
                  .map(id -> "the issuer's profile does not list the key " + SafeText.quote(id))
                  .orElse("neither the assertion nor the issuer's profile names a key")));
    }
    if (listed.size() > MAX_KEYS) {
      return without(
          Answer.undetermined(
              "limit.keys",
              CREATOR,
              "the issuer's profile lists more than "
                  + MAX_KEYS
                  + " keys, and the assertion names"
                  + " none of them"));
    }
    AssertionKeys keys = new AssertionKeys(issuer, documents);
    listed.forEach(keys::add);
    return keys.usable.isEmpty()
        ? without(Answer.of(keys.findings, ""))
        : new Result(Answer.of(Findings.none(), "the issuer's profile lists the key"), keys.usable);
  }

  private static Result without(Answer answer) {
    return new Result(answer, List.of());
  }

  private void add(Reference<CryptographicKey> listed) {
    BadgeDocuments.Found<CryptographicKey> found =
        listed.document().isPresent()
            ? new BadgeDocuments.Found<>(listed.document(), Findings.none())
            : documents.at(listed.id().orElse(""), CREATOR, CryptographicKey::read);
    if (found.document().isEmpty()) {
      findings = findings.and(found.findings());
      return;
    }
    CryptographicKey key = found.document().get();
    String name = listed.id().orElse(issuer.id());
    if (key.owner().filter(owner -> !owner.equals(issuer.id())).isPresent()) {
      fail("key.controller", SafeText.quote(name) + " says that it is another owner's");
    } else if (!key.id().equals(listed.id())) {
      fail("key.document-id", "what lies at " + SafeText.quote(name) + " is another key");
    } else {
      decode(key.publicKeyPem().orElse(""), name);
    }
  }

  private void decode(String pem, String name) {
    try {
      usable.add(
          new VerificationMethod(
              name,
              issuer.id(),
              "CryptographicKey",
              Optional.of(KeyFiles.parsePublicKey(pem)),
              Optional.empty(),
              Findings.none(),
              Optional.empty(),
              Optional.empty()));
    } catch (InvalidDocumentException e) {
      findings =
          findings.and(
              Findings.of(
                  e.violations().stream()
                      .map(
                          v ->
                              new Violation(
                                  v.code(), CREATOR, SafeText.quote(name) + ": " + v.message()))
                      .toList()));
    }
  }

  private void fail(String code, String message) {
    findings = findings.and(Findings.failed(new Violation(code, CREATOR, message)));
  }
}
