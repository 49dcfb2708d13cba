package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.status.IssuedCredential;
import org.microcred.crypto.status.StatusListIssuer;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Credential;
import org.microcred.model.DigestAlgorithm;
import org.microcred.model.RelatedResource;
import org.microcred.model.ResourceDigest;
import org.microcred.model.json.JsonString;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.StackPolicy;

/** A stack badge is issued, then something changes: every report is another one. */
class AuditTest {
  private static final Instant LATER = Badges.NOW.plus(Duration.ofDays(100));
  private static final Duration YEAR = Duration.ofDays(365);

  private final StatusLists lists = new StatusLists();
  private final Badges uni = lists.uni;
  private final StatusListIssuer list = StatusListIssuer.builder(StatusLists.URL).build();
  private final StackPolicy policy = Stacks.policy(Stacks.POLICY);
  private final Recipient learner = Recipient.of(Badges.LEARNER);
  private final IssuedCredential a = issue(Stacks.A);
  private final IssuedCredential b = issue(Stacks.B);
  private final List<SecuredCredential> components = List.of(a.credential(), b.credential());
  private final StackAward award;
  private final SecuredCredential badge;
  private final byte[] record;

  AuditTest() throws Exception {
    publish(Badges.NOW);
    award =
        verifier(Badges.NOW)
            .verifyStack(StackRequest.of(policy, learner, components))
            .award()
            .orElseThrow();
    badge = uni.signer.sign(award.toCredential(uni.issuer));
    record = award.record().toBytes();
    publish(LATER);
  }

  @Test
  void anAwardThatNothingHappenedToStands() throws Exception {
    AuditReport report = audit(badge, record, policy, learner, components);
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
    assertThat(report.answers())
        .extracting(AuditReport.Answer::id)
        .containsExactly(AuditReport.Id.values());
    assertThat(report.answers()).allMatch(answer -> answer.outcome() == Check.Outcome.PASSED);
    assertThat(report.record()).contains(award.record());
    assertThat(report.decisionNow().orElseThrow().outcome()).isEqualTo(Outcome.EARNED);
    assertThat(report.auditedAt()).isEqualTo(LATER);
    assertThat(report.explain()).startsWith("VERIFIED").contains("then").doesNotContain("[");
  }

  @Test
  void aRevokedComponentTakesTheAwardAwayNowAndNotThen() throws Exception {
    list.set(a.index(), 1);
    publish(LATER);
    AuditReport report = audit(badge, record, policy, learner, components);
    assertAnswers(report, Map.of(AuditReport.Id.NOW, "audit.component-revoked"));
    assertThat(report.decisionNow().orElseThrow().outcome()).isEqualTo(Outcome.NOT_EARNED);
  }

  @Test
  void aStatusThatCannotBeHadLeavesTodayOpen() throws Exception {
    lists.web.clear();
    AuditReport report = audit(badge, record, policy, learner, components);
    assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.UNDETERMINED);
    assertThat(report.answer(AuditReport.Id.THEN).outcome()).isEqualTo(Check.Outcome.PASSED);
    assertThat(report.answer(AuditReport.Id.NOW).outcome()).isEqualTo(Check.Outcome.UNDETERMINED);
    assertThat(codes(report)).contains("audit.component-status", "audit.not-decided");
  }

  @Test
  void anAlteredRecordIsNotTheOneThatTheBadgeNames() {
    byte[] altered =
        new String(record, StandardCharsets.UTF_8)
            .replace("\"status\":\"ACTIVE\"", "\"status\":\"UNKNOWN\"")
            .getBytes(StandardCharsets.UTF_8);
    assertAnswers(
        audit(badge, altered, policy, learner, components),
        Map.of(AuditReport.Id.RECORD, "audit.record-digest"));
    assertAnswers(
        audit(badge, new byte[] {'{'}, policy, learner, components),
        Map.of(AuditReport.Id.RECORD, "json.syntax"));
  }

  @Test
  void aChangedPolicyIsToldFromAnotherOne() {
    StackPolicy changed = Stacks.policy(Stacks.POLICY.replace("A and B.", "B and A."));
    AuditReport same = audit(badge, record, changed, learner, components);
    assertAnswers(same, Map.of(AuditReport.Id.POLICY, "audit.policy-digest"));
    assertThat(same.explain()).contains("was changed since");
    AuditReport other =
        audit(
            badge,
            record,
            Stacks.policy(Stacks.POLICY.replace("\"version\": \"1\"", "\"version\": \"2\"")),
            learner,
            components);
    assertAnswers(other, Map.of(AuditReport.Id.POLICY, "audit.policy-digest"));
    assertThat(other.explain()).contains("another version");
  }

  @Test
  void anotherPersonDoesNotHoldIt() {
    AuditReport report =
        audit(badge, record, policy, Recipient.of("did:example:somebody"), components);
    assertAnswers(report, Map.of(AuditReport.Id.HOLDER, "audit.other-holder"));
    assertThat(report.answer(AuditReport.Id.HOLDER).problems()).hasSize(4);
  }

  @Test
  void aComponentIsMissing() {
    AuditReport report = audit(badge, record, policy, learner, List.of(a.credential()));
    assertAnswers(report, Map.of(AuditReport.Id.COMPONENTS, "audit.component-missing"));
    assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.UNDETERMINED);
  }

  @Test
  void aComponentIsNotTheOneThatIsNamed() throws Exception {
    SecuredCredential resigned =
        uni.signer.sign(
            Badges.json(b.credential()).without("proof").with("name", new JsonString("Another")));
    AuditReport report = audit(badge, record, policy, learner, List.of(a.credential(), resigned));
    assertAnswers(report, Map.of(AuditReport.Id.COMPONENTS, "audit.component-digest"));
    assertThat(report.answer(AuditReport.Id.COMPONENTS).warnings())
        .extracting(Problem::code)
        .containsExactly("audit.component-unnamed");
  }

  @Test
  void anIssuerWhoRecordsWhatWasNotEarnedIsFoundOut() throws Exception {
    // Signed as it should be, by one who may award it: only deciding again can tell.
    String swapped =
        award
            .record()
            .toJson()
            .replace("\"rule\":\"a\"", "\"rule\":\"x\"")
            .replace("\"rule\":\"b\"", "\"rule\":\"a\"")
            .replace("\"rule\":\"x\"", "\"rule\":\"b\"");
    assertAnswers(
        auditForged(swapped, policy), Map.of(AuditReport.Id.THEN, "audit.other-decision"));
    String revoked = award.record().toJson().replace("\"ACTIVE\"", "\"REVOKED\"");
    assertAnswers(
        auditForged(revoked, policy), Map.of(AuditReport.Id.THEN, "audit.not-earned-then"));
    String notEarned = award.record().toJson().replace("\"EARNED\"", "\"NOT_EARNED\"");
    assertAnswers(
        auditForged(notEarned, policy), Map.of(AuditReport.Id.THEN, "audit.other-decision"));
  }

  @Test
  void theBadgeNamesTheComponentsOfTheRecord() throws Exception {
    AchievementCredential other =
        award.toCredential(uni.issuer).toBuilder()
            .relatedResource(
                RelatedResource.of(
                    "urn:more", ResourceDigest.sri(DigestAlgorithm.SHA2_256, new byte[1])))
            .build();
    assertAnswers(
        audit(uni.signer.sign(other), record, policy, learner, components),
        Map.of(AuditReport.Id.RECORD, "audit.record-components"));
  }

  @Test
  void aForgedBadgeAnswersNothing() {
    SecuredCredential forged =
        SecuredCredential.of(badge.toText().orElseThrow().replace("A and B.", "A and C."));
    AuditReport report = audit(forged, record, policy, learner, components);
    assertAnswers(report, Map.of(AuditReport.Id.AWARD, "audit.badge-not-verified"));
    assertThat(report.record()).isEmpty();
  }

  @Test
  void aBadgeOfAnotherKindIsNoStack() {
    assertAnswers(
        audit(a.credential(), record, policy, learner, components),
        Map.of(AuditReport.Id.AWARD, "audit.not-a-stack"));
  }

  @Test
  void aBadgeForAnotherAchievementIsNotThisAward() throws Exception {
    StackPolicy other = Stacks.policy(Stacks.POLICY.replace("uni.example/ab\"", "uni.example/x\""));
    StackAward awarded =
        verifier(LATER)
            .verifyStack(StackRequest.of(other, learner, components))
            .award()
            .orElseThrow();
    AchievementCredential wrong =
        awarded.toCredential(uni.issuer).toBuilder()
            .subject(award.toCredential(uni.issuer).subject())
            .build();
    assertAnswers(
        audit(uni.signer.sign(wrong), awarded.record().toBytes(), other, learner, components),
        Map.of(AuditReport.Id.POLICY, "audit.other-award"));
  }

  @Test
  void anAwardMayRestOnWhatHasExpiredSince() throws Exception {
    SecuredCredential expiring =
        uni.sign(uni.badge(Stacks.B).validUntil(Badges.NOW.plus(Duration.ofDays(10))));
    List<SecuredCredential> wallet = List.of(a.credential(), expiring);
    for (boolean lapses : List.of(true, false)) {
      StackPolicy rules =
          lapses
              ? policy
              : Stacks.policy(
                  Stacks.POLICY.replace(
                      "{\"id\": \"b\",", "{\"id\": \"b\", \"inForce\": \"whenEarned\","));
      publish(Badges.NOW);
      StackAward earned =
          verifier(Badges.NOW)
              .verifyStack(StackRequest.of(rules, learner, wallet))
              .award()
              .orElseThrow();
      publish(LATER);
      AuditReport report =
          audit(
              uni.signer.sign(earned.toCredential(uni.issuer)),
              earned.record().toBytes(),
              rules,
              learner,
              wallet);
      if (lapses) {
        assertAnswers(report, Map.of(AuditReport.Id.NOW, "audit.component-expired"));
      } else {
        assertAnswers(report, Map.of());
        assertThat(report.answer(AuditReport.Id.NOW).warnings())
            .extracting(Problem::code)
            .containsExactly("audit.component-expired");
      }
    }
  }

  @Test
  void aBadgeThatIsRevokedItselfDoesNotStandNow() throws Exception {
    IssuedCredential revocable = list.issue(uni.signer, award.toCredential(uni.issuer));
    list.set(revocable.index(), 1);
    publish(LATER);
    assertAnswers(
        audit(revocable.credential(), record, policy, learner, components),
        Map.of(AuditReport.Id.NOW, "audit.badge-revoked"));
  }

  @Test
  void conformsToItsSchema() throws Exception {
    try (InputStream in = AuditReport.class.getResourceAsStream("audit.schema.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (List<SecuredCredential> given : List.of(components, List.of(a.credential()))) {
        assertThat(Badges.conforms(schema, audit(badge, record, policy, learner, given).toJson()))
            .isEmpty();
      }
    }
  }

  private AuditReport auditForged(String json, StackPolicy rules) throws Exception {
    DecisionRecord forged = DecisionRecord.parse(json.getBytes(StandardCharsets.UTF_8));
    String signed = award.toCredential(uni.issuer).json().toString();
    AchievementCredential naming =
        (AchievementCredential)
            Credential.parse(signed.replace(award.record().digest(), forged.digest()));
    return audit(uni.signer.sign(naming), forged.toBytes(), rules, learner, components);
  }

  /** The answers that are no yes, and why; what depends on them was not asked. */
  private static void assertAnswers(AuditReport report, Map<AuditReport.Id, String> expected) {
    Map<AuditReport.Id, String> found = new LinkedHashMap<>();
    for (AuditReport.Answer answer : report.answers()) {
      if (answer.outcome() != Check.Outcome.PASSED && answer.outcome() != Check.Outcome.SKIPPED) {
        assertThat(answer.problems()).extracting(Problem::code).hasSizeGreaterThan(0);
        found.put(answer.id(), answer.problems().get(0).code());
      }
    }
    assertThat(found).as(report.explain()).isEqualTo(expected);
    boolean asked =
        expected.isEmpty()
            || expected.containsKey(AuditReport.Id.NOW)
            || expected.containsKey(AuditReport.Id.THEN);
    assertThat(report.answers().stream().anyMatch(x -> x.outcome() == Check.Outcome.SKIPPED))
        .isEqualTo(!asked);
  }

  private static List<String> codes(AuditReport report) {
    List<String> codes = new ArrayList<>();
    report.answers().stream()
        .flatMap(answer -> answer.problems().stream())
        .map(Problem::code)
        .forEach(codes::add);
    return codes;
  }

  private AuditReport audit(
      SecuredCredential award,
      byte[] bytes,
      StackPolicy rules,
      Recipient person,
      List<SecuredCredential> given) {
    return verifier(LATER).auditStack(award, bytes, StackRequest.of(rules, person, given));
  }

  private CredentialVerifier verifier(Instant at) {
    return CredentialVerifier.builder(TrustPolicy.issuers(uni.key.controller()))
        .documents(DocumentLoader.of(lists.web))
        .clock(Clock.fixed(at, ZoneOffset.UTC))
        .build();
  }

  private IssuedCredential issue(String achievement) {
    try {
      return list.issue(uni.signer, uni.badge(achievement).build());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void publish(Instant at) throws Exception {
    lists.put(
        StatusLists.URL, list.sign(uni.signer, at.minus(Duration.ofHours(1)), YEAR).toBytes());
  }
}
