package org.microcred.verify.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.LoadedDocument;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AssessedResult.Requirement;
import org.microcred.model.Assessment;
import org.microcred.model.Credential;
import org.microcred.model.DataModel;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.EvidencePolicy;

/**
 * Do evidence and related resources match their digests (VC 2.0 §5.3), and is there the evidence
 * that the caller wants?
 */
final class EvidenceCheck {
  private static final JsonPointer SUBJECT = JsonPointer.ROOT.child("credentialSubject");
  private static final JsonPointer EVIDENCE = JsonPointer.ROOT.child("evidence");
  private static final JsonPointer RESULT = SUBJECT.child("result");

  private final Credential credential;
  private final Session session;
  private final EvidencePolicy policy;
  private Findings findings = Findings.none();
  private final List<String> said = new ArrayList<>();

  private EvidenceCheck(Credential credential, Session session) {
    this.credential = credential;
    this.session = session;
    this.policy = session.settings().evidence();
  }

  static Answer of(Credential credential, Session session) {
    return new EvidenceCheck(credential, session).answer();
  }

  private Answer answer() {
    List<StatedDigest> stated =
        credential.dataModel() == DataModel.SD_JWT_VC
            ? List.of()
            : StatedDigest.all(credential.json());
    int compared = 0;
    for (StatedDigest one : stated) {
      compared += compare(one);
    }
    boolean asked = policy.pieces() > 0 || policy.assessedByOthers() || policy.requirementsMet();
    if (asked) {
      judge();
    }
    if (compared > 0) {
      said.add(compared + " of " + stated.size() + " digests compared");
    }
    if (compared == 0 && !asked && findings.passed()) {
      String reason =
          stated.isEmpty() ? "no resource states a digest" : "no resource with a digest is at hand";
      return Answer.notApplicable(reason).warned(findings.warnings());
    }
    return Answer.of(findings, String.join("; ", said));
  }

  /** Compares when the resource is at hand: 1, else 0. */
  private int compare(StatedDigest one) {
    try {
      Optional<LoadedDocument> resource = one.url().isEmpty() ? Optional.empty() : had(one);
      if (resource.isPresent()) {
        Findings outcome = one.digest().check(resource.get().content());
        note(
            new Findings(
                placed(outcome.failures(), one),
                placed(outcome.unknowns(), one),
                placed(outcome.warnings(), one)));
        return 1;
      }
      String what = "the digest of " + SafeText.quote(one.id()) + " was not compared: ";
      note(
          policy.fetched()
              ? Findings.unknown(
                  new Violation("evidence.unavailable", one.at(), what + "the loader has it not"))
              : Findings.warned(
                  new Violation(
                      "evidence.not-compared",
                      one.at(),
                      what + "it is not at hand; supply it, or have evidence fetched")));
    } catch (IOException e) {
      note(Findings.unknown(Session.unavailable("evidence.unavailable", one.at(), e)));
    }
    return 0;
  }

  private Optional<LoadedDocument> had(StatedDigest one) throws IOException {
    Optional<LoadedDocument> atHand = session.atHand(one.url().orElseThrow());
    return atHand.isPresent() || !policy.fetched() ? atHand : session.load(one.url().orElseThrow());
  }

  private static List<Violation> placed(List<Violation> violations, StatedDigest one) {
    return violations.stream().map(violation -> violation.under(one.at())).toList();
  }

  private void judge() {
    if (!(credential instanceof AchievementCredential badge)) {
      failed("evidence.missing", JsonPointer.ROOT, "this is no badge, so nothing was assessed");
      return;
    }
    Assessment assessment = badge.assessment();
    int pieces = assessment.evidence().size();
    if (pieces < policy.pieces()) {
      failed(
          "evidence.missing",
          EVIDENCE,
          "there are " + pieces + " pieces of evidence, and " + policy.pieces() + " are wanted");
    }
    if (policy.assessedByOthers()) {
      assessor(badge, assessment);
    }
    if (policy.requirementsMet()) {
      results(assessment);
    }
    said.add(pieces + " pieces of evidence, " + assessment.results().size() + " results");
  }

  private void assessor(AchievementCredential badge, Assessment assessment) {
    if (assessment.results().isEmpty()) {
      failed("evidence.not-assessed", RESULT, "no result says that anything was assessed");
    }
    String assessor = assessment.assessor().id().toString();
    if (badge.subject().id().map(Object::toString).filter(assessor::equals).isPresent()) {
      failed(
          "evidence.not-assessed",
          SUBJECT,
          "the learner, " + SafeText.of(assessor) + ", is the assessor as well");
    }
  }

  private void results(Assessment assessment) {
    if (assessment.results().isEmpty()) {
      failed("evidence.not-assessed", RESULT, "there is no result");
    }
    for (int i = 0; i < assessment.results().size(); i++) {
      Requirement requirement = assessment.results().get(i).requirement();
      JsonPointer at = RESULT.child(i);
      if (requirement == Requirement.NOT_MET) {
        failed("evidence.below-required", at, "this result is below what is required");
      } else if (requirement == Requirement.UNKNOWN) {
        note(
            Findings.unknown(
                new Violation(
                    "evidence.result-unknown",
                    at,
                    "whether this result reaches what is required does not follow from the"
                        + " badge")));
      }
    }
  }

  private void failed(String code, JsonPointer at, String message) {
    note(Findings.failed(new Violation(code, at, message)));
  }

  private void note(Findings more) {
    findings = findings.and(more);
  }
}
