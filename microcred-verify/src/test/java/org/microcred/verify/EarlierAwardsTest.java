package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.SecuredCredential;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.Reason;
import org.microcred.stacking.StackPolicy;

/** What serves an award already is told by that award's badge, or by the record that was kept. */
class EarlierAwardsTest {
  private final Stacks stacks = new Stacks();
  private final Badges uni = stacks.uni;

  /** Another award for A, which shares nothing with the award for A and B. */
  private final StackPolicy second =
      Stacks.policy(
          """
          {"id": "https://uni.example/stacks/second", "version": "1",
           "award": {"id": "https://uni.example/second", "type": ["Achievement"],
                     "name": "Second", "description": "A.", "criteria": {"narrative": "A."}},
           "use": {"withAward": [{"award": "https://uni.example/ab", "atMost": {"count": 0}}]},
           "rule": {"hold": {"achievement": "https://uni.example/a"}}}
          """);

  private final StackAward first = stacks.decide(stacks.a, stacks.b).award().orElseThrow();

  @Test
  void aBadgeServesAsLongAsNoOtherAwardUsesIt() {
    assertThat(decide(request(stacks.a)).decision().outcome()).isEqualTo(Outcome.EARNED);
  }

  @Test
  void anAwardInTheWalletSaysWhatItUses() throws Exception {
    SecuredCredential award = uni.signer.sign(first.toCredential(uni.issuer));
    StackReport report = decide(request(stacks.a, award));
    assertThat(report.decision().outcome()).as(report.explain()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(report.decision().unused())
        .anyMatch(unused -> unused.reason() == Reason.ALREADY_USED);
  }

  @Test
  void aRecordThatWasKeptSaysTheSame() throws Exception {
    StackRequest request = request(stacks.a).withEarlier(List.of(first.record()));
    assertThat(decide(request).decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(first.record().award()).isEqualTo("https://uni.example/ab");
    assertThat(decide(request).record().earlier()).containsExactly(first.record().digest());
  }

  @Test
  void aForgedAwardUsesNothing() throws Exception {
    SecuredCredential forged =
        SecuredCredential.of(
            uni.signer
                .sign(first.toCredential(uni.issuer))
                .toText()
                .orElseThrow()
                .replace("2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"));
    assertThat(decide(request(stacks.a, forged)).decision().outcome()).isEqualTo(Outcome.EARNED);
  }

  @Test
  void anAuditAsksForTheRecordsThatWereKnown() throws Exception {
    StackPolicy sharing =
        Stacks.policy(
            """
            {"id": "https://uni.example/stacks/third", "version": "1",
             "award": {"id": "https://uni.example/third", "type": ["Achievement"],
                       "name": "Third", "description": "A.", "criteria": {"narrative": "A."}},
             "rule": {"hold": {"achievement": "https://uni.example/a"}}}
            """);
    StackRequest request =
        StackRequest.of(sharing, Recipient.of(Badges.LEARNER), List.of(stacks.a))
            .withEarlier(List.of(first.record()));
    StackAward award = decide(request).award().orElseThrow();
    SecuredCredential badge = uni.signer.sign(award.toCredential(uni.issuer));
    byte[] record = award.record().toBytes();
    assertThat(stacks.verifier().auditStack(badge, record, request).outcome())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
    AuditReport without =
        stacks.verifier().auditStack(badge, record, request.withEarlier(List.of()));
    assertThat(without.outcome()).isEqualTo(VerificationReport.Outcome.UNDETERMINED);
    assertThat(without.explain()).contains("earlier award");
  }

  private StackRequest request(SecuredCredential... wallet) {
    return StackRequest.of(second, Recipient.of(Badges.LEARNER), List.of(wallet));
  }

  private StackReport decide(StackRequest request) {
    return stacks.verifier().verifyStack(request);
  }
}
