package org.microcred.verify.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.AssertionForm;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.Proof;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.openbadges2.Assertion;
import org.microcred.model.openbadges2.BadgeClass;
import org.microcred.model.openbadges2.BadgeObject;
import org.microcred.model.openbadges2.Profile;
import org.microcred.model.openbadges2.VerificationObject;
import org.microcred.verify.Check;
import org.microcred.verify.Recipient;

/**
 * Asks the eleven questions about an assertion of Open Badges 2.0 (§ "Badge Verification"). What it
 * says is judged as the achievement credential that it is shown as; what proves it is its host or
 * the signature by a key of its issuer's profile.
 */
final class AssertionPipeline {
  private static final JsonPointer BADGE = JsonPointer.ROOT.child("badge");
  private static final JsonPointer ISSUER = BADGE.child("issuer");
  private static final JsonPointer VERIFICATION = JsonPointer.ROOT.child("verification");

  private final Inspection inspection;
  private final AssertionForm form;
  private final Optional<Recipient> recipient;
  private final Session session;
  private final BadgeDocuments documents;
  private final Answers answers;
  private Optional<Credential> credential = Optional.empty();

  private AssertionPipeline(Inspection inspection, Optional<Recipient> recipient, Session session) {
    this.inspection = inspection;
    this.form = inspection.assertion().orElseThrow();
    this.recipient = recipient;
    this.session = session;
    this.answers = new Answers(session);
    this.documents = new BadgeDocuments(session);
  }

  /** Verifies an assertion. */
  static Outline run(Inspection inspection, Optional<Recipient> recipient, Session session) {
    return new AssertionPipeline(inspection, recipient, session).run();
  }

  private Outline run() {
    JsonObject given = inspection.unverifiedDocument();
    answers.put(Check.Id.CONTEXT, Answer.of(inspection.context(), "members mean their names"));
    if (form == AssertionForm.URL) {
      hosted(given.string("id").orElse(""), Optional.empty());
    } else {
      read(given);
    }
    answers.blockOpen(
        credential.isEmpty() && !answers.has(Check.Id.PROOF) ? Check.Id.STRUCTURE : Check.Id.PROOF);
    return new Outline(
        session.now(),
        inspection.form(),
        given.string("id"),
        answers.checks(session.settings()),
        session.fetched(),
        List.of(),
        credential);
  }

  private void read(JsonObject given) {
    BadgeObject.Reading<Assertion> reading = Assertion.read(given);
    answers.put(Check.Id.STRUCTURE, Answer.of(reading.findings(), ""));
    if (reading.document().isEmpty()) {
      return;
    }
    Assertion assertion = reading.document().get();
    if (assertion.revoked()) {
      refuse();
      return;
    }
    Findings shape = inspection.shape().and(way(assertion));
    if (!shape.passed()) {
      answers.put(Check.Id.KEY, Answer.notApplicable("no well-formed proof names a key"));
      answers.put(Check.Id.PROOF, Answer.of(shape, ""));
    } else if (form == AssertionForm.SIGNED) {
      signed(assertion, reading.findings());
    } else {
      hosted(assertion.id(), Optional.of(given));
    }
  }

  /** Nobody who wants to deceive says so; whether its issuer does is not asked. */
  private void refuse() {
    JsonPointer place = JsonPointer.ROOT.child("revoked");
    answers.put(Check.Id.KEY, Answer.notApplicable("it says that it was revoked"));
    answers.put(
        Check.Id.PROOF,
        Answer.undetermined("ob2.revoked", place, "what was revoked is compared with nothing"));
    answers.put(
        Check.Id.STATUS, Answer.failed("status.revoked", place, "it says that it was revoked"));
  }

  /** Whether it came in the way in which it says that it is to be verified. */
  private Findings way(Assertion assertion) {
    boolean isHosted = assertion.verification().filter(VerificationObject::isHosted).isPresent();
    boolean isSigned = assertion.verification().filter(VerificationObject::isSigned).isPresent();
    if (!isHosted && !isSigned) {
      return Findings.unknown(
          new Violation(
              "proof.unsupported",
              VERIFICATION,
              "it is neither hosted nor signed, and other ways of verifying are not built in"));
    }
    if (form == AssertionForm.SIGNED ? isSigned : isHosted) {
      return Findings.none();
    }
    return Findings.failed(
        form == AssertionForm.SIGNED
            ? new Violation("ob2.verification", VERIFICATION, "it is signed, and says otherwise")
            : new Violation(
                "proof.missing",
                VERIFICATION,
                "it says that it is signed, and came without its signature: the signed badge is the"
                    + " token"));
  }

  /** The issuer's web server is the proof; without a document, the one that lies there counts. */
  private void hosted(String id, Optional<JsonObject> given) {
    answers.put(
        Check.Id.KEY, Answer.notApplicable("nobody signed it: it counts because it is hosted"));
    HostedAssertion host = HostedAssertion.of(id, given, documents);
    answers.put(Check.Id.PROOF, host.proof().warned(inspection.shape().warnings()));
    host.revoked()
        .ifPresent(why -> answers.put(Check.Id.STATUS, Answer.of(Findings.failed(why), "")));
    if (host.body().isEmpty()) {
      if (given.isEmpty()) {
        answers.put(
            Check.Id.STRUCTURE,
            Answer.undetermined(
                "ob2.unavailable", JsonPointer.ROOT, "there is no assertion to be read"));
      }
      return;
    }
    BadgeObject.Reading<Assertion> reading = Assertion.read(host.body().get());
    if (reading.document().isEmpty()) {
      answers.put(Check.Id.STRUCTURE, Answer.of(reading.findings(), ""));
      answers.blockOpen(Check.Id.STRUCTURE);
      return;
    }
    Assertion assertion = reading.document().get();
    Findings way = way(assertion);
    if (!way.passed()) {
      answers.put(Check.Id.STRUCTURE, Answer.of(reading.findings(), ""));
      answers.put(Check.Id.PROOF, Answer.of(way, ""));
      return;
    }
    Optional<Profile> issuer = show(assertion, reading.findings());
    if (issuer.isPresent() && credential.isPresent()) {
      answers.put(Check.Id.ISSUER, AssertionScope.of(id, issuer.get()));
      answers.putIfAbsent(
          Check.Id.STATUS, Answer.of(Findings.none(), "its host still has it, " + session.now()));
      claims(assertion);
    } else {
      answers.blockOpen(Check.Id.STRUCTURE);
    }
  }

  private void signed(Assertion assertion, Findings findings) {
    Optional<Profile> issuer = show(assertion, findings);
    if (issuer.isEmpty() || credential.isEmpty()) {
      answers.blockOpen(Check.Id.STRUCTURE);
      return;
    }
    Proof proof = inspection.proofs().get(0);
    AssertionKeys.Result keys = AssertionKeys.of(assertion, issuer.get(), proof, documents);
    answers.put(Check.Id.KEY, keys.answer());
    if (!keys.answer().passed()) {
      answers.put(Check.Id.PROOF, Answer.blockedBy(Check.Id.KEY));
      return;
    }
    Answer signature = verify(proof, keys.keys());
    answers.put(Check.Id.PROOF, signature);
    if (signature.passed()) {
      answers.put(
          Check.Id.ISSUER, Answer.of(Findings.none(), "the issuer's own profile lists the key"));
      answers.put(Check.Id.STATUS, AssertionStatus.of(assertion, issuer.get(), documents, session));
      claims(assertion);
    }
  }

  /** One of the keys has to verify it; if none does, the first says why. */
  private Answer verify(Proof proof, List<VerificationMethod> keys) {
    List<Findings> answered = new ArrayList<>();
    for (VerificationMethod key : keys) {
      Findings findings = inspection.verify(proof, key);
      if (findings.passed()) {
        return Answer.of(inspection.shape().and(findings), "");
      }
      answered.add(findings);
    }
    return Answer.of(inspection.shape().and(answered.get(0)), "");
  }

  /**
   * Gets the badge class and the issuer's profile and shows the assertion as a credential.
   *
   * @return the profile, which lay at its own id
   */
  private Optional<Profile> show(Assertion assertion, Findings read) {
    Findings findings = read;
    BadgeDocuments.Found<BadgeClass> badge =
        documents.getOrEmbedded(assertion.badge().orElseThrow(), BADGE, BadgeClass::read);
    findings = findings.and(badge.findings());
    Optional<Profile> issuer = Optional.empty();
    if (badge.document().isPresent()) {
      BadgeDocuments.Found<Profile> profile =
          documents.get(badge.document().get().issuer(), ISSUER, Profile::read);
      findings = findings.and(profile.findings());
      issuer = profile.document();
    }
    if (issuer.isPresent()) {
      try {
        AchievementCredential view = assertion.toCredential(badge.document().get(), issuer.get());
        credential = Optional.of(view);
      } catch (InvalidDocumentException e) {
        findings = findings.and(Findings.of(e.violations()));
      }
    }
    answers.put(
        Check.Id.STRUCTURE,
        Answer.of(
            findings, "Open Badges 2.0 assertion, shown as an achievement of Open Badges 3.0"));
    return issuer;
  }

  /** The questions about what a sound proof covers. */
  private void claims(Assertion assertion) {
    Credential shown = credential.orElseThrow();
    if (answers.passed(Check.Id.ISSUER)) {
      documents.keep();
    }
    answers.put(Check.Id.VALIDITY, placed(ValidityCheck.of(shown, session)));
    answers.put(Check.Id.RECIPIENT, placed(RecipientCheck.of(shown, recipient)));
    answers.put(Check.Id.EVIDENCE, placed(EvidenceCheck.of(shown, session)));
    answers.put(Check.Id.EMBEDDED, endorsements(assertion));
    answers.put(Check.Id.TRUST, placed(TrustCheck.of(shown, session)));
  }

  /** They are no part of the credential that the assertion is shown as. */
  private static Answer endorsements(Assertion assertion) {
    Answer none = Answer.notApplicable("no credential inside");
    return assertion.endorsements().isEmpty()
        ? none
        : none.warned(
            List.of(
                new Violation(
                    "ob2.endorsement-not-checked",
                    JsonPointer.ROOT.child("endorsement"),
                    "endorsements of Open Badges 2.0 are not verified, and not part of what is"
                        + " shown")));
  }

  /** Where in the assertion stands what the credential says elsewhere. */
  private static Answer placed(Answer answer) {
    Findings findings = answer.findings();
    return new Answer(
        answer.outcome(),
        answer.cause(),
        answer.reason(),
        new Findings(
            findings.failures().stream().map(AssertionPipeline::placed).toList(),
            findings.unknowns().stream().map(AssertionPipeline::placed).toList(),
            findings.warnings().stream().map(AssertionPipeline::placed).toList()));
  }

  private static Violation placed(Violation violation) {
    List<String> tokens = violation.pointer().tokens();
    JsonPointer place =
        switch (tokens.isEmpty() ? "" : tokens.get(0)) {
          case "validFrom" -> JsonPointer.ROOT.child("issuedOn");
          case "validUntil" -> JsonPointer.ROOT.child("expires");
          case "issuer" -> ISSUER;
          case "credentialSubject" ->
              tokens.size() > 1 && tokens.get(1).equals("achievement")
                  ? BADGE
                  : JsonPointer.ROOT.child("recipient");
          default -> violation.pointer();
        };
    return new Violation(violation.code(), place, violation.message(), violation.wording());
  }
}
