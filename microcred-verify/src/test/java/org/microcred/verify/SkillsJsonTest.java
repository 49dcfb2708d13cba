package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementSubject;
import org.microcred.model.Alignment;
import org.microcred.model.AlignmentTargetType;
import org.microcred.model.Evidence;
import org.microcred.model.IdentifierType;
import org.microcred.model.IdentityObject;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Result;
import org.microcred.model.ResultDescription;
import org.microcred.model.ResultType;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

class SkillsJsonTest {
  private final Badges uni = new Badges();

  private static JsonObject skills(Report report) {
    try {
      String json = report.toSkillsJson();
      String schema =
          new String(
              Report.class.getResourceAsStream("skills.schema.json").readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(Badges.conforms(schema, json)).as(json).isEmpty();
      return Json.readObject(json.getBytes(StandardCharsets.UTF_8), Limits.defaults());
    } catch (IOException | InvalidDocumentException e) {
      throw new AssertionError(e);
    }
  }

  private static String at(JsonObject json, String pointer) {
    return Json.write(JsonPointer.parse(pointer).in(json).orElseThrow());
  }

  @Test
  void saysWhoCanDoWhatByWhomAndSinceWhen() throws Exception {
    JsonObject json = skills(uni.verifier().build().verify(uni.sign(assessed("A").toBuilder())));
    assertThat(json.list("skills")).hasSize(2);
    assertThat(at(json, "/outcome")).isEqualTo("\"VERIFIED\"");
    assertThat(at(json, "/skills/0/person"))
        .isEqualTo(
            "{\"ids\":[\"did:example:learner\"],\"identifiers\":[{\"type\":\"emailAddress\","
                + "\"value\":\"a@learner.example\",\"hashed\":false}]}");
    assertThat(at(json, "/skills/0/skill"))
        .isEqualTo(
            "{\"name\":\"Programming\",\"uri\":\"https://skills.example/1\","
                + "\"framework\":\"Skills\",\"code\":\"S1\",\"type\":\"CFItem\"}");
    assertThat(at(json, "/skills/1/skill/uri")).isEqualTo("\"https://skills.example/2\"");
    assertThat(at(json, "/skills/0/results"))
        .isEqualTo("[{\"name\":\"Grade\",\"value\":\"A\",\"requirement\":\"MET\"}]");
    assertThat(at(json, "/skills/0/evidence/0/id")).isEqualTo("\"https://uni.example/work\"");
    assertThat(at(json, "/skills/0/issuer/name")).isEqualTo("\"Example University\"");
    assertThat(at(json, "/skills/0/validFrom")).isEqualTo("\"2026-01-01T00:00:00Z\"");
    assertThat(at(json, "/skills/0/reservations")).isEqualTo("[]");
  }

  @Test
  void leavesOutASkillWhoseResultWasMissed() {
    JsonObject json = skills(uni.verifier().build().verify(uni.sign(assessed("F").toBuilder())));
    assertThat(json.list("skills")).hasSize(1);
    assertThat(at(json, "/skills/0/results/0/requirement")).isEqualTo("\"NOT_MET\"");
  }

  @Test
  void takesTheAchievementWhereNoFrameworkIsNamed() {
    JsonObject json = skills(uni.verifier().build().verify(uni.sign(uni.badge())));
    assertThat(at(json, "/skills/0/skill"))
        .isEqualTo("{\"name\":\"Python 101\",\"uri\":\"https://uni.example/python-101\"}");
  }

  @Test
  void saysWhichAdvisoryChecksDidNotPass() {
    CredentialVerifier lenient =
        CredentialVerifier.builder(TrustPolicy.issuers("did:example:somebody"))
            .advisory(Check.Id.TRUST)
            .clock(Badges.CLOCK)
            .build();
    assertThat(at(skills(lenient.verify(uni.sign(uni.badge()))), "/skills/0/reservations"))
        .isEqualTo(
            "[{\"check\":\"trust\",\"outcome\":\"FAILED\",\"codes\":[\"trust.not-accepted\"]}]");
  }

  @Test
  void comesOfNothingThatIsNotBelieved() {
    String signed = uni.sign(uni.badge()).toText().orElseThrow();
    List<VerificationReport> reports =
        List.of(
            uni.verifier().build().verify(signed.replace("Python 101", "Python 102")),
            uni.verifier().build().verify("junk"),
            CredentialVerifier.builder(TrustPolicy.issuers("did:example:somebody"))
                .clock(Badges.CLOCK)
                .build()
                .verify(signed));
    for (VerificationReport report : reports) {
      assertThat(skills(report).list("skills")).isEmpty();
    }
  }

  @Test
  void comesOfAVerifiedPresentationAndOfNoOther() {
    Holders holders = new Holders();
    assertThat(skills(holders.verify(holders.present(holders.mine()))).list("skills")).hasSize(1);
    var replayed =
        holders.verify(
            holders.present(holders.mine()), PresentationRequest.of("other", Holders.DOMAIN));
    assertThat(skills(replayed).list("skills")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.microcred.verify.EveryForm#samples")
  void hasOneShapeWhateverTheForm(EveryForm.Sample sample) {
    VerificationReport report =
        CredentialVerifier.builder(TrustPolicy.anyone())
            .clock(Badges.CLOCK)
            .build()
            .verify(sample.wire());
    assertThat(skills(report).string("outcome")).contains(report.outcome().name());
  }

  private AchievementCredential assessed(String grade) {
    ResultDescription description =
        ResultDescription.builder("urn:x:grade", "Grade", ResultType.LETTER_GRADE)
            .allowedValues(List.of("F", "A"))
            .requiredValue("A")
            .alignment(Alignment.of("Testing", "https://skills.example/2"))
            .build();
    Achievement achievement =
        Achievement.builder("https://uni.example/python-101", "Python 101")
            .alignment(
                Alignment.of("Programming", "https://skills.example/1")
                    .in("Skills", "S1", AlignmentTargetType.CF_ITEM))
            .resultDescription(description)
            .build();
    AchievementSubject subject =
        AchievementSubject.builder(achievement)
            .id(Badges.LEARNER)
            .identifier(IdentityObject.plain(IdentifierType.EMAIL_ADDRESS, "a@learner.example"))
            .result(Result.value("urn:x:grade", grade))
            .build();
    return AchievementCredential.builder(uni.issuer, subject)
        .validFrom(Badges.NOW.minusSeconds(151 * 86_400L))
        .evidence(Evidence.of("https://uni.example/work", "Work"))
        .build();
  }
}
