package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.DocumentLoader;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementCredentialBuilder;
import org.microcred.model.AchievementSubject;
import org.microcred.model.AchievementType;
import org.microcred.model.CredentialSchema;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.model.Profile;
import org.microcred.model.Result;
import org.microcred.model.Violation;

class CredentialSchemasTest {
  private static final String SCHEMAS = "https://purl.imsglobal.org/spec/ob/v3p0/schema/";
  private static final String OFFICIAL = SCHEMAS + "json/ob_v3p0_achievementcredential_schema.json";
  private static final String OWN = "https://uni.example/s.json";
  private static final Achievement PYTHON =
      Achievement.builder("https://uni.example/python-101", "Python 101").build();

  @Test
  void areKeptByACredentialThatNamesNone() {
    assertThat(check(badge(PYTHON).build(), DocumentLoader.none())).isEqualTo(Findings.none());
  }

  @Test
  void comeFromTheLoader() {
    AchievementCredential badge = badge(PYTHON, OWN).build();
    assertThat(check(badge, Badges.documents(OWN, "{\"required\": [\"id\"]}")))
        .isEqualTo(Findings.none());
    Findings findings = check(badge, Badges.documents(OWN, "{\"required\": [\"evidence\"]}"));
    assertThat(codes(findings.failures())).containsExactly("schema.violated");
  }

  @Test
  void areUnknownWhenTheyCannotBeHad() {
    AchievementCredential badge = badge(PYTHON, OWN).build();
    DocumentLoader broken =
        url -> {
          throw new IllegalStateException("broken");
        };
    for (DocumentLoader loader : List.of(DocumentLoader.none(), broken)) {
      Findings findings = check(badge, loader);
      assertThat(findings.failures()).isEmpty();
      assertThat(codes(findings.unknowns())).containsExactly("schema.not-checked");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json/ob_v3p0_achievementcredential_schema.json",
        "json/ob_v3p0_achievementcredential_schema-3.0.3.json",
        "json-ld/ob_v3p0_anyachievementcredential_schema.json"
      })
  void ofOpenBadgesAreAnsweredWithoutALoader(String schema) {
    AchievementCredentialBuilder badge = badge(PYTHON, SCHEMAS + schema);
    assertThat(check(badge.build(), DocumentLoader.none())).isEqualTo(Findings.none());
    Achievement party =
        Achievement.builder("https://uni.example/party", "Party")
            .achievementType(new AchievementType("Party"))
            .build();
    assertThat(
            codes(check(badge(party, SCHEMAS + schema).build(), DocumentLoader.none()).failures()))
        .containsExactly("ob.vocabulary");
  }

  @Test
  void ofOpenBadgesAreAskedOfTheLoaderFirst() {
    Findings findings =
        check(
            badge(PYTHON, OFFICIAL).build(), Badges.documents(OFFICIAL, "{\"required\": [\"x\"]}"));
    assertThat(codes(findings.failures())).containsExactly("schema.violated");
  }

  @Test
  void doNotSayWhatOnlyTheProseOfOpenBadgesSays() {
    AchievementSubject subject =
        AchievementSubject.builder(PYTHON).result(Result.value("urn:example:no", "A")).build();
    AchievementCredential badge =
        AchievementCredential.builder(Profile.of("did:web:uni.example", "University"), subject)
            .schema(CredentialSchema.of(OFFICIAL, "JsonSchema"))
            .build();
    assertThat(check(badge, DocumentLoader.none())).isEqualTo(Findings.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json/ob_v3p0_endorsementcredential_schema.json",
        "json/ob_v3p0_achievementcredential_schema.json/x",
        "json/ob_v3p0_achievementcredential_schema-40.0.0.json"
      })
  void ofAnotherKindOrVersionAreNotAnsweredForABadge(String schema) {
    Findings findings = check(badge(PYTHON, SCHEMAS + schema).build(), DocumentLoader.none());
    assertThat(codes(findings.unknowns())).containsExactly("schema.not-checked");
  }

  @Test
  void areReadWithinLimits() {
    Findings findings =
        CredentialSchemas.check(
            badge(PYTHON, OWN).build(),
            Badges.documents(OWN, "{\"description\": \"much too long\"}"),
            Limits.defaults().toBuilder().stringLength(5).build());
    assertThat(findings.passed()).isFalse();
    assertThat(findings.failures()).isEmpty();
  }

  private static AchievementCredentialBuilder badge(Achievement achievement, String... schemas) {
    AchievementCredentialBuilder badge =
        AchievementCredential.builder(
            Profile.of("did:web:uni.example", "University"), Badges.LEARNER, achievement);
    for (String schema : schemas) {
      badge.schema(CredentialSchema.of(schema, "1EdTechJsonSchemaValidator2019"));
    }
    return badge;
  }

  private static Findings check(AchievementCredential badge, DocumentLoader loader) {
    return CredentialSchemas.check(badge, loader);
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(Violation::code).toList();
  }
}
