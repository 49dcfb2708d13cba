package org.microcred.verify.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementSubject;
import org.microcred.model.AchievementType;
import org.microcred.model.Alignment;
import org.microcred.model.AlignmentTargetType;
import org.microcred.model.AssessedResult;
import org.microcred.model.Evidence;
import org.microcred.model.IdentityObject;
import org.microcred.model.Profile;
import org.microcred.model.ResultStatus;
import org.microcred.model.RubricCriterionLevel;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.Check;
import org.microcred.verify.Report;
import org.microcred.verify.VerificationReport;

/** The skills that a report vouches for, as skills.schema.json describes them. */
public final class SkillsJson {
  private SkillsJson() {}

  /** The skills of every verified badge in a verified document; none of anything else. */
  public static JsonObject of(Report report) {
    List<JsonObject> skills = new ArrayList<>();
    if (report.outcome() == VerificationReport.Outcome.VERIFIED) {
      collect(report, skills);
    }
    return JsonObject.builder()
        .put("outcome", report.outcome().name())
        .put("verifiedAt", report.verifiedAt().toString())
        .put("skills", new JsonArray(List.copyOf(skills)))
        .build();
  }

  private static void collect(Report report, List<JsonObject> skills) {
    if (report instanceof VerificationReport.Verified verified
        && verified.credential() instanceof AchievementCredential badge) {
      skills.addAll(of(badge, verified));
    }
    for (VerificationReport.Embedded child : report.embedded()) {
      if (child.report() instanceof VerificationReport.Verified) {
        collect(child.report(), skills);
      }
    }
  }

  private static List<JsonObject> of(AchievementCredential badge, Report report) {
    AchievementSubject subject = badge.subject();
    Achievement achievement = subject.achievement();
    List<AssessedResult> results = badge.assessment().results();
    JsonObject.Builder rest =
        JsonObject.builder()
            .put("achievement", achievement(achievement))
            .put("results", array(results.stream().map(SkillsJson::result)))
            .put("evidence", array(badge.evidence().stream().map(SkillsJson::evidence)))
            .put("issuer", issuer(badge.issuer()));
    text(rest, "credentialId", badge.id());
    text(rest, "awardedDate", badge.awardedDate().map(Instant::toString));
    text(rest, "validFrom", badge.validFrom().map(Instant::toString));
    text(rest, "validUntil", badge.validUntil().map(Instant::toString));
    JsonObject common =
        rest.put("reservations", array(report.checks().stream().flatMap(SkillsJson::reservation)))
            .build();
    return skills(achievement, results).stream()
        .map(
            skill ->
                JsonObject.builder()
                    .put("person", person(subject))
                    .put("skill", skill)
                    .putAll(common)
                    .build())
        .toList();
  }

  /**
   * The nodes of frameworks that the achievement and the results that were not missed align with,
   * each once; the achievement itself when there are none.
   */
  private static List<JsonObject> skills(Achievement achievement, List<AssessedResult> results) {
    Map<String, JsonObject> skills = new LinkedHashMap<>();
    Stream<Alignment> ofResults =
        results.stream()
            .filter(result -> result.requirement() != AssessedResult.Requirement.NOT_MET)
            .flatMap(
                result ->
                    Stream.concat(
                        result.result().alignments().stream(),
                        result.description().stream().flatMap(d -> d.alignments().stream())));
    Stream.concat(achievement.alignments().stream(), ofResults)
        .forEach(alignment -> skills.putIfAbsent(alignment.targetUrl(), skill(alignment)));
    if (skills.isEmpty()) {
      return List.of(
          JsonObject.builder()
              .put("name", achievement.name())
              .put("uri", achievement.id())
              .build());
    }
    return List.copyOf(skills.values());
  }

  private static JsonObject skill(Alignment alignment) {
    JsonObject.Builder json =
        JsonObject.builder().put("name", alignment.targetName()).put("uri", alignment.targetUrl());
    text(json, "framework", alignment.targetFramework());
    text(json, "code", alignment.targetCode());
    text(json, "type", alignment.targetType().map(AlignmentTargetType::value));
    return json.build();
  }

  private static JsonObject person(AchievementSubject subject) {
    return JsonObject.builder()
        .put("ids", array(subject.id().stream().map(JsonString::new)))
        .put("identifiers", array(subject.identifiers().stream().map(SkillsJson::identifier)))
        .build();
  }

  private static JsonObject identifier(IdentityObject identity) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("type", identity.identityType().value())
            .put("value", identity.identityHash())
            .put("hashed", JsonBoolean.of(identity.hashed()));
    text(json, "salt", identity.salt());
    return json.build();
  }

  private static JsonObject achievement(Achievement achievement) {
    JsonObject.Builder json =
        JsonObject.builder().put("id", achievement.id()).put("name", achievement.name());
    text(json, "type", achievement.achievementType().map(AchievementType::value));
    return json.build();
  }

  private static JsonObject result(AssessedResult assessed) {
    JsonObject.Builder json = JsonObject.builder();
    text(json, "name", assessed.description().map(description -> description.name()));
    text(json, "value", assessed.result().value());
    text(json, "level", assessed.level().map(RubricCriterionLevel::name));
    text(json, "status", assessed.result().status().map(ResultStatus::value));
    return json.put("requirement", assessed.requirement().name()).build();
  }

  private static JsonObject evidence(Evidence evidence) {
    JsonObject.Builder json = JsonObject.builder();
    text(json, "id", evidence.id());
    text(json, "name", evidence.name());
    text(json, "description", evidence.description());
    text(json, "narrative", evidence.narrative());
    return json.build();
  }

  private static JsonObject issuer(Profile issuer) {
    JsonObject.Builder json = JsonObject.builder().put("id", issuer.id());
    text(json, "name", issuer.name());
    return json.build();
  }

  /** A check that was not required and did not pass: whoever reads the skill must know. */
  private static Stream<JsonObject> reservation(Check check) {
    boolean isFine =
        check.outcome() == Check.Outcome.PASSED
            || check.cause().equals(Optional.of(Check.Cause.NOT_APPLICABLE));
    return isFine
        ? Stream.empty()
        : Stream.of(
            JsonObject.builder()
                .put("check", check.id().key())
                .put("outcome", check.outcome().name())
                .put("codes", array(check.problems().stream().map(p -> new JsonString(p.code()))))
                .build());
  }

  private static void text(JsonObject.Builder json, String name, Optional<String> value) {
    json.putIfPresent(name, value.map(JsonString::new));
  }

  private static JsonArray array(Stream<? extends JsonValue> items) {
    return new JsonArray(List.copyOf(items.toList()));
  }
}
