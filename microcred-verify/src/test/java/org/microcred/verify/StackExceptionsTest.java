package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.Adjustment;
import org.microcred.stacking.Basis;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.Reason;
import org.microcred.stacking.StackPolicy;
import org.microcred.stacking.Unused;

/** Exceptions are believed as badges are: signed by whom the policy names, about the learner. */
class StackExceptionsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-01");
  private static final String OTHER = "https://uni.example/other";

  private final Stacks stacks = new Stacks();
  private final Badges uni = stacks.uni;
  private final StackPolicy policy =
      Stacks.policy(
          Stacks.POLICY.replace(
              "\"rule\": {\"allOf\"",
              "\"exceptions\": {\"acceptedFrom\": [\""
                  + uni.issuer.id()
                  + "\"]}, \"rule\": {\"allOf\""));

  @Test
  void aWaiverStandsForTheRuleThatItNames() {
    StackReport report = decide(stacks.a, sign(new Adjustment.Waiver("b", grant())));
    assertThat(report.decision().outcome()).as(report.explain()).isEqualTo(Outcome.EARNED);
    assertThat(states(report)).containsExactly(Basis.State.APPLIED);
    assertThat(report.entries()).allMatch(StackReport.Entry::counted);
    assertThat(report.record().components()).hasSize(2);
  }

  @Test
  void aSubstitutionMakesAnotherBadgeServe() {
    SecuredCredential other = uni.sign(uni.badge(OTHER));
    Adjustment adjustment = new Adjustment.Substitution(stacks.id(other), Stacks.B, grant());
    assertThat(decide(stacks.a, other).decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(decide(stacks.a, other, sign(adjustment)).decision().outcome())
        .isEqualTo(Outcome.EARNED);
  }

  @Test
  void anInsertPutsABadgeInARuleAndABlockTakesOneOut() {
    SecuredCredential other = uni.sign(uni.badge(OTHER));
    SecuredCredential insert = sign(new Adjustment.Insert(stacks.id(other), "b", grant()));
    SecuredCredential block =
        sign(new Adjustment.Block(stacks.id(stacks.a), Optional.of("a"), grant()));
    assertThat(decide(stacks.a, other, insert).decision().outcome()).isEqualTo(Outcome.EARNED);
    assertThat(decide(stacks.a, other, insert, block).decision().outcome())
        .isEqualTo(Outcome.NOT_EARNED);
  }

  @Test
  void anAwardWithAnExceptionIsAudited() throws Exception {
    SecuredCredential waiver = sign(new Adjustment.Waiver("b", grant()));
    StackReport report = decide(stacks.a, waiver);
    StackAward award = report.award().orElseThrow();
    SecuredCredential badge = uni.signer.sign(award.toCredential(uni.issuer));
    StackRequest request = request(stacks.a, waiver);
    AuditReport audit = stacks.verifier().auditStack(badge, award.record().toBytes(), request);
    assertThat(audit.outcome()).as(audit.explain()).isEqualTo(VerificationReport.Outcome.VERIFIED);
    AuditReport without =
        stacks.verifier().auditStack(badge, award.record().toBytes(), request(stacks.a));
    assertThat(without.outcome()).isNotEqualTo(VerificationReport.Outcome.VERIFIED);
  }

  @Test
  void nobodyElseMayGrantOne() {
    Badges stranger = new Badges();
    Adjustment adjustment =
        new Adjustment.Waiver("b", Adjustment.Grant.of(stranger.issuer.id(), DAY, "a favour"));
    SecuredCredential signed =
        sign(stranger, StackExceptions.toCredential(policy, Badges.LEARNER, adjustment).json());
    StackReport report =
        CredentialVerifier.builder(TrustPolicy.issuers(uni.issuer.id(), stranger.issuer.id()))
            .clock(Badges.CLOCK)
            .build()
            .verifyStack(request(stacks.a, signed));
    assertThat(report.decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(states(report)).containsExactly(Basis.State.NOT_ACCEPTED);
  }

  @Test
  void aForgedOneIsNotSeen() {
    SecuredCredential forged =
        SecuredCredential.of(
            sign(new Adjustment.Waiver("a", grant()))
                .toText()
                .orElseThrow()
                .replace("\"rule\":\"a\"", "\"rule\":\"b\""));
    StackReport report = decide(stacks.a, forged);
    assertThat(report.decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(states(report)).isEmpty();
    assertThat(report.decision().unused())
        .extracting(Unused::reason)
        .containsExactly(Reason.UNVERIFIED);
  }

  @Test
  void oneForSomebodyElseIsNotSeen() {
    SecuredCredential hers =
        sign(
            uni,
            StackExceptions.toCredential(
                    policy, "did:example:somebody", new Adjustment.Waiver("b", grant()))
                .json());
    assertThat(decide(stacks.a, hers).decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
  }

  @Test
  void oneThatHasEndedOrNotBegunIsNamedAndNotApplied() {
    for (Adjustment.Grant grant :
        List.of(
            new Adjustment.Grant(
                uni.issuer.id(), DAY, Optional.of(DAY.plusDays(1)), "once", Optional.empty()),
            Adjustment.Grant.of(uni.issuer.id(), LocalDate.parse("2030-01-01"), "later"))) {
      StackReport report = decide(stacks.a, sign(new Adjustment.Waiver("b", grant)));
      assertThat(report.decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(states(report)).containsExactly(Basis.State.NOT_IN_FORCE);
    }
  }

  @Test
  void whatIsIncompleteOrForAnotherPolicyIsToldWithItsReason() {
    assertRefused("grant.other-policy", said -> said.put("policy", "https://x.example/p"));
    assertRefused("grant.shape", said -> said.put("type", "Substitution"));
    assertRefused("grant.shape", said -> said.put("rule", " "));
    assertRefused("grant.shape", said -> said.put("holding", "urn:x"));
  }

  @Test
  void thatNameWithoutTheContextIsNoException() {
    JsonObject json = exception(new Adjustment.Waiver("b", grant()));
    JsonObject bare =
        json.with("@context", JsonArray.ofStrings(List.of("https://www.w3.org/ns/credentials/v2")));
    String header =
        "{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"kid\":\"" + uni.key.verificationMethod() + "\"}";
    StackReport report = decide(stacks.a, Tokens.token(header, bare, uni.key));
    assertThat(report.entries().get(1).report().outcome())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
    assertThat(report.decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(report.entries().get(1).counted()).isFalse();
  }

  @Test
  void refusesToWriteWhatIsNoCredential() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                StackExceptions.toCredential(
                    policy, "not a URI", new Adjustment.Waiver("b", grant())));
  }

  private void assertRefused(String code, UnaryOperator<JsonObject.Builder> change) {
    JsonObject json = exception(new Adjustment.Waiver("b", grant()));
    JsonObject subject = json.object("credentialSubject").orElseThrow();
    JsonObject said =
        change
            .apply(JsonObject.builder().putAll(subject.object("stackException").orElseThrow()))
            .build();
    StackReport report =
        decide(
            stacks.a,
            sign(uni, json.with("credentialSubject", subject.with("stackException", said))));
    assertThat(report.decision().outcome()).isEqualTo(Outcome.NOT_EARNED);
    StackReport.Entry entry = report.entries().get(1);
    assertThat(entry.counted()).isFalse();
    assertThat(entry.problems()).extracting(Problem::code).containsExactly(code);
    assertThat(report.explain()).contains(entry.problems().get(0).detail());
    assertThat(report.toJson()).contains(code);
  }

  private JsonObject exception(Adjustment adjustment) {
    return StackExceptions.toCredential(policy, Badges.LEARNER, adjustment).json();
  }

  private SecuredCredential sign(Adjustment adjustment) {
    return sign(uni, exception(adjustment));
  }

  private static SecuredCredential sign(Badges by, JsonObject credential) {
    try {
      return by.signer.sign(credential);
    } catch (InvalidDocumentException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private Adjustment.Grant grant() {
    return Adjustment.Grant.of(uni.issuer.id(), DAY, "recognised prior learning");
  }

  private StackRequest request(SecuredCredential... wallet) {
    return StackRequest.of(policy, Recipient.of(Badges.LEARNER), List.of(wallet));
  }

  private StackReport decide(SecuredCredential... wallet) {
    return stacks.verifier().verifyStack(request(wallet));
  }

  private static List<Basis.State> states(StackReport report) {
    return report.decision().basis().adjustments().stream().map(Basis.Adjusted::state).toList();
  }
}
