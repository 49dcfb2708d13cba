package org.microcred.model;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Badges that the tests share. */
final class Badges {
  static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String LEARNER = "did:example:learner";

  private static final JsonObject EXTENSION =
      JsonObject.builder().put("ext:level", new JsonNumber("6.0")).build();

  private Badges() {}

  static Profile issuer() {
    return Profile.of("did:web:uni.example", "Example University");
  }

  static Achievement python() {
    return Achievement.builder("https://uni.example/python-101", "Python 101").credits(5).build();
  }

  static AchievementCredentialBuilder small() {
    return AchievementCredential.builder(issuer(), LEARNER, python()).clock(CLOCK);
  }

  /** A badge with every member that the model knows. */
  static AchievementCredentialBuilder full() {
    return AchievementCredential.builder(fullIssuer(), fullSubject())
        .id("urn:uuid:0b6c2a5e-6f1d-4a1f-8f8e-0d3f3c2b1a00")
        .name("Data analysis with Python")
        .description("Awarded after a project.")
        .image(Image.of("https://uni.example/badge.png", "A snake"))
        .validFrom(NOW)
        .validUntil(NOW.plusSeconds(86_400))
        .awardedDate(NOW.minusSeconds(60))
        .evidence(Evidence.of("https://uni.example/project", "Project"))
        .evidence(Evidence.ofNarrative("A talk"))
        .schema(
            CredentialSchema.of(
                "https://uni.example/schema.json", "1EdTechJsonSchemaValidator2019"))
        .status(
            new CredentialStatus(
                Optional.of("https://uni.example/status/1#7"),
                List.of("BitstringStatusListEntry"),
                JsonObject.builder()
                    .put("statusPurpose", "revocation")
                    .put("statusListIndex", "7")
                    .put("statusListCredential", "https://uni.example/status/1")
                    .build()))
        .context("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")
        .member("ext:note", new JsonString("kept"));
  }

  private static Profile fullIssuer() {
    return Profile.builder("did:web:uni.example")
        .name("Example University")
        .url("https://uni.example")
        .phone("+49 30 1")
        .description("A university")
        .image(Image.of("https://uni.example/logo.png"))
        .email("badges@uni.example")
        .address(
            new Address(
                Address.TYPES,
                Optional.of("Germany"),
                Optional.of("DE"),
                Optional.of("Berlin"),
                Optional.of("Berlin"),
                Optional.of("Street 1"),
                Optional.of("12"),
                Optional.of("10115"),
                Optional.of(
                    new GeoCoordinates(
                        new BigDecimal("52.52"), new BigDecimal("13.40"), EXTENSION)),
                EXTENSION))
        .otherIdentifier(new IdentifierEntry("9335", IdentifierType.SOURCED_ID))
        .official("A. Dean")
        .parentOrg(Profile.of("https://state.example", "State"))
        .personName(PersonName.of("Ada", "Dean"))
        .dateOfBirth(LocalDate.of(1970, 1, 31))
        .more(EXTENSION)
        .build();
  }

  private static AchievementSubject fullSubject() {
    return AchievementSubject.builder(fullAchievement())
        .id(LEARNER)
        .identifier(IdentityObject.plain(IdentifierType.EMAIL_ADDRESS, "ada@uni.example"))
        .activity(NOW.minusSeconds(1_000), NOW.minusSeconds(500))
        .creditsEarned(new BigDecimal("5.0"))
        .image(Image.of("data:image/png;base64,AAAA"))
        .licenseNumber("A-1")
        .narrative("Well done")
        .result(Result.value("urn:example:grade", "B"))
        .result(Result.level("urn:example:rubric", "urn:example:mastered"))
        .result(Result.status("urn:example:status", ResultStatus.COMPLETED))
        .role("Student")
        .source(Profile.of("did:web:college.example", "College"))
        .term("Fall")
        .more(EXTENSION)
        .build();
  }

  static Achievement fullAchievement() {
    Alignment alignment =
        Alignment.of("Programming", "https://frameworks.example/items/1")
            .in("Framework", "P.1", AlignmentTargetType.CF_ITEM);
    return Achievement.builder("https://uni.example/python-101", "Python 101")
        .description("Programs for data")
        .criteria(Criteria.of("Pass the exam"))
        .achievementType(AchievementType.MICRO_CREDENTIAL)
        .alignment(alignment)
        .creator(issuer())
        .credits(new BigDecimal("5.0"))
        .fieldOfStudy("Informatics")
        .humanCode("PY-101")
        .image(Image.of("https://uni.example/python.png"))
        .inLanguage("en")
        .otherIdentifier(new IdentifierEntry("PY", new IdentifierType("ext:catalogue")))
        .related(Related.of("https://uni.example/python-101-de"))
        .resultDescription(
            ResultDescription.builder("urn:example:grade", "Grade", ResultType.LETTER_GRADE)
                .allowedValues(List.of("C", "B", "A"))
                .requiredValue("C")
                .build())
        .resultDescription(
            ResultDescription.builder("urn:example:rubric", "Rubric", ResultType.RUBRIC_CRITERION)
                .alignment(alignment)
                .rubricCriterionLevels(
                    List.of(
                        RubricCriterionLevel.of("urn:example:begun", "Begun"),
                        new RubricCriterionLevel(
                            "urn:example:mastered",
                            RubricCriterionLevel.TYPES,
                            "Mastered",
                            Optional.of("All of it"),
                            Optional.of("2"),
                            Optional.of("10"),
                            List.of(alignment),
                            EXTENSION)))
                .requiredLevel("urn:example:begun")
                .build())
        .resultDescription(
            ResultDescription.builder("urn:example:status", "Status", ResultType.STATUS)
                .range("0", "1")
                .build())
        .specialization("Data")
        .tag("python")
        .tag("data")
        .version("2")
        .more(EXTENSION)
        .build();
  }
}
