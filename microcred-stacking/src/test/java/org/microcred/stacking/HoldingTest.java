package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementBuilder;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementSubject;
import org.microcred.model.Alignment;
import org.microcred.model.CredentialStatus;
import org.microcred.model.Profile;
import org.microcred.model.Result;
import org.microcred.model.ResultDescription;
import org.microcred.model.ResultStatus;
import org.microcred.model.ResultType;
import org.microcred.model.RubricCriterionLevel;
import org.microcred.model.json.JsonObject;
import org.microcred.model.openbadges2.Assertion;

class HoldingTest {
  private static final Profile ISSUER = Profile.of("did:web:uni.example", "Example University");

  private static AchievementBuilder achievement() {
    return Achievement.builder("https://uni.example/python-101", "Python 101");
  }

  private static Holding held(Achievement achievement, Result... results) {
    AchievementSubject.Builder subject =
        AchievementSubject.builder(achievement).id("did:example:learner");
    List.of(results).forEach(subject::result);
    return Holding.of(AchievementCredential.builder(ISSUER, subject.build()).build());
  }

  @Test
  void saysWhatTheBadgeSays() {
    AchievementSubject subject =
        AchievementSubject.builder(
                achievement()
                    .credits(5)
                    .tag("core")
                    .alignment(Alignment.of("Python", "https://skills.example/python"))
                    .build())
            .id("did:example:learner")
            .creditsEarned(new BigDecimal("2.5"))
            .source(Profile.of("did:web:assessor.example", "Assessor"))
            .build();
    Instant from = Instant.parse("2026-02-01T00:00:00Z");
    Instant until = Instant.parse("2027-02-01T00:00:00Z");
    Instant awarded = Instant.parse("2026-01-15T00:00:00Z");
    Holding holding =
        Holding.of(
            AchievementCredential.builder(ISSUER, subject)
                .id("urn:uuid:1")
                .validFrom(from)
                .validUntil(until)
                .awardedDate(awarded)
                .build());
    assertThat(holding.id()).isEqualTo("urn:uuid:1");
    assertThat(holding.achievements()).containsExactly("https://uni.example/python-101");
    assertThat(holding.name()).contains("Python 101");
    assertThat(holding.issuer()).contains("did:web:uni.example");
    assertThat(holding.source()).contains("did:web:assessor.example");
    assertThat(holding.credits()).contains(new BigDecimal("2.5"));
    assertThat(holding.tags()).containsExactly("core");
    assertThat(holding.alignments())
        .containsExactly(HeldAlignment.of("https://skills.example/python"));
    assertThat(holding.awarded()).contains(awarded);
    assertThat(holding.validFrom()).contains(from);
    assertThat(holding.expires()).contains(until);
    assertThat(holding.status()).isEqualTo(Holding.Status.ACTIVE);
  }

  @Test
  void takesTheCreditsAvailableWhereNoneAreSaidToBeEarned() {
    assertThat(held(achievement().credits(5).build()).credits()).contains(BigDecimal.valueOf(5));
    assertThat(held(achievement().build()).credits()).isEmpty();
  }

  @Test
  void takesNegativeCreditsForUnknown() {
    assertThat(held(achievement().credits(-5).build()).credits()).isEmpty();
  }

  @Test
  void doesNotKnowTheStatusThatNobodyLookedUp() {
    AchievementCredential badge =
        AchievementCredential.builder(ISSUER, "did:example:learner", achievement().build())
            .status(CredentialStatus.of("BitstringStatusListEntry", JsonObject.EMPTY))
            .build();
    assertThat(Holding.of(badge).status()).isEqualTo(Holding.Status.UNKNOWN);
  }

  @Test
  void saysWhatABadgeOfOpenBadges2SaysExceptThatItStillStands() throws Exception {
    String assertion =
        """
        {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion",
         "id": "https://club.example/assertions/7",
         "recipient": {"type": "email", "hashed": false, "identity": "ada@learners.example"},
         "issuedOn": "2021-01-02T03:04:05Z", "verification": {"type": "hosted"},
         "badge": {"type": "BadgeClass", "id": "https://club.example/chess", "name": "Chess",
                   "description": "Knows the rules", "image": "https://club.example/chess.svg",
                   "criteria": "https://club.example/chess.html", "tags": ["game"],
                   "issuer": {"type": "Profile", "id": "https://club.example/", "name": "Club",
                              "url": "https://club.example/", "email": "club@club.example"}}}\
        """;
    Holding holding =
        Holding.of(Assertion.parse(assertion.getBytes(StandardCharsets.UTF_8)).toCredential());
    assertThat(holding.id()).isEqualTo("https://club.example/assertions/7");
    assertThat(holding.achievements()).containsExactly("https://club.example/chess");
    assertThat(holding.issuer()).contains("https://club.example/");
    assertThat(holding.tags()).containsExactly("game");
    assertThat(holding.awarded()).contains(Instant.parse("2021-01-02T03:04:05Z"));
    assertThat(holding.status()).isEqualTo(Holding.Status.UNKNOWN);
  }

  /** The holder can turn the order of rubric levels round without breaking the signature. */
  @Test
  void takesNoOrderFromWhatIsNotSigned() {
    ResultDescription rubric =
        ResultDescription.builder("urn:rd:2", "Rubric", ResultType.RUBRIC_CRITERION_LEVEL)
            .rubricCriterionLevels(
                List.of(
                    RubricCriterionLevel.of("urn:level:1", "Novice"),
                    RubricCriterionLevel.of("urn:level:2", "Expert")))
            .build();
    Holding holding =
        held(
            achievement().resultDescription(rubric).build(),
            Result.level("urn:rd:2", "urn:level:1"));
    assertThat(holding.results())
        .extracting(HeldResult::scale)
        .containsExactly(HeldResult.Scale.NONE);
  }

  private static RubricCriterionLevel worth(RubricCriterionLevel level, String points) {
    return new RubricCriterionLevel(
        level.id(),
        level.types(),
        level.name(),
        level.description(),
        level.level(),
        Optional.of(points),
        level.alignments(),
        level.more());
  }

  @Test
  void ordersResultsByTheirOwnDescription() {
    ResultDescription marks =
        ResultDescription.builder("urn:rd:1", "Marks", ResultType.RESULT)
            .allowedValues(List.of("Fail", "Pass"))
            .build();
    ResultDescription rubric =
        ResultDescription.builder("urn:rd:2", "Rubric", ResultType.RUBRIC_CRITERION_LEVEL)
            .rubricCriterionLevels(
                List.of(
                    worth(RubricCriterionLevel.of("urn:level:2", "Expert"), "20"),
                    worth(RubricCriterionLevel.of("urn:level:1", "Novice"), "5")))
            .build();
    ResultDescription percent =
        ResultDescription.builder("urn:rd:3", "Percent", ResultType.PERCENT)
            .range("0", "100")
            .build();
    Holding holding =
        held(
            achievement()
                .resultDescription(marks)
                .resultDescription(rubric)
                .resultDescription(percent)
                .build(),
            Result.value("urn:rd:1", "Pass"),
            Result.level("urn:rd:2", "urn:level:2"),
            Result.value("urn:rd:3", "71"),
            Result.status("urn:rd:1", ResultStatus.COMPLETED));
    assertThat(holding.results())
        .extracting(HeldResult::scale)
        .containsExactly(
            HeldResult.Scale.of("Fail", "Pass"),
            new HeldResult.Scale(
                List.of(List.of("urn:level:1", "Novice"), List.of("urn:level:2", "Expert")),
                Optional.empty(),
                Optional.empty()),
            HeldResult.Scale.between(BigDecimal.ZERO, BigDecimal.valueOf(100)),
            HeldResult.Scale.of("Fail", "Pass"));
    assertThat(holding.results().get(1).achievedLevel()).contains("urn:level:2");
    assertThat(holding.results().get(3).status()).contains("Completed");
  }

  @Test
  void isCopiedWithEverythingItSays() {
    Holding holding =
        Holding.builder("urn:1", "a")
            .alsoAchievement("b")
            .name("A")
            .digest("sha-256:x")
            .issuer("i")
            .source("s")
            .credits(3)
            .tag("t")
            .alignment("https://x.example")
            .result(HeldResult.ofStatus("Completed"))
            .awarded(Policies.NOW)
            .validFrom(Policies.NOW)
            .expires(Policies.NOW)
            .status(Holding.Status.SUSPENDED)
            .build();
    assertThat(holding.toBuilder().build()).isEqualTo(holding).hasSameHashCodeAs(holding);
    assertThat(holding.toBuilder().tag("u").build()).isNotEqualTo(holding);
  }

  @Test
  void refusesLessThanNothing() {
    assertThatThrownBy(() -> Holding.builder("urn:1", "a").credits(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("credits");
  }
}
