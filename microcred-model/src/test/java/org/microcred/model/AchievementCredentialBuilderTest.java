package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class AchievementCredentialBuilderTest {
  @Test
  void aNewerVersionKeepsTheDayOfTheAward() {
    Instant first = Instant.parse("2025-05-01T00:00:00Z");
    Instant later = Instant.parse("2026-05-01T00:00:00Z");
    AchievementCredential badge = Badges.small().validFrom(first).build();
    AchievementCredential newer = badge.reissue(later).build();
    assertThat(newer.id()).isEqualTo(badge.id());
    assertThat(newer.validFrom()).contains(later);
    assertThat(newer.awardedDate()).contains(first);
    AchievementCredential newest = newer.reissue(later.plusSeconds(1)).build();
    assertThat(newest.awardedDate()).contains(first);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> newer.reissue(later))
        .withMessageContaining("validFrom: later than 2026-05-01T00:00:00Z");
  }

  @Test
  void writesASmallBadgeForTheDataModel2() {
    String json = Json.write(Badges.small().id("urn:example:1").build().json());
    assertThat(json)
        .isEqualTo(
            """
            {"@context":["https://www.w3.org/ns/credentials/v2",\
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],\
            "id":"urn:example:1","type":["VerifiableCredential","OpenBadgeCredential"],\
            "issuer":{"id":"did:web:uni.example","type":["Profile"],"name":"Example University"},\
            "validFrom":"2026-03-01T08:00:00Z","credentialSubject":{"id":"did:example:learner",\
            "type":["AchievementSubject"],"achievement":{"id":"https://uni.example/python-101",\
            "type":["Achievement"],"creditsAvailable":5,\
            "criteria":{"id":"https://uni.example/python-101"},"description":"Python 101",\
            "name":"Python 101"}}}""");
  }

  @Test
  void writesASmallBadgeForTheDataModel11() {
    AchievementCredential badge = Badges.small().dataModel(DataModel.VC_1_1).build();
    assertThat(badge.dataModel()).isEqualTo(DataModel.VC_1_1);
    assertThat(badge.name()).contains("Python 101");
    assertThat(badge.validFrom()).contains(Badges.NOW);
    assertThat(badge.json().string("issuanceDate")).contains("2026-03-01T08:00:00Z");
    assertThat(badge.json().has("validFrom")).isFalse();
    assertThat(badge.json().list("@context").get(0))
        .isEqualTo(new JsonString("https://www.w3.org/2018/credentials/v1"));
  }

  @Test
  void givesEveryNewBadgeAnIdOfItsOwnAndTheSystemsTime() {
    AchievementCredentialBuilder builder =
        AchievementCredential.builder(Badges.issuer(), Badges.LEARNER, Badges.python());
    Instant before = Instant.now().minusSeconds(1);
    AchievementCredential one = builder.build();
    AchievementCredential two = builder.build();
    assertThat(one.id().orElseThrow()).startsWith("urn:uuid:").isNotEqualTo(two.id().orElseThrow());
    assertThat(one.validFrom().orElseThrow())
        .isBetween(before, Instant.now())
        .isEqualTo(one.validFrom().orElseThrow().truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void carriesEveryPart() {
    AchievementCredential badge = Badges.full().build();
    assertThat(badge.subject().achievement()).isEqualTo(Badges.fullAchievement());
    assertThat(badge.subjectIds()).containsExactly(Badges.LEARNER);
    assertThat(badge.evidence()).hasSize(2);
    assertThat(badge.awardedDate()).contains(Badges.NOW.minusSeconds(60));
    assertThat(badge.validUntil()).contains(Badges.NOW.plusSeconds(86_400));
    assertThat(badge.image()).contains(Image.of("https://uni.example/badge.png", "A snake"));
    assertThat(badge.description()).contains("Awarded after a project.");
    assertThat(badge.schemas()).hasSize(1);
    assertThat(badge.status())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.types()).containsExactly("BitstringStatusListEntry");
              assertThat(s.more().string("statusListIndex")).contains("7");
            });
    assertThat(badge.json().string("ext:note")).contains("kept");
    assertThat(badge.json().list("@context")).hasSize(3);
    assertThat(Credential.read(badge.json()).findings()).isEqualTo(Findings.none());
  }

  @Test
  void namesEverythingThatIsWrong() {
    Achievement nowhere = Achievement.builder("not a uri", "Nothing").inLanguage("ENGLISH").build();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AchievementCredential.builder(Profile.of("uni", "Uni"), "learner", nowhere).build())
        .withMessageContaining("/issuer/id: is not an absolute URI")
        .withMessageContaining("/credentialSubject/id: is not an absolute URI")
        .withMessageContaining("/credentialSubject/achievement/id: is not an absolute URI")
        .withMessageContaining("/credentialSubject/achievement/criteria/id: is not an absolute URI")
        .withMessageContaining("/credentialSubject/achievement/inLanguage: is not a language code");
  }

  @Test
  void refusesNullsAndMembersThatHaveMethods() {
    assertThatNullPointerException()
        .isThrownBy(() -> Badges.small().name(nothing()))
        .withMessage("name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Badges.small().member("proof", JsonObject.EMPTY))
        .withMessageContaining("proof");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Badges.small().member("validFrom", JsonObject.EMPTY));
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return (T) null;
  }

  @Test
  void keepsWhatItDoesNotTouch() throws Exception {
    AchievementCredential badge = Badges.full().build();
    JsonObject signed =
        badge.json().with("proof", JsonObject.builder().put("type", "DataIntegrityProof").build());
    AchievementCredential read = (AchievementCredential) Credential.parse(Json.writeBytes(signed));
    assertThat(read.toBuilder().build()).as("without the proof").isEqualTo(badge);
    AchievementCredential renamed = read.toBuilder().name("Another").build();
    assertThat(renamed.json()).isEqualTo(badge.json().with("name", new JsonString("Another")));
  }

  @Test
  void addsToWhatIsThere() {
    AchievementCredential badge = Badges.full().build();
    AchievementCredential more =
        badge.toBuilder()
            .evidence(Evidence.ofNarrative("Another talk"))
            .result(Result.value("urn:example:grade", "A"))
            .status(CredentialStatus.of("1EdTechRevocationList", JsonObject.EMPTY))
            .context("https://uni.example/context.json")
            .context("https://uni.example/context.json")
            .build();
    assertThat(more.evidence()).hasSize(3);
    assertThat(more.subject().results()).hasSize(4);
    assertThat(more.status()).hasSize(2);
    assertThat(more.json().get("credentialStatus").orElseThrow()).isInstanceOf(JsonArray.class);
    assertThat(more.json().list("@context")).hasSize(4);
  }

  @Test
  void movesBetweenTheDataModels() {
    AchievementCredential badge = Badges.full().build();
    AchievementCredential old =
        badge.toBuilder()
            .dataModel(DataModel.VC_1_1)
            .issuer(Profile.of("did:web:uni.example"))
            .build();
    assertThat(List.of("issuanceDate", "expirationDate")).allMatch(old.json()::has);
    assertThat(List.of("validFrom", "validUntil")).noneMatch(old.json()::has);
    assertThat(old.validFrom()).isEqualTo(badge.validFrom());
    assertThat(old.validUntil()).isEqualTo(badge.validUntil());
    assertThat(old.issuer()).isEqualTo(Profile.of("did:web:uni.example"));
    assertThat(old.toBuilder().dataModel(DataModel.VC_2_0).build().json().string("validFrom"))
        .isEqualTo(badge.json().string("validFrom"));
  }

  @Test
  void isEqualWhenItsJsonIs() {
    AchievementCredential badge = Badges.full().build();
    assertThat(badge)
        .isEqualTo(Badges.full().build())
        .hasSameHashCodeAs(Badges.full().build())
        .isNotEqualTo(Badges.full().name("Another").build())
        .hasToString("AchievementCredential urn:uuid:0b6c2a5e-6f1d-4a1f-8f8e-0d3f3c2b1a00");
  }

  @Test
  void writesCreditsAsTheyWereMeant() {
    AchievementBuilder builder = Achievement.builder("urn:example:a", "A");
    assertThat(builder.credits(5).build().toJson().get("creditsAvailable"))
        .hasToString("Optional[5]");
    assertThat(builder.credits(2.5).build().toJson().get("creditsAvailable"))
        .hasToString("Optional[2.5]");
    assertThat(builder.credits(300.0).build().toJson().get("creditsAvailable"))
        .hasToString("Optional[300]");
    assertThat(builder.credits(new BigDecimal("5.00")).build().toJson().get("creditsAvailable"))
        .hasToString("Optional[5.00]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.credits(Double.NaN))
        .withMessage("credits is not finite");
  }

  @Test
  void refusesWhatAReaderWouldRefuse() {
    Achievement endless =
        Achievement.builder("urn:example:a", "A").credits(new BigDecimal("1".repeat(33))).build();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> AchievementCredential.builder(Badges.issuer(), "did:example:a", endless).build())
        .withMessageContaining("/credentialSubject/achievement/creditsAvailable");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Badges.small().name("\ud800").build())
        .withMessageContaining("/name");
  }

  @Test
  void writesAProfileOfWhichOnlyTheIdIsKnownAsAnObjectBesideTheIssuer() {
    Profile assessor = Profile.of("https://school.example/assessor");
    Achievement achievement =
        Achievement.builder("https://uni.example/a", "A").creator(assessor).build();
    AchievementSubject subject =
        AchievementSubject.of("did:example:learner", achievement).toBuilder()
            .source(assessor)
            .build();
    AchievementCredential badge =
        AchievementCredential.builder(Profile.of("https://uni.example", "Uni"), subject).build();
    assertThat(badge.subject().source().orElseThrow().id()).isEqualTo(assessor.id());
    assertThat(badge.subject().achievement().creator().orElseThrow().id()).isEqualTo(assessor.id());
  }
}
