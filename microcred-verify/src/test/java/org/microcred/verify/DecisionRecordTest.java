package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Evidence;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.RelatedResource;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Outcome;
import org.microcred.verify.internal.Digests;

/** What a decision leaves behind. */
class DecisionRecordTest {
  private final Stacks stacks = new Stacks();

  @Test
  void namesEverythingThatWasDecidedOnByItsDigest() throws Exception {
    StackReport report = stacks.decide(stacks.a, stacks.b, stacks.forged);
    DecisionRecord record = report.record();
    assertThat(record.policyDigest())
        .isEqualTo(Digests.ofCanonical(stacks.policy.toJson()))
        .isEqualTo(Digests.ofCanonical(Json.read(Stacks.POLICY, Limits.defaults())));
    assertThat(record.policyId()).isEqualTo("https://uni.example/stacks/ab");
    assertThat(record.policyVersion()).isEqualTo("1");
    assertThat(record.at()).isEqualTo(Badges.NOW);
    assertThat(record.outcome()).isEqualTo(Outcome.EARNED);
    assertThat(record.engineVersion()).isNotBlank();
    assertThat(record.credentials())
        .extracting(DecisionRecord.Entry::digest)
        .containsExactlyInAnyOrder(digest(stacks.a), digest(stacks.b), digest(stacks.forged))
        .isSorted();
    assertThat(record.components()).containsExactlyInAnyOrder(digest(stacks.a), digest(stacks.b));
    DecisionRecord.Entry forged = entry(record, stacks.forged);
    assertThat(forged.check()).contains("proof");
    assertThat(forged.counted()).isFalse();
    assertThat(forged.status()).isEqualTo(Holding.Status.UNKNOWN);
    assertThat(entry(record, stacks.a).status()).isEqualTo(Holding.Status.ACTIVE);
  }

  @Test
  void namesTheReportsThatStandInTheReportOfTheStack() throws Exception {
    StackReport report = stacks.decide(stacks.a);
    JsonObject credential =
        (JsonObject) Json.readObject(report.toJson(), Limits.defaults()).list("credentials").get(0);
    assertThat(report.record().credentials().get(0).report())
        .isEqualTo(Digests.ofCanonical(credential.object("report").orElseThrow()));
  }

  @Test
  void isTheSameForTheSameWalletInAnyOrder() {
    assertThat(stacks.decide(stacks.a, stacks.b, stacks.forged).record())
        .isEqualTo(stacks.decide(stacks.forged, stacks.b, stacks.a).record());
  }

  @Test
  void survivesAnySpellingOfItsJson() throws Exception {
    DecisionRecord record = stacks.decide(stacks.a, stacks.b).record();
    JsonObject json = Json.readObject(record.toBytes(), Limits.defaults());
    DecisionRecord pretty =
        DecisionRecord.parse((Json.writePretty(json) + "\n").getBytes(StandardCharsets.UTF_8));
    assertThat(pretty).isEqualTo(record);
    assertThat(pretty.digest()).isEqualTo(record.digest());
    assertThat(record.toBytes())
        .isEqualTo(Json.writeCanonical(json).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void recognisesAPersonWithoutShowingThem() throws Exception {
    Recipient person = Recipient.of(Badges.LEARNER).and("emailAddress", "learner@uni.example");
    DecisionRecord record =
        stacks
            .verifier()
            .verifyStack(StackRequest.of(stacks.policy, person, List.of(stacks.a)))
            .record();
    assertThat(record.isAbout(Recipient.of(Badges.LEARNER))).isTrue();
    assertThat(record.isAbout(Recipient.ofIdentifier("emailAddress", "learner@uni.example")))
        .isTrue();
    assertThat(record.isAbout(Recipient.ofIdentifier("studentId", "learner@uni.example")))
        .isFalse();
    assertThat(record.isAbout(Recipient.of("did:example:other"))).isFalse();
    assertThat(record.toJson()).doesNotContain(Badges.LEARNER).doesNotContain("learner@");
  }

  @Test
  void conformsToItsSchema() throws Exception {
    try (InputStream in = DecisionRecord.class.getResourceAsStream("record.schema.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Badges.conforms(schema, stacks.decide(stacks.a, stacks.forged).record().toJson()))
          .isEmpty();
    }
  }

  @Test
  void refusesWhatIsNoRecord() throws Exception {
    JsonObject record =
        Json.readObject(stacks.decide(stacks.a, stacks.b).record().toBytes(), Limits.defaults());
    JsonObject decision = record.object("decision").orElseThrow();
    JsonObject policy = record.object("policy").orElseThrow();
    Map<String, Set<String>> refused =
        Map.ofEntries(
            Map.entry("", Set.of("json.syntax")),
            Map.entry("[]", Set.of("json.type")),
            Map.entry("{}", Set.of("record.schema")),
            Map.entry(with(record, "more", "x"), Set.of("record.schema")),
            Map.entry(with(record, "type", "Other"), Set.of("record.schema")),
            Map.entry(with(record, "recipient", "x"), Set.of("record.schema")),
            Map.entry(with(record, "started", "2026-02-30"), Set.of("record.date")),
            Map.entry(
                record.with("policy", policy.with("id", new JsonString("urn:x"))).toString(),
                Set.of("record.policy")),
            Map.entry(
                record
                    .with("decision", decision.with("at", new JsonString("2026-13-01T00:00:00Z")))
                    .toString(),
                Set.of("record.date")),
            Map.entry(
                record
                    .with("decision", decision.with("uses", new JsonArray(List.of())))
                    .toString()
                    .replace("\"uses\":[]", "\"uses\":[1]"),
                Set.of("record.schema")),
            Map.entry(
                record.toString().replace("\"formatVersion\":1", "\"formatVersion\":1e999999999"),
                Set.of("record.number")),
            Map.entry(
                record
                    .toString()
                    .replace("\"formatVersion\":1", "\"formatVersion\":1.00000000000000000001"),
                Set.of("record.number")));
    refused.forEach(
        (json, codes) ->
            assertThatExceptionOfType(InvalidDocumentException.class)
                .as(json)
                .isThrownBy(() -> DecisionRecord.parse(json.getBytes(StandardCharsets.UTF_8)))
                .satisfies(
                    e ->
                        assertThat(e.violations())
                            .extracting(Violation::code)
                            .hasSameElementsAs(codes)));
  }

  @Test
  void isNamedByTheBadgeThatItAwards() throws Exception {
    StackAward award = stacks.decide(stacks.a, stacks.b).award().orElseThrow();
    AchievementCredential badge = award.toCredential(stacks.uni.issuer);
    Evidence evidence = badge.evidence().get(0);
    assertThat(evidence.digest().check(award.record().toBytes()).passed()).isTrue();
    assertThat(evidence.id().orElseThrow()).startsWith("ni:///sha-256;").doesNotContain("=");
    assertThat(badge.relatedResources())
        .extracting(RelatedResource::id)
        .containsExactlyInAnyOrder(stacks.id(stacks.a), stacks.id(stacks.b));
    for (RelatedResource component : badge.relatedResources()) {
      SecuredCredential credential =
          component.id().equals(stacks.id(stacks.a)) ? stacks.a : stacks.b;
      assertThat(component.check(credential.toBytes()).passed()).isTrue();
    }
    VerificationReport report = stacks.verifier().verify(stacks.uni.signer.sign(badge));
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
  }

  @Test
  void canBeFoundWhereItsIssuerPutsIt() {
    StackAward award = stacks.decide(stacks.a, stacks.b).award().orElseThrow();
    URI url = URI.create("https://uni.example/records/1");
    assertThat(award.toCredential(stacks.uni.issuer, url).evidence().get(0).id())
        .isEqualTo(Optional.of(url.toString()));
  }

  private static String digest(SecuredCredential credential) {
    return Digests.of(credential.toBytes());
  }

  private static DecisionRecord.Entry entry(DecisionRecord record, SecuredCredential credential) {
    return record.credentials().stream()
        .filter(entry -> entry.digest().equals(digest(credential)))
        .findFirst()
        .orElseThrow();
  }

  private static String with(JsonObject record, String name, String text) {
    JsonValue value = new JsonString(text);
    return record.with(name, value).toString();
  }
}
