package org.microcred.examples.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementSubject;
import org.microcred.model.AchievementType;
import org.microcred.model.Address;
import org.microcred.model.Alignment;
import org.microcred.model.AlignmentTargetType;
import org.microcred.model.CredentialSchema;
import org.microcred.model.CredentialStatus;
import org.microcred.model.Criteria;
import org.microcred.model.Evidence;
import org.microcred.model.IdentifierType;
import org.microcred.model.IdentityObject;
import org.microcred.model.Image;
import org.microcred.model.Profile;
import org.microcred.model.Result;
import org.microcred.model.ResultDescription;
import org.microcred.model.ResultType;
import org.microcred.model.RubricCriterionLevel;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/**
 * A badge as a university would issue it, about 4 kB of JSON: issuer with address and logo,
 * alignments, a grade and a rubric with results, evidence, status and schema.
 */
final class SampleBadge {
  private static final String UNIVERSITY = "https://uni.example";
  private static final String COURSE = UNIVERSITY + "/courses/data-101";
  static final Instant ISSUED = Instant.parse("2026-03-01T08:00:00Z");

  private SampleBadge() {}

  static byte[] bytes() {
    return Json.writeBytes(credential().json());
  }

  static AchievementCredential credential() {
    return AchievementCredential.builder(issuer(), subject())
        .id("urn:uuid:0b6c2a5e-6f1d-4a1f-8f8e-0d3f3c2b1a00")
        .name("Data analysis with Python")
        .description("Awarded for a project on open data that two examiners assessed.")
        .validFrom(ISSUED)
        .validUntil(ISSUED.plusSeconds(157_766_400))
        .evidence(Evidence.of(UNIVERSITY + "/projects/4711", "Report on cycling in the city"))
        .evidence(Evidence.ofNarrative("Presented the findings to the class and took questions."))
        .schema(
            CredentialSchema.of(
                "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
                "1EdTechJsonSchemaValidator2019"))
        .status(
            CredentialStatus.of(
                "BitstringStatusListEntry",
                JsonObject.builder()
                    .put("statusPurpose", "revocation")
                    .put("statusListIndex", "94567")
                    .put("statusListCredential", UNIVERSITY + "/status/3")
                    .build()))
        .build();
  }

  private static Profile issuer() {
    return Profile.builder("did:web:uni.example")
        .name("Example University")
        .url(UNIVERSITY)
        .email("badges@uni.example")
        .image(Image.of(UNIVERSITY + "/logo.png", "Seal of the university"))
        .address(
            new Address(
                Address.TYPES,
                Optional.of("Germany"),
                Optional.of("DE"),
                Optional.of("Berlin"),
                Optional.of("Berlin"),
                Optional.of("Unter den Linden 6"),
                Optional.empty(),
                Optional.of("10117"),
                Optional.empty(),
                JsonObject.EMPTY))
        .build();
  }

  private static AchievementSubject subject() {
    return AchievementSubject.builder(achievement())
        .id("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK")
        .identifier(IdentityObject.plain(IdentifierType.EMAIL_ADDRESS, "ada@students.example"))
        .activity(ISSUED.minusSeconds(7_776_000), ISSUED.minusSeconds(86_400))
        .creditsEarned(BigDecimal.valueOf(5))
        .narrative("The report answers its question with data that anybody can check.")
        .result(Result.value(COURSE + "#grade", "A"))
        .result(Result.level(COURSE + "#analysis", COURSE + "#mastered"))
        .build();
  }

  private static Achievement achievement() {
    return Achievement.builder(COURSE, "Data analysis with Python")
        .description("Collect, clean, analyse and present open data.")
        .criteria(
            Criteria.of(
                "Hand in a report with code that runs, and defend it before two examiners."))
        .achievementType(AchievementType.MICRO_CREDENTIAL)
        .alignment(skill("Analyse data", "S2.7.3"))
        .alignment(skill("Use scripting programming", "S5.6.1"))
        .fieldOfStudy("Informatics")
        .humanCode("DATA-101")
        .image(Image.of(COURSE + "/badge.png", "A snake on a chart"))
        .inLanguage("en")
        .resultDescription(
            ResultDescription.builder(COURSE + "#grade", "Grade", ResultType.LETTER_GRADE)
                .allowedValues(List.of("F", "D", "C", "B", "A"))
                .requiredValue("D")
                .build())
        .resultDescription(
            ResultDescription.builder(COURSE + "#analysis", "Analysis", ResultType.RUBRIC_CRITERION)
                .rubricCriterionLevels(
                    List.of(
                        RubricCriterionLevel.of(COURSE + "#begun", "Follows an example"),
                        RubricCriterionLevel.of(COURSE + "#mastered", "Chooses the method")))
                .requiredLevel(COURSE + "#begun")
                .build())
        .tag("python")
        .tag("open data")
        .build();
  }

  private static Alignment skill(String name, String code) {
    return Alignment.of(name, "https://skills.example/framework/" + code)
        .in("Skills of the Example Region", code, AlignmentTargetType.CF_ITEM);
  }
}
