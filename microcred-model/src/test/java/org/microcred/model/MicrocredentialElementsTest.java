package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.model.ValidationProfile.EU_MICROCREDENTIAL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.json.JsonObject;

/** Council Recommendation of 16 June 2022 (2022/C 243/02), Annex I, mandatory elements. */
class MicrocredentialElementsTest {
  private static final String ACHIEVEMENT = "/credentialSubject/achievement";
  private static final JsonObject COMPLETE = complete();

  @Test
  void areAllFoundInACompleteBadge() {
    assertThat(EU_MICROCREDENTIAL.validate(COMPLETE)).isEqualTo(Findings.none());
    assertThat(ValidationProfile.OPEN_BADGES_3_0.validate(COMPLETE).failures()).isEmpty();
  }

  @Test
  void areMissedAllTogether() {
    Findings findings = EU_MICROCREDENTIAL.validate(JsonObject.EMPTY);
    assertThat(codes(findings.failures()))
        .containsExactly(
            "eu.learner",
            "eu.title",
            "eu.issuer-country",
            "eu.awarding-body",
            "eu.date",
            "eu.learning-outcomes",
            "eu.workload",
            "eu.assessment",
            "eu.participation",
            "eu.quality-assurance");
    assertThat(codes(findings.warnings())).containsExactly("eu.level");
  }

  @ParameterizedTest
  @CsvSource({
    "/credentialSubject/id, eu.learner",
    "/credentialSubject/achievement/name, eu.title",
    "/issuer/address, eu.issuer-country",
    "/issuer/name, eu.awarding-body",
    "/validFrom, eu.date",
    "/credentialSubject/achievement/alignment/0, eu.learning-outcomes",
    "/credentialSubject/achievement/assessmentType, eu.assessment",
    "/credentialSubject/achievement/participationType, eu.participation",
    "/credentialSubject/achievement/alignment/2, eu.quality-assurance",
  })
  void areMissedOneByOne(String pointer, String code) {
    assertThat(codes(EU_MICROCREDENTIAL.validate(Edits.remove(COMPLETE, pointer)).failures()))
        .containsExactly(code);
  }

  @Test
  void needALevelOnlyWhereThereIsOne() {
    Findings findings =
        EU_MICROCREDENTIAL.validate(Edits.remove(COMPLETE, ACHIEVEMENT + "/alignment/1"));
    assertThat(findings.passed()).isTrue();
    assertThat(codes(findings.warnings())).containsExactly("eu.level");
  }

  @Test
  void needAWorkloadWithItsUnit() {
    JsonObject unitless = Edits.remove(COMPLETE, ACHIEVEMENT + "/ECTS");
    Findings findings = EU_MICROCREDENTIAL.validate(unitless);
    assertThat(findings.passed()).isTrue();
    assertThat(codes(findings.warnings())).containsExactly("eu.workload-unit");
    for (String none : List.of("0", "-5", "0.0e7", "\"5\"")) {
      JsonObject without = Edits.set(unitless, ACHIEVEMENT + "/creditsAvailable", none);
      assertThat(codes(EU_MICROCREDENTIAL.validate(without).failures()))
          .containsExactly("eu.workload");
    }
  }

  @Test
  void areFoundInTheirOtherPlaces() {
    JsonObject badge =
        Edits.set(
            COMPLETE,
            "/credentialSubject",
            """
            {
              "type": ["AchievementSubject"],
              "identifier": {"type": "IdentityObject", "hashed": false,
                "identityHash": "ada@uni.example", "identityType": "emailAddress"},
              "creditsEarned": 2.5,
              "achievement": {
                "id": "https://uni.example/a", "type": ["Achievement"], "name": "Python",
                "description": "Python", "criteria": {"narrative": "Exam"},
                "timeInvestment": 60,
                "participationType": "online",
                "alignment": [
                  {"type": ["Alignment"], "targetName": "Programming",
                   "targetUrl": "https://frameworks.example/1"},
                  {"type": ["Alignment"], "targetName": "Level 6",
                   "targetFramework": "European Qualifications Framework",
                   "targetUrl": "https://frameworks.example/6"}],
                "resultDescription": {"id": "urn:example:exam", "name": "Exam",
                  "type": ["ResultDescription", "AssessmentResultDescription"],
                  "resultType": "RawScore", "assessmentType": "Exam"}
              }
            }
            """);
    badge =
        Edits.set(
            badge,
            "/issuer",
            """
            {"id": "did:web:uni.example", "type": ["Profile"], "name": "Faculty",
             "accreditations": [{"id": "https://agency.example"}],
             "parentOrg": {"id": "https://uni.example", "type": ["Profile"],
               "address": {"type": ["Address"], "addressRegion": "Bavaria"}}}
            """);
    assertThat(EU_MICROCREDENTIAL.validate(badge)).isEqualTo(Findings.none());
  }

  private static JsonObject complete() {
    JsonObject badge =
        AchievementCredential.builder(
                Profile.builder("did:web:uni.example")
                    .name("Example University")
                    .address(Address.ofCountry("DE"))
                    .build(),
                Badges.LEARNER,
                Achievement.builder("https://uni.example/python-101", "Python 101")
                    .credits(5)
                    .alignment(Alignment.of("Programming", "https://frameworks.example/1"))
                    .alignment(level("ext:EQF", "Level 6"))
                    .alignment(level("ext:QualityAssurance", "Accredited course"))
                    .more(
                        (JsonObject)
                            Edits.parse(
                                    """
                                    {"ECTS": 5, "assessmentType": "Exam",
                                     "participationType": "online"}
                                    """)
                                .get(0))
                    .build())
            .clock(Badges.CLOCK)
            .build()
            .json();
    return badge;
  }

  private static Alignment level(String type, String name) {
    return Alignment.of(name, "https://frameworks.example/" + name.length())
        .in("Framework", "1", new AlignmentTargetType(type));
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(Violation::code).toList();
  }
}
