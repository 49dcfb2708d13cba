package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.Reason;
import org.microcred.stacking.StackPolicy;
import org.microcred.stacking.Unused;

/** Only believed credentials become holdings; what the policy may judge becomes a fact. */
class StackReportTest {
  private static final String A = "https://uni.example/a";
  private static final String B = "https://uni.example/b";

  private final Badges uni = new Badges();
  private final StackPolicy policy = policy();

  @Test
  void awardsWhatVerifiedBadgesEarn() throws Exception {
    StackReport report = decide(uni.sign(uni.badge(A)), uni.sign(uni.badge(B)));
    assertThat(report.decision().outcome()).as(report.explain()).isEqualTo(Outcome.EARNED);
    assertThat(report.entries()).allMatch(StackReport.Entry::counted);
    var award = uni.signer.sign(report.award().orElseThrow().toCredential(uni.issuer));
    VerificationReport verified =
        uni.verifier().build().verify(award, Recipient.of(Badges.LEARNER));
    assertThat(verified.outcome())
        .as(verified.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
    assertThat(
            Json.readObject(report.toJson().getBytes(StandardCharsets.UTF_8), Limits.defaults())
                .list("credentials"))
        .hasSize(2);
  }

  @Test
  void showsNoClaimsOfABadgeThatDidNotVerify() {
    SecuredCredential forged =
        SecuredCredential.of(
            uni.sign(uni.badge("https://uni.example/other"))
                .toText()
                .orElseThrow()
                .replace("https://uni.example/other", B));
    StackReport report = decide(uni.sign(uni.badge(A)), forged);
    assertThat(report.decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(reasons(report)).containsExactly(Reason.UNVERIFIED);
    assertThat(report.award()).isEmpty();
    assertThat(report.entries())
        .extracting(StackReport.Entry::counted)
        .containsExactly(true, false);
    assertThat(report.explain()).contains("proof.signature").contains("UNVERIFIED");
  }

  @Test
  void countsNothingOfAnotherPerson() {
    StackReport report =
        uni.verifier()
            .build()
            .verifyStack(
                policy,
                Recipient.of("did:example:somebody"),
                List.of(uni.sign(uni.badge(A)), uni.sign(uni.badge(B))));
    assertThat(report.decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(reasons(report)).containsOnly(Reason.UNVERIFIED);
  }

  @Test
  void letsThePolicyJudgeWhatHasExpired() {
    StackReport report =
        decide(
            uni.sign(uni.badge(A)),
            uni.sign(uni.badge(B).validUntil(Instant.parse("2026-03-01T00:00:00Z"))));
    assertThat(report.decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(reasons(report)).containsExactly(Reason.EXPIRED);
    assertThat(report.entries()).allMatch(StackReport.Entry::counted);
  }

  @Test
  void countsTheSameBadgeOnce() {
    SecuredCredential a = uni.sign(uni.badge(A));
    StackReport report = decide(a, a, a);
    assertThat(report.decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
  }

  @Test
  void cannotAwardToAPersonWithoutId() {
    StackReport report = decide(uni.sign(uni.badge(A)), uni.sign(uni.badge(B)));
    StackReport nameless =
        new StackReport(
            StackRequest.of(
                policy,
                Recipient.ofIdentifier("emailAddress", "a@b.example").and("studentId", "7"),
                List.of()),
            report.stackCase(),
            report.decision(),
            report.entries());
    assertThatIllegalStateException()
        .isThrownBy(() -> nameless.award().orElseThrow().toCredential(uni.issuer));
    assertThat(Recipient.of(Badges.LEARNER).toString()).doesNotContain(Badges.LEARNER);
  }

  private StackReport decide(SecuredCredential... wallet) {
    return uni.verifier()
        .build()
        .verifyStack(policy, Recipient.of(Badges.LEARNER), List.of(wallet));
  }

  private static List<Reason> reasons(StackReport report) {
    return report.decision().unused().stream().map(Unused::reason).toList();
  }

  private static StackPolicy policy() {
    try {
      return StackPolicy.parse(
          """
          {"id": "https://uni.example/stacks/ab", "version": "1",
           "award": {"id": "https://uni.example/ab", "type": ["Achievement"], "name": "Both",
                     "description": "A and B.", "criteria": {"narrative": "Both badges."}},
           "rule": {"allOf": [
             {"id": "a", "hold": {"achievement": "https://uni.example/a"}},
             {"id": "b", "hold": {"achievement": "https://uni.example/b"}}]}}
          """);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
