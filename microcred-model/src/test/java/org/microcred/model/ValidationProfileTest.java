package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.microcred.model.json.JsonObject;

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
