package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.model.ValidationProfile.CLR_2_0;
import static org.microcred.model.ValidationProfile.OPEN_BADGES_2_0;
import static org.microcred.model.ValidationProfile.OPEN_BADGES_3_0;
import static org.microcred.model.ValidationProfile.OPEN_BADGES_3_0_VC_1_1;
import static org.microcred.model.ValidationProfile.VC_2_0;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.openbadges2.BadgeObject;

class ValidationProfileTest {
  private static final JsonObject FULL = full();
  private static final String SUBJECT = "/credentialSubject";
  private static final String GRADE = SUBJECT + "/achievement/resultDescription/0";
  private static final String RUBRIC = SUBJECT + "/achievement/resultDescription/1";

  @ParameterizedTest
  @EnumSource(
      value = ValidationProfile.class,
      names = {"VC_2_0", "OPEN_BADGES_3_0"})
  void findNothingInAGoodBadge(ValidationProfile profile) {
    assertThat(profile.validate(FULL)).isEqualTo(Findings.none());
    assertThat(Badges.small().build().validate(profile)).isEqualTo(Findings.none());
  }

  @ParameterizedTest
  @EnumSource(ValidationProfile.class)
  void findSomethingInNothing(ValidationProfile profile) {
    assertThat(profile.validate(JsonObject.EMPTY).passed()).isFalse();
  }

  @Test
  void sayTheirViolationsInGerman() {
    JsonObject badge = Edits.set(FULL, SUBJECT + "/result/0/value", "\"D\"");
    assertThat(OPEN_BADGES_3_0.validate(badge).failures().get(0).message(Locale.GERMAN))
        .isEqualTo("\"D\" ist kein allowedValue der Ergebnisbeschreibung");
  }

  @Nested
  class ASpecification {
    @Test
    void isAskedForWhateverTheDocumentSaysThatItFollows() {
      JsonObject old = Edits.set(FULL, "/@context/0", "\"https://www.w3.org/2018/credentials/v1\"");
      assertThat(codes(OPEN_BADGES_3_0, old)).containsExactly("vc.context /@context/0");
      assertThat(codes(OPEN_BADGES_3_0_VC_1_1, FULL))
          .containsExactly("vc.context /@context/0", "model.required /issuanceDate");
    }

    @Test
    void isNotMetByAnotherKindOfCredential() {
      JsonObject plain = Edits.set(FULL, "/type", "[\"VerifiableCredential\"]");
      assertThat(codes(VC_2_0, plain)).isEmpty();
      assertThat(codes(OPEN_BADGES_3_0, plain)).containsExactly("model.type /type");
    }

    @Test
    void forbidsWhatReadingLetsPass() {
      JsonObject badge = Edits.remove(Edits.remove(FULL, SUBJECT + "/id"), SUBJECT + "/identifier");
      assertThat(Credential.read(badge).findings().passed()).isTrue();
      assertThat(codes(OPEN_BADGES_3_0, badge))
          .containsExactly("ob.subject-unidentified /credentialSubject");
      assertThat(codes(VC_2_0, badge)).isEmpty();
    }

    @Test
    void ofTheOldDataModelWantsImagesThatAreObjects() {
      JsonObject badge =
          FULL.without("validFrom")
              .without("validUntil")
              .with("issuanceDate", FULL.get("validFrom").orElseThrow());
      badge = Edits.set(badge, "/@context/0", "\"https://www.w3.org/2018/credentials/v1\"");
      assertThat(codes(OPEN_BADGES_3_0_VC_1_1, badge)).isEmpty();
      badge = Edits.set(badge, "/image", "\"https://uni.example/badge.png\"");
      assertThat(codes(OPEN_BADGES_3_0_VC_1_1, badge)).containsExactly("ob.image /image");
    }
  }

  @Nested
  class OpenBadges {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "/name | {\"@value\": \"Python\", \"@language\": \"en\"} | json.type",
          "/description | [\"One\", \"Two\"] | json.type",
          "/credentialStatus | [{\"type\": \"A\"}, {\"type\": \"B\"}] | json.type",
          "/refreshService | [{\"id\": \"https://uni.example/r\", \"type\": \"A\"}] | json.type",
          "/termsOfUse | {\"type\": [\"A\", \"B\"]} | json.type /type",
          "/proof | {\"type\": [\"DataIntegrityProof\"]} | json.type /type",
          "/proof | {\"type\": \"DataIntegrityProof\", \"created\": 5} | json.type /created",
          "/proof | {\"type\": \"A\", \"created\": \"now\"} | model.date-time /created",
          "/proof | {\"type\": \"A\", \"domain\": [\"a\", \"b\"]} | json.type /domain",
          "/proof | {\"type\": \"A\", \"proofPurpose\": \"authentication\"}"
              + " | ob.proof-purpose /proofPurpose",
          "/credentialSchema | {\"id\": \"https://uni.example/s\", \"type\": \"JsonSchema\"}"
              + " | ob.schema",
          "/credentialSubject/achievement/achievementType | \"Party\" | ob.vocabulary",
          "/credentialSubject/achievement/achievementType | \"ext:-\" | ob.vocabulary",
          "/credentialSubject/activityEndDate | \"2000-01-01T00:00:00Z\" | ob.activity-order"
        })
    void haveOneValueWhereTheDataModelOfTheW3cHasMany(
        String pointer, String json, String expected) {
      String code =
          expected.contains(" ") ? expected.substring(0, expected.indexOf(' ')) : expected;
      assertThat(codes(OPEN_BADGES_3_0, put(pointer, json)))
          .containsExactly(code + " " + pointer + expected.substring(code.length()).trim());
    }

    @Test
    void haveNoVocabularyOfTheirOwnInThePlainDataModel() {
      assertThat(codes(VC_2_0, put("/name", "[{\"@value\": \"Python\", \"@language\": \"en\"}]")))
          .isEmpty();
    }
  }

  @Nested
  class AResult {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "/credentialSubject/result/0/resultDescription | \"urn:example:no\""
              + " | ob.result-description",
          "/credentialSubject/result/0/value | \"D\" | ob.value",
          "/credentialSubject/result/1/achievedLevel | \"urn:example:no\" | ob.level",
        })
    void isOneOfThoseThatTheAchievementDescribes(String pointer, String json, String code) {
      assertThat(codes(OPEN_BADGES_3_0, put(pointer, json))).containsExactly(code + " " + pointer);
    }

    @Test
    void hasItsStatusWhereItIsAboutTheStatus() {
      assertThat(codes(OPEN_BADGES_3_0, Edits.remove(FULL, SUBJECT + "/result/2/status")))
          .containsExactly("ob.result-status /credentialSubject/result/2/status");
    }

    @Test
    void hasNoLevelWithoutADescription() {
      assertThat(
              codes(OPEN_BADGES_3_0, Edits.remove(FULL, SUBJECT + "/result/1/resultDescription")))
          .containsExactly("ob.level /credentialSubject/result/1/achievedLevel");
    }

    @Test
    void mayStandAloneWithoutADescription() {
      assertThat(
              codes(OPEN_BADGES_3_0, Edits.remove(FULL, SUBJECT + "/result/0/resultDescription")))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "0, 100, 100, true",
      "0, 100, 100.01, false",
      "0, 100, -0.5, false",
      "0.1, 0.3, 0.30000000000000000001, false",
      "0, 100, 85%, true",
      "0%, 100%, 101, false",
      "0, 100, many, false",
      "0, 100, 1e2, false",
      "F, A, Q, true",
      "'', 100, -7, true",
      "1, '', 0, false"
    })
    void isWithinItsBoundsExactly(String min, String max, String value, boolean allowed) {
      JsonObject badge = Edits.remove(FULL, GRADE + "/allowedValue");
      badge = Edits.set(badge, GRADE + "/requiredValue", '"' + value + '"');
      badge = Edits.set(badge, SUBJECT + "/result/0/value", '"' + value + '"');
      badge = Edits.set(badge, GRADE + "/valueMin", '"' + min + '"');
      badge = Edits.set(badge, GRADE + "/valueMax", '"' + max + '"');
      assertThat(codes(OPEN_BADGES_3_0, badge))
          .isEqualTo(
              allowed
                  ? List.of()
                  : List.of(
                      "ob.value /credentialSubject/result/0/value",
                      "ob.value " + GRADE + "/requiredValue"));
    }

    @Test
    void isOneOfTheListedValuesOrWithinTheBounds() {
      JsonObject badge = put(GRADE + "/allowedValue", "[\"C\", \"absent\"]");
      badge = Edits.set(badge, GRADE + "/valueMin", "\"1\"");
      assertThat(codes(OPEN_BADGES_3_0, Edits.set(badge, SUBJECT + "/result/0/value", "\"2\"")))
          .isEmpty();
      assertThat(codes(OPEN_BADGES_3_0, Edits.set(badge, SUBJECT + "/result/0/value", "\"0\"")))
          .containsExactly("ob.value /credentialSubject/result/0/value");
      assertThat(
              codes(OPEN_BADGES_3_0, Edits.set(badge, SUBJECT + "/result/0/value", "\"absent\"")))
          .isEmpty();
    }
  }

  @Nested
  class AResultDescription {
    @Test
    void demandsWhatItAllows() {
      assertThat(codes(OPEN_BADGES_3_0, put(GRADE + "/requiredValue", "\"D\"")))
          .containsExactly("ob.value " + GRADE + "/requiredValue");
      assertThat(codes(OPEN_BADGES_3_0, put(RUBRIC + "/requiredLevel", "\"urn:example:no\"")))
          .containsExactly("ob.level " + RUBRIC + "/requiredLevel");
    }

    @Test
    void hasBoundsInOrder() {
      JsonObject badge = put(GRADE + "/valueMin", "\"10\"");
      assertThat(codes(OPEN_BADGES_3_0, Edits.set(badge, GRADE + "/valueMax", "\"9\"")))
          .containsExactly("ob.value-range " + GRADE + "/valueMax");
    }

    @Test
    void ofLevelsHasLevels() {
      JsonObject badge = put(RUBRIC + "/resultType", "\"RubricCriterionLevel\"");
      assertThat(codes(OPEN_BADGES_3_0, badge)).isEmpty();
      badge = Edits.remove(Edits.remove(badge, RUBRIC + "/requiredLevel"), SUBJECT + "/result/1");
      assertThat(codes(OPEN_BADGES_3_0, Edits.remove(badge, RUBRIC + "/rubricCriterionLevel")))
          .containsExactly("ob.levels " + RUBRIC + "/rubricCriterionLevel");
    }
  }

  @Nested
  class AnEndorsement {
    private static final JsonObject ENDORSEMENT =
        Records.endorsement(DataModel.VC_2_0).build().json();

    @Test
    void isHeldAgainstOpenBadgesToo() {
      assertThat(codes(OPEN_BADGES_3_0, ENDORSEMENT)).isEmpty();
      assertThat(codes(OPEN_BADGES_3_0, ENDORSEMENT.without("name")))
          .containsExactly("model.required /name");
      assertThat(
              codes(OPEN_BADGES_3_0_VC_1_1, Records.endorsement(DataModel.VC_1_1).build().json()))
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/endorsement",
          "/issuer/endorsement",
          "/issuer/parentOrg/endorsement",
          "/credentialSubject/source/endorsement",
          "/credentialSubject/achievement/endorsement",
          "/credentialSubject/achievement/creator/endorsement"
        })
    void isHeldAgainstTheRulesWhereverItStands(String pointer) {
      JsonObject wrong = Edits.set(ENDORSEMENT, "/description", "{\"@value\": \"Good\"}");
      JsonObject badge = put(pointer, Json.write(new JsonArray(List.of(ENDORSEMENT, wrong))));
      assertThat(codes(OPEN_BADGES_3_0, badge))
          .containsExactly("json.type " + pointer + "/1/description");
    }

    @Test
    void followsTheDataModelOfTheBadge() {
      JsonObject old = Records.endorsement(DataModel.VC_1_1).build().json();
      assertThat(codes(OPEN_BADGES_3_0, put("/endorsement", Json.write(old))))
          .containsExactly("vc.context /endorsement/@context/0");
    }
  }

  @Nested
  class AProfile {
    @Test
    void isHeldAgainstOpenBadgesOnItsOwn() {
      JsonObject profile = FULL.object("issuer").orElseThrow();
      assertThat(codes(OPEN_BADGES_3_0, profile)).isEmpty();
      assertThat(codes(OPEN_BADGES_3_0, Edits.set(profile, "/parentOrg/id", "\"no uri\"")))
          .containsExactly("model.uri /parentOrg/id");
    }
  }

  @Nested
  class ALearnerRecord {
    private static final String INSIDE = "/credentialSubject/verifiableCredential/0";
    private static final JsonObject RECORD =
        Edits.remove(Records.clr(DataModel.VC_2_0).build().json(), INSIDE + "/credentialSchema");

    @Test
    void isHeldAgainstItsOwnProfile() {
      assertThat(codes(CLR_2_0, RECORD)).isEmpty();
      assertThat(codes(CLR_2_0, FULL)).contains("model.type /type", "clr.context /@context/1");
      assertThat(codes(OPEN_BADGES_3_0, RECORD)).contains("model.type /type");
    }

    @Test
    void isHeldAgainstTheRulesWithAllThatIsOnRecord() {
      String value = INSIDE + "/credentialSubject/result/0/value";
      assertThat(codes(CLR_2_0, Edits.set(RECORD, value, "\"D\"")))
          .containsExactly("ob.value " + value);
      String range = "/credentialSubject/achievement/0/resultDescription";
      JsonObject reversed =
          Edits.set(
              RECORD,
              range.substring(0, range.lastIndexOf('/')),
              Json.write(
                  Achievement.builder("https://uni.example/degree", "Degree")
                      .resultDescription(
                          ResultDescription.builder("urn:x:y", "Score", ResultType.RAW_SCORE)
                              .range("9", "1")
                              .build())
                      .build()
                      .toJson()));
      assertThat(codes(CLR_2_0, reversed))
          .containsExactly("ob.value-range " + range + "/0/valueMax");
    }

    @Test
    void holdsCredentialsAndNotTheirEnvelopes() {
      JsonObject enveloped =
          Edits.set(
              RECORD,
              "/credentialSubject/verifiableCredential/2",
              """
              {"@context": "https://www.w3.org/ns/credentials/v2",
               "id": "data:application/vc+jwt,%s", "type": "EnvelopedVerifiableCredential"}
              """
                  .formatted(Records.JWT));
      assertThat(Credential.read(enveloped).findings().failures()).isEmpty();
      assertThat(codes(CLR_2_0, enveloped))
          .containsExactly("model.type /credentialSubject/verifiableCredential/2/type");
    }
  }

  @Nested
  class OpenBadges2 {
    private static final String ASSERTION =
        """
        {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion",
         "id": "https://uni.example/assertions/1",
         "recipient": {"type": "email", "hashed": false, "identity": "ada@uni.example"},
         "badge": "https://uni.example/badges/1", "issuedOn": "2026-01-01T00:00:00Z",
         "verification": {"type": "HostedBadge"}}
        """;

    @Test
    void haveAProfile() {
      JsonObject assertion = (JsonObject) Edits.parse(ASSERTION).get(0);
      assertThat(codes(OPEN_BADGES_2_0, assertion)).isEmpty();
      assertThat(codes(OPEN_BADGES_2_0, assertion.without("badge")))
          .containsExactly("model.required /badge");
      assertThat(codes(OPEN_BADGES_2_0, FULL)).isNotEmpty();
    }

    @Test
    void areVerifiedInOneOfTheirTwoWays() {
      JsonObject assertion =
          Edits.set(
              (JsonObject) Edits.parse(ASSERTION).get(0), "/verification/type", "\"ext:Other\"");
      assertThat(BadgeObject.read(assertion).findings().passed()).isTrue();
      assertThat(codes(OPEN_BADGES_2_0, assertion))
          .containsExactly("ob2.verification /verification/type");
    }
  }

  private static JsonObject full() {
    return Badges.full()
        .schema(
            CredentialSchema.of(
                "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/"
                    + "ob_v3p0_achievementcredential_schema.json",
                "1EdTechJsonSchemaValidator2019"))
        .build()
        .json();
  }

  private static JsonObject put(String pointer, String json) {
    return Edits.set(FULL, pointer, json);
  }

  private static List<String> codes(ValidationProfile profile, JsonObject json) {
    Findings findings = profile.validate(json);
    assertThat(findings.unknowns()).isEmpty();
    assertThat(findings.warnings()).isEmpty();
    return findings.failures().stream().map(v -> v.code() + " " + v.pointer()).toList();
  }
}
