package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

class EndorsementCredentialTest {
  private static final JsonObject ENDORSEMENT =
      Records.endorsement(DataModel.VC_2_0).build().json();
  private static final JsonObject BADGE = Records.badge(DataModel.VC_2_0).build().json();

  private static final List<String> PLACES =
      List.of(
          "/endorsement/0",
          "/issuer/endorsement/0",
          "/credentialSubject/achievement/endorsement/0");

  private static List<String> failures(JsonObject document, String pointer, String json) {
    JsonObject changed =
        json.equals("-") ? Edits.remove(document, pointer) : Edits.set(document, pointer, json);
    return codes(Credential.read(changed).findings().failures());
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(v -> v.code() + " " + v.pointer()).toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"VC_1_1", "VC_2_0"})
  void hasEveryPart(DataModel model) {
    EndorsementCredential built = Records.endorsement(model).build();
    Reading reading = Credential.read(built.json());
    assertThat(reading.findings()).isEqualTo(Findings.none());
    EndorsementCredential read = (EndorsementCredential) reading.credential().orElseThrow();
    assertThat(read).isEqualTo(built).hasToString("EndorsementCredential " + read.id().get());
    assertThat(read.dataModel()).isEqualTo(model);
    assertThat(read.types()).containsExactly("VerifiableCredential", "EndorsementCredential");
    assertThat(read.name()).contains("Endorsement");
    assertThat(read.awardedDate()).contains(Badges.NOW.minusSeconds(60));
    assertThat(read.subjectIds()).containsExactly("https://uni.example/python-101");
    assertThat(read.subject().endorsementComment()).contains("Well made");
    assertThat(read.subject().toJson())
        .isEqualTo(built.json().get("credentialSubject").orElseThrow());
    assertThat(read.toBuilder().build()).isEqualTo(built);
    assertThat(read.toBuilder().name("Another").build().json())
        .isEqualTo(built.json().with("name", new JsonString("Another")));
  }

  /** The same rules on its own and at every place where another credential holds one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "/@context | - | model.required /@context",
        "/@context | [\"https://www.w3.org/ns/credentials/v2\"] | ob.context /@context/1",
        "/@context | \"https://www.w3.org/ns/credentials/v2\" | vc.context /@context",
        "/type | [\"EndorsementCredential\"] | model.type /type",
        "/type | [\"VerifiableCredential\", \"EndorsementCredential\", \"ClrCredential\"]"
            + " | model.type /type",
        "/id | - | model.required /id",
        "/id | \"x\" | model.uri /id",
        "/name | - | model.required /name",
        "/name | null | json.null /name",
        "/name | 5 | json.type /name",
        "/issuer | - | model.required /issuer",
        "/issuer | \"did:web:agency.example\" | ",
        "/issuer/type | - | model.required /issuer/type",
        "/validFrom | - | model.required /validFrom",
        "/validFrom | \"2026-02-30T00:00:00Z\" | model.date-time /validFrom",
        "/validUntil | \"2020-01-01T00:00:00Z\" | vc.validity-order /validUntil",
        "/awardedDate | \"2026-01-01\" | model.date-time /awardedDate",
        "/credentialSubject | - | model.required /credentialSubject",
        "/credentialSubject | [] | json.type /credentialSubject",
        "/credentialSubject | null | json.null /credentialSubject",
        "/credentialSubject/id | - | model.required /credentialSubject/id",
        "/credentialSubject/id | \"python\" | model.uri /credentialSubject/id",
        "/credentialSubject/type | - | model.required /credentialSubject/type",
        "/credentialSubject/type | [] | model.type /credentialSubject/type",
        "/credentialSubject/type | \"Subject\" | model.type /credentialSubject/type",
        "/credentialSubject/endorsementComment | [\"a\", \"b\"] | json.type"
            + " /credentialSubject/endorsementComment",
        "/ext:note | {\"any\": [null]} | ",
      })
  void breaksOneRuleAtOnePlace(String pointer, String json, String expected) {
    List<String> alone = failures(ENDORSEMENT, pointer, json);
    assertThat(alone).isEqualTo(expected == null ? List.of() : List.of(expected));
    for (String place : PLACES) {
      assertThat(failures(BADGE, place + pointer, json))
          .isEqualTo(alone.stream().map(code -> code.replace(" ", " " + place)).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"VC_1_1", "VC_2_0"})
  void standsInBadgesAchievementsAndProfiles(DataModel model) {
    AchievementCredential built = Records.badge(model).build();
    Reading reading = Credential.read(built.json());
    assertThat(reading.findings()).isEqualTo(Findings.none());
    AchievementCredential badge = (AchievementCredential) reading.credential().orElseThrow();
    EndorsementCredential endorsement = Records.endorsement(model).build();
    Achievement achievement = badge.subject().achievement();
    assertThat(badge.endorsements()).containsExactly(endorsement);
    assertThat(badge.endorsementJwts()).containsExactly(Records.JWT, Records.JWT);
    assertThat(achievement.endorsements()).containsExactly(endorsement);
    assertThat(achievement.endorsementJwts()).containsExactly(Records.JWT);
    assertThat(achievement.more().has("endorsement")).isFalse();
    assertThat(badge.issuer().endorsements()).containsExactly(endorsement);
    assertThat(badge.issuer().endorsementJwts()).containsExactly(Records.JWT);
    assertThat(achievement.toBuilder().build()).isEqualTo(achievement);
    assertThat(badge.issuer().toBuilder().build()).isEqualTo(badge.issuer());
    assertThat(badge.subject().toJson())
        .isEqualTo(built.json().get("credentialSubject").orElseThrow());
    assertThat(badge.issuer().toJson()).isEqualTo(built.json().get("issuer").orElseThrow());
    assertThat(badge.toBuilder().build()).isEqualTo(built);
  }

  @Test
  void isWrittenBackAsItWasReadProofsIncluded() {
    JsonObject proof = JsonObject.builder().put("type", "DataIntegrityProof").build();
    JsonObject signed = ENDORSEMENT.with("proof", proof);
    Credential read = Credential.read(BADGE.with("endorsement", signed)).credential().orElseThrow();
    EndorsementCredential endorsement = ((AchievementCredential) read).endorsements().get(0);
    assertThat(endorsement.json()).isSameAs(signed);
    assertThat(new String(endorsement.toBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(signed.toString());
    assertThat(((AchievementCredential) read).toBuilder().build().json().get("endorsement"))
        .contains(signed);
  }

  /** Open Badges 3.0 has classes of its own for the data model 1.1, which hold only such. */
  @Test
  void followsTheDataModelOfWhatItStandsIn() {
    JsonObject old = Records.endorsement(DataModel.VC_1_1).build().json();
    assertThat(failures(BADGE, "/endorsement", old.toString()))
        .containsExactly("vc.context /endorsement/@context/0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Records.badge(DataModel.VC_2_0).dataModel(DataModel.VC_1_1).build())
        .withMessageContaining("/endorsement/0/@context/0: must be");
  }

  @Test
  void isNothingElse() {
    assertThat(failures(BADGE, "/endorsement/0/type", "[\"VerifiableCredential\"]"))
        .containsExactly("ob.endorsement /endorsement/0");
    assertThat(failures(BADGE, "/endorsement", "[]")).isEmpty();
    assertThat(failures(BADGE, "/endorsementJwt", "[]")).isEmpty();
  }

  @Test
  void namesItsKindOnce() {
    assertThat(
            failures(
                BADGE,
                "/type",
                "[\"VerifiableCredential\", \"OpenBadgeCredential\", \"ClrCredential\"]"))
        .containsExactly("model.type /type");
    assertThat(
            failures(
                BADGE,
                "/type",
                "[\"VerifiableCredential\", \"OpenBadgeCredential\", \"AchievementCredential\"]"))
        .as("two names of one kind")
        .isEmpty();
  }

  @Test
  void standsInCredentialsOnlySoDeep() {
    JsonObject nested = ENDORSEMENT;
    for (int i = 0; i < 3; i++) {
      nested = endorsed(nested);
    }
    assertThat(Credential.read(endorsed(nested)).findings()).isEqualTo(Findings.none());
    for (int i = 0; i < 300; i++) {
      nested = endorsed(nested);
    }
    Findings findings = Credential.read(nested).findings();
    assertThat(findings.failures()).isEmpty();
    String place = "/issuer/endorsement".repeat(5);
    assertThat(codes(findings.unknowns())).containsExactly("limit.embedded-depth " + place);
    Limits shallow = Limits.defaults().toBuilder().embeddedDepth(1).build();
    assertThat(
            codes(Credential.read(endorsed(endorsed(ENDORSEMENT)), shallow).findings().unknowns()))
        .containsExactly("limit.embedded-depth /issuer/endorsement/issuer/endorsement");
  }

  private static JsonObject endorsed(JsonObject endorsement) {
    JsonObject issuer = ENDORSEMENT.object("issuer").orElseThrow();
    return ENDORSEMENT.with("issuer", issuer.with("endorsement", endorsement));
  }

  @Test
  void standsInOneCredentialOnlySoOften() {
    List<JsonValue> many = new ArrayList<>();
    for (int i = 0; i < 1_002; i++) {
      many.add(ENDORSEMENT);
    }
    JsonObject badge = Badges.small().build().json();
    assertThat(
            Credential.read(badge.with("endorsement", new JsonArray(many.subList(0, 1_000))))
                .findings())
        .isEqualTo(Findings.none());
    Findings findings = Credential.read(badge.with("endorsement", new JsonArray(many))).findings();
    assertThat(findings.failures()).isEmpty();
    assertThat(codes(findings.unknowns()))
        .containsExactly("limit.embedded-count /endorsement/1000");
  }
}
