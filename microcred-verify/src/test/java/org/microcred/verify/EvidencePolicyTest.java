package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementCredentialBuilder;
import org.microcred.model.DigestAlgorithm;
import org.microcred.model.Evidence;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Profile;
import org.microcred.model.RelatedResource;
import org.microcred.model.ResourceDigest;
import org.microcred.model.Result;
import org.microcred.model.ResultDescription;
import org.microcred.model.ResultType;
import org.microcred.model.json.JsonObject;

/** VC 2.0 §5.3, and what a caller wants to see behind a badge. */
class EvidencePolicyTest {
  private static final String ESSAY = "https://uni.example/essay.pdf";
  private static final String CONTENT = "An essay.";
  private static final ResourceDigest DIGEST =
      ResourceDigest.sri(DigestAlgorithm.SHA2_384, CONTENT.getBytes(StandardCharsets.UTF_8));

  private final Badges uni = new Badges();

  private SecuredCredential withEssay() {
    return signed(badge -> badge.relatedResource(RelatedResource.of(ESSAY, DIGEST)));
  }

  private SecuredCredential signed(UnaryOperator<AchievementCredentialBuilder> change) {
    return uni.sign(change.apply(uni.badge()));
  }

  private VerificationReport verify(
      SecuredCredential badge, EvidencePolicy policy, DocumentLoader documents) {
    return uni.verifier().evidence(policy).documents(documents).build().verify(badge);
  }

  private static void assertEvidence(
      VerificationReport report, Check.Outcome outcome, String... codes) {
    Check check = report.check(Check.Id.EVIDENCE);
    assertThat(check.outcome()).as(report.explain()).isEqualTo(outcome);
    assertThat(check.problems()).extracting(Problem::code).containsExactly(codes);
  }

  @Test
  void aResourceAtHandIsCompared() {
    assertEvidence(
        verify(withEssay(), EvidencePolicy.any(), Badges.documents(ESSAY, CONTENT)),
        Check.Outcome.PASSED);
    assertEvidence(
        verify(withEssay(), EvidencePolicy.any(), Badges.documents(ESSAY, "Another one.")),
        Check.Outcome.FAILED,
        "digest.mismatch");
  }

  @Test
  void whatIsNotAtHandIsListed() {
    VerificationReport report = verify(withEssay(), EvidencePolicy.any(), DocumentLoader.none());
    assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.VERIFIED);
    Check check = report.check(Check.Id.EVIDENCE);
    assertThat(check.outcome()).isEqualTo(Check.Outcome.SKIPPED);
    assertThat(check.warnings()).extracting(Problem::code).containsExactly("evidence.not-compared");
  }

  @Test
  void nothingIsFetchedUnasked() {
    DocumentLoader network =
        url -> {
          throw new IOException("the network is down");
        };
    assertThat(verify(withEssay(), EvidencePolicy.any(), network).fetched()).isEmpty();
    assertEvidence(
        verify(withEssay(), EvidencePolicy.any().fetch(), network),
        Check.Outcome.UNDETERMINED,
        "evidence.unavailable");
    assertEvidence(
        verify(withEssay(), EvidencePolicy.any().fetch(), url -> Optional.empty()),
        Check.Outcome.UNDETERMINED,
        "evidence.unavailable");
  }

  @Test
  void enoughPiecesAreWanted() {
    SecuredCredential one = signed(badge -> badge.evidence(Evidence.ofNarrative("An essay.")));
    assertEvidence(
        verify(one, EvidencePolicy.any().atLeast(1), DocumentLoader.none()), Check.Outcome.PASSED);
    assertEvidence(
        verify(one, EvidencePolicy.any().atLeast(2), DocumentLoader.none()),
        Check.Outcome.FAILED,
        "evidence.missing");
    assertThatThrownBy(() -> EvidencePolicy.any().atLeast(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void seatTimeIsNoAssessment() {
    SecuredCredential seatTime = signed(badge -> badge);
    assertEvidence(
        verify(seatTime, EvidencePolicy.any().assessment(), DocumentLoader.none()),
        Check.Outcome.FAILED,
        "evidence.not-assessed");
    assertEvidence(
        verify(seatTime, EvidencePolicy.any().passingResults(), DocumentLoader.none()),
        Check.Outcome.FAILED,
        "evidence.not-assessed");
  }

  @Test
  void resultsAreHeldAgainstWhatIsRequired() {
    assertEvidence(judged("Pass", uni.issuer), Check.Outcome.PASSED);
    assertEvidence(judged("Fail", uni.issuer), Check.Outcome.FAILED, "evidence.below-required");
    assertEvidence(
        judged("Splendid", uni.issuer), Check.Outcome.UNDETERMINED, "evidence.result-unknown");
  }

  @Test
  void nobodyAssessesHimself() {
    assertEvidence(
        judged("Pass", Profile.of(Badges.LEARNER, "Learner")),
        Check.Outcome.FAILED,
        "evidence.not-assessed");
  }

  private SecuredCredential signed(AchievementCredentialBuilder badge, Profile assessor) {
    try {
      JsonObject json = badge.build().json();
      JsonObject subject =
          json.object("credentialSubject").orElseThrow().with("source", assessor.toJson());
      return uni.signer.sign(json.with("credentialSubject", subject));
    } catch (InvalidDocumentException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private VerificationReport judged(String value, Profile assessor) {
    String id = "https://uni.example/python-101#grade";
    ResultDescription grade =
        ResultDescription.builder(id, "Grade", ResultType.RESULT)
            .allowedValues(List.of("Fail", "Pass"))
            .requiredValue("Pass")
            .build();
    Achievement python =
        Achievement.builder("https://uni.example/python-101", "Python 101")
            .resultDescription(grade)
            .build();
    SecuredCredential badge =
        signed(
            AchievementCredential.builder(uni.issuer, Badges.LEARNER, python)
                .validFrom(Badges.NOW)
                .result(Result.value(id, value)),
            assessor);
    return verify(badge, EvidencePolicy.any().assessment().passingResults(), DocumentLoader.none());
  }
}
