package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.AssessedResult.Requirement;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

class AssessmentTest {
  private static final String VIDEO = "https://uni.example/v.mp4";
  private static final byte[] CONTENT = "a video".getBytes(StandardCharsets.UTF_8);

  @Test
  void tellsWhatWasSubmittedWithAllItsDigests() {
    ResourceDigest sri = ResourceDigest.sri(DigestAlgorithm.SHA2_384, CONTENT);
    ResourceDigest multibase = ResourceDigest.multibase(DigestAlgorithm.SHA3_384, CONTENT);
    Assessment assessment =
        Badges.small()
            .evidence(Evidence.of(VIDEO, "Talk").withDigest(multibase))
            .evidence(Evidence.ofNarrative("In words"))
            .evidence(Evidence.of("https://uni.example/page", "Page"))
            .relatedResource(RelatedResource.of(VIDEO, sri))
            .build()
            .assessment();
    assertThat(assessment.evidence())
        .extracting(AssessedEvidence::digest)
        .containsExactly(
            new ResourceDigest(sri.digestSRI(), multibase.digestMultibase()),
            ResourceDigest.NONE,
            ResourceDigest.NONE);
    AssessedEvidence talk = assessment.evidence().get(0);
    assertThat(talk.evidence().name()).hasValue("Talk");
    assertThat(talk.digest().check(CONTENT)).isEqualTo(Findings.none());
    assertThat(talk.digest().check(new byte[0]).failures()).hasSize(2);
    assertThat(assessment.evidence().get(2).digest().check(CONTENT).passed()).isFalse();
  }

  @Test
  void isByTheIssuerUnlessTheSubjectNamesASource() {
    assertThat(Badges.small().build().assessment().assessor()).isEqualTo(Badges.issuer());
    assertThat(Badges.full().build().assessment().assessor().name()).hasValue("College");
  }

  @Test
  void setsEachResultBesideWhatItWasAssessedAgainst() {
    List<AssessedResult> results = Badges.full().build().assessment().results();
    assertThat(results)
        .extracting(r -> r.description().orElseThrow().name())
        .containsExactly("Grade", "Rubric", "Status");
    assertThat(results)
        .extracting(AssessedResult::requirement)
        .containsExactly(Requirement.MET, Requirement.UNKNOWN, Requirement.NONE);
    assertThat(results.get(1).level()).map(RubricCriterionLevel::name).hasValue("Mastered");
    assertThat(results.get(0).level()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // type, required, value, expected
    "Percent, 60, 60, MET",
    "Percent, 60, 59.9999999999999999999999, NOT_MET",
    "Percent, 60, 60.0, MET",
    "Percent, 9, 10, MET",
    "Percent, 60%, 60%, MET",
    "Percent, 60%, 75%, MET",
    "Percent, 60%, 59.9, NOT_MET",
    "RawScore, 60, 75%, UNKNOWN",
    "Percent, 60, 101, UNKNOWN",
    "Percent, 60, -1, UNKNOWN",
    "Percent, 60, 6e1, UNKNOWN",
    "Percent, 60, '7,5', UNKNOWN",
    "Percent, 60, ٧٠, UNKNOWN",
    "RawScore, 10, 9, NOT_MET",
    "ScaledScore, 10, 11, MET",
    "GradePointAverage, 2.7, 2.70, MET",
    "PredictedScore, 3, 2, NOT_MET",
    "RubricScore, 3, 3.5, MET",
    "LetterGrade, B, B, MET",
    "LetterGrade, B, A, UNKNOWN",
    "LetterGrade, 2, 3, UNKNOWN",
    "Result, 4.0, 1.3, UNKNOWN",
    "ext:Score, 4, 5, UNKNOWN"
  })
  void comparesNumbersExactlyAndNothingElse(
      String type, String required, String value, Requirement expected) {
    ResultDescription description =
        ResultDescription.builder("urn:a:d", "Grade", new ResultType(type))
            .range("0", "100")
            .requiredValue(required)
            .build();
    assertThat(assess(description, Result.value("urn:a:d", value)).requirement())
        .isEqualTo(expected);
  }

  @Test
  void aBoundThatIsNoNumberTellsNothing() {
    ResultDescription description =
        ResultDescription.builder("urn:a:d", "Score", ResultType.PERCENT)
            .range("none", "100")
            .requiredValue("50")
            .build();
    assertThat(assess(description, Result.value("urn:a:d", "60")).requirement())
        .isEqualTo(Requirement.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "A, MET, MET",
    "B, MET, MET",
    "C, NOT_MET, UNKNOWN",
    "D, UNKNOWN, UNKNOWN",
    "b, UNKNOWN, UNKNOWN"
  })
  void ordersAllowedValuesOnlyWhereTheContextDoes(
      String value, Requirement listed, Requirement unlisted) {
    ResultDescription description =
        ResultDescription.builder("urn:a:d", "Grade", ResultType.LETTER_GRADE)
            .allowedValues(List.of("C", "B", "A"))
            .requiredValue("B")
            .build();
    AchievementCredential badge = badge(description, Result.value("urn:a:d", value));
    assertThat(only(badge).requirement()).isEqualTo(listed);
    JsonArray oldContexts =
        JsonArray.of(
            new JsonString(DataModel.VC_2_0.context().orElseThrow()),
            new JsonString("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"));
    AchievementCredential old =
        (AchievementCredential)
            Credential.read(badge.json().with("@context", oldContexts)).credential().orElseThrow();
    Requirement expected = value.equals("A") ? Requirement.UNKNOWN : unlisted;
    assertThat(only(old).requirement()).isEqualTo(expected);
  }

  @Test
  void repeatedAllowedValuesHaveNoOrder() {
    ResultDescription description =
        ResultDescription.builder("urn:a:d", "Grade", ResultType.LETTER_GRADE)
            .allowedValues(List.of("C", "B", "C", "A"))
            .requiredValue("B")
            .build();
    assertThat(assess(description, Result.value("urn:a:d", "C")).requirement())
        .isEqualTo(Requirement.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 3, low, NOT_MET",
    "1, 2, 3, mid, MET",
    "1, 2, 3, high, MET",
    "1, 2, 3, other, UNKNOWN",
    "3, 2, 1, high, NOT_MET",
    "9, 10, 11, low, NOT_MET",
    "1, 2.0, 2, high, UNKNOWN",
    "1, 2, many, high, UNKNOWN",
    "1, 2, , high, UNKNOWN",
    "1, 2, , mid, MET"
  })
  void ordersRubricLevelsByTheirPoints(
      String low, String mid, String high, String achieved, Requirement expected) {
    ResultDescription description =
        ResultDescription.builder("urn:a:d", "Rubric", ResultType.RUBRIC_CRITERION_LEVEL)
            .rubricCriterionLevels(
                List.of(level("low", low), level("mid", mid), level("high", high)))
            .requiredLevel("urn:a:mid")
            .build();
    AssessedResult result = assess(description, Result.level("urn:a:d", "urn:a:" + achieved));
    assertThat(result.requirement()).isEqualTo(expected);
    assertThat(result.level().isPresent()).isEqualTo(!achieved.equals("other"));
  }

  @Test
  void levelsOfOneIdAreAmbiguous() {
    ResultDescription description =
        ResultDescription.builder("urn:a:d", "Rubric", ResultType.RUBRIC_CRITERION_LEVEL)
            .rubricCriterionLevels(List.of(level("mid", "1"), level("mid", "1")))
            .requiredLevel("urn:a:mid")
            .build();
    AssessedResult result = assess(description, Result.level("urn:a:d", "urn:a:mid"));
    assertThat(result.level()).isEmpty();
    assertThat(result.requirement()).isEqualTo(Requirement.UNKNOWN);
  }

  @Test
  void whatWasMissedDecidesBeforeWhatIsUnknown() {
    ResultDescription description =
        ResultDescription.builder("urn:a:d", "Both", ResultType.PERCENT)
            .requiredValue("50")
            .rubricCriterionLevels(List.of(level("mid", "1")))
            .requiredLevel("urn:a:mid")
            .build();
    Result both =
        new Result(
            Result.TYPES,
            Optional.of("urn:a:mid"),
            List.of(),
            Optional.of("urn:a:d"),
            Optional.empty(),
            Optional.of("49"),
            JsonObject.EMPTY);
    assertThat(assess(description, both).requirement()).isEqualTo(Requirement.NOT_MET);
    assertThat(assess(description, Result.value("urn:a:d", "49")).requirement())
        .isEqualTo(Requirement.NOT_MET);
    assertThat(assess(description, Result.value("urn:a:d", "51")).requirement())
        .isEqualTo(Requirement.UNKNOWN);
    assertThat(assess(description, Result.level("urn:a:d", "urn:a:mid")).requirement())
        .isEqualTo(Requirement.UNKNOWN);
  }

  @Test
  void aDescriptionThatIsNotThereOrIsThereTwiceIsUnknown() {
    ResultDescription description =
        ResultDescription.builder("urn:a:d", "Score", ResultType.PERCENT)
            .requiredValue("50")
            .build();
    AssessedResult dangling = assess(description, Result.value("urn:a:other", "60"));
    assertThat(dangling.description()).isEmpty();
    assertThat(dangling.requirement()).isEqualTo(Requirement.UNKNOWN);
    Achievement twice =
        Achievement.builder("urn:a:a", "A")
            .resultDescription(description)
            .resultDescription(description)
            .build();
    AssessedResult ambiguous =
        only(
            AchievementCredential.builder(Badges.issuer(), Badges.LEARNER, twice)
                .result(Result.value("urn:a:d", "60"))
                .build());
    assertThat(ambiguous.description()).isEmpty();
    assertThat(ambiguous.requirement()).isEqualTo(Requirement.UNKNOWN);
  }

  @Test
  void aResultOnItsOwnHasNoRequirement() {
    Result plain =
        new Result(
            Result.TYPES,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("A"),
            JsonObject.EMPTY);
    AssessedResult result = only(Badges.small().result(plain).build());
    assertThat(result.result()).isEqualTo(plain);
    assertThat(result.requirement()).isEqualTo(Requirement.NONE);
  }

  @Test
  void manyPiecesOfOneIdTakeLinearTime() {
    List<Evidence> pieces = new ArrayList<>();
    AchievementCredentialBuilder builder = Badges.small();
    for (int i = 0; i < 2_000; i++) {
      pieces.add(
          Evidence.of(VIDEO, "Talk")
              .withDigest(ResourceDigest.sri(DigestAlgorithm.SHA2_256, new byte[] {(byte) i})));
    }
    JsonArray evidence = new JsonArray(pieces.stream().<JsonValue>map(Evidence::toJson).toList());
    AchievementCredential badge =
        (AchievementCredential)
            Credential.read(builder.build().json().with("evidence", evidence))
                .credential()
                .orElseThrow();
    List<AssessedEvidence> assessed = badge.assessment().evidence();
    assertThat(assessed).hasSize(2_000);
    assertThat(assessed.get(1_999).digest().digestSRI()).hasSize(256);
    assertThat(assessed.get(0).digest()).isSameAs(assessed.get(1_999).digest());
  }

  private static RubricCriterionLevel level(String name, String points) {
    return new RubricCriterionLevel(
        "urn:a:" + name,
        RubricCriterionLevel.TYPES,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(points),
        List.of(),
        JsonObject.EMPTY);
  }

  private static AssessedResult assess(ResultDescription description, Result result) {
    return only(badge(description, result));
  }

  private static AssessedResult only(AchievementCredential badge) {
    List<AssessedResult> results = badge.assessment().results();
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  private static AchievementCredential badge(ResultDescription description, Result result) {
    Achievement achievement =
        Achievement.builder("urn:a:a", "A").resultDescription(description).build();
    return AchievementCredential.builder(Badges.issuer(), Badges.LEARNER, achievement)
        .result(result)
        .build();
  }
}
