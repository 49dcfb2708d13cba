package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementSubject;
import org.microcred.model.AssessedResult;
import org.microcred.model.AssessedResult.Requirement;
import org.microcred.model.Assessment;
import org.microcred.model.Evidence;
import org.microcred.model.Profile;
import org.microcred.model.Result;
import org.microcred.model.ResultDescription;
import org.microcred.model.ResultStatus;
import org.microcred.model.RubricCriterionLevel;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.HeldAlignment;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingBuilder;

/** Reads badges as holdings (Open Badges 3.0, AchievementCredential). */
public final class Badges {
  /** The contexts in which allowedValue is a list; in those before it is a set. */
  private static final Set<JsonValue> ORDERED_VALUES =
      Set.of(
          new JsonString("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"),
          new JsonString("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"));

  private Badges() {}

  /**
   * {@return what a badge says, as far as rules can see}
   *
   * @param credential a badge
   */
  public static Holding holding(AchievementCredential credential) {
    AchievementSubject subject = credential.subject();
    Achievement achievement = subject.achievement();
    // Open Badges 3.0 requires the id, and a badge that exists conforms.
    HoldingBuilder holding =
        Holding.builder(credential.id().orElseThrow(), achievement.id())
            .name(achievement.name())
            .issuer(credential.issuer().id());
    subject.source().map(Profile::id).ifPresent(holding::source);
    // Less than nothing is no amount: it stays unknown.
    subject
        .creditsEarned()
        .or(achievement::creditsAvailable)
        .filter(credits -> credits.signum() >= 0)
        .ifPresent(holding::credits);
    achievement.tags().forEach(holding::tag);
    achievement.alignments().stream().map(HeldAlignment::of).forEach(holding::alignment);
    facts(credential, holding);
    boolean valuesAreOrdered =
        credential.json().list("@context").stream().anyMatch(ORDERED_VALUES::contains);
    subject
        .results()
        .forEach(result -> holding.result(result(result, achievement, valuesAreOrdered)));
    // What is announced and has no result must not be overlooked where every result counts.
    achievement.resultDescriptions().stream()
        .map(ResultDescription::id)
        .filter(
            id ->
                subject.results().stream()
                    .noneMatch(r -> r.resultDescription().filter(id::equals).isPresent()))
        .map(HeldResult::missing)
        .forEach(holding::result);
    holding.document(credential.json());
    credential.awardedDate().ifPresent(holding::awarded);
    credential.validFrom().ifPresent(holding::validFrom);
    credential.validUntil().ifPresent(holding::expires);
    return holding
        .status(mayBeRevoked(credential) ? Holding.Status.UNKNOWN : Holding.Status.ACTIVE)
        .build();
  }

  /** What filters may ask for that has no place of its own. */
  private static void facts(AchievementCredential credential, HoldingBuilder holding) {
    facts(credential.subject().achievement(), holding);
    for (Evidence evidence : credential.evidence()) {
      evidence.types().forEach(type -> holding.fact("evidence", type));
      evidence.genre().ifPresent(genre -> holding.fact("evidence", genre));
    }
    Assessment assessment = credential.assessment();
    if (assessment.results().stream().map(AssessedResult::result).anyMatch(Badges::isJudged)) {
      holding.fact("assessed", "true");
    }
    passed(assessment).ifPresent(passed -> holding.fact("passed", passed.toString()));
  }

  private static void facts(Achievement achievement, HoldingBuilder holding) {
    achievement.achievementType().ifPresent(type -> holding.fact("type", type.value()));
    achievement.fieldOfStudy().ifPresent(field -> holding.fact("field", field));
    achievement.version().ifPresent(version -> holding.fact("version", version));
  }

  /** Whether somebody was judged, and not merely present. */
  private static boolean isJudged(Result result) {
    return result.value().isPresent() || result.achievedLevel().isPresent();
  }

  /** Whether all that the issuer requires was reached; empty where nothing is, or nobody knows. */
  private static Optional<Boolean> passed(Assessment assessment) {
    List<Requirement> requirements =
        assessment.results().stream().map(AssessedResult::requirement).toList();
    if (requirements.contains(Requirement.NOT_MET)) {
      return Optional.of(false);
    }
    return requirements.contains(Requirement.MET) && !requirements.contains(Requirement.UNKNOWN)
        ? Optional.of(true)
        : Optional.empty();
  }

  /**
   * {@return an award that was earned by a policy}
   *
   * @param award what is awarded
   * @param policy the id of the policy
   * @param at when it was earned
   */
  public static Holding award(Achievement award, String policy, Instant at) {
    HoldingBuilder holding = Holding.builder(policy, award.id()).name(award.name()).awarded(at);
    award.creditsAvailable().filter(c -> c.signum() >= 0).ifPresent(holding::credits);
    award.tags().forEach(holding::tag);
    award.alignments().stream().map(HeldAlignment::of).forEach(holding::alignment);
    facts(award, holding);
    return holding.build();
  }

  /** A badge that was something else before has its status looked up where that one has it. */
  private static boolean mayBeRevoked(AchievementCredential credential) {
    return !credential.status().isEmpty() || !credential.origin().isEmpty();
  }

  private static HeldResult result(
      Result result, Achievement achievement, boolean valuesAreOrdered) {
    HeldResult.Scale scale =
        achievement.resultDescriptions().stream()
            .filter(d -> result.resultDescription().filter(d.id()::equals).isPresent())
            .findFirst()
            .map(description -> scale(description, valuesAreOrdered))
            .orElse(HeldResult.Scale.NONE);
    return new HeldResult(
        result.resultDescription(),
        result.value(),
        result.achievedLevel(),
        result.status().map(ResultStatus::value),
        scale,
        alignments(result, achievement));
  }

  /** What a result is one in: what it says itself, and what its description says. */
  private static List<HeldAlignment> alignments(Result result, Achievement achievement) {
    return Stream.concat(
            result.alignments().stream(),
            achievement.resultDescriptions().stream()
                .filter(d -> result.resultDescription().filter(d.id()::equals).isPresent())
                .flatMap(d -> d.alignments().stream()))
        .map(HeldAlignment::of)
        .toList();
  }

  /**
   * A scale only from what a signature fixes. The order of rubric levels is none of that, whatever
   * the context, so they are ordered by their points; the order of allowed values is, where the
   * context makes them a list.
   */
  private static HeldResult.Scale scale(ResultDescription description, boolean valuesAreOrdered) {
    List<List<String>> steps = new ArrayList<>();
    rubric(description)
        .forEach(
            level -> {
              List<String> names = new ArrayList<>(List.of(level.id()));
              level.level().ifPresent(names::add);
              names.add(level.name());
              steps.add(names);
            });
    if (description.rubricCriterionLevels().isEmpty() && valuesAreOrdered) {
      description.allowedValues().forEach(value -> steps.add(List.of(value)));
    }
    return new HeldResult.Scale(
        steps, number(description.valueMin()), number(description.valueMax()));
  }

  /** The levels from low to high; none when their points do not tell. */
  private static Collection<RubricCriterionLevel> rubric(ResultDescription description) {
    TreeMap<BigDecimal, RubricCriterionLevel> byPoints = new TreeMap<>();
    for (RubricCriterionLevel level : description.rubricCriterionLevels()) {
      Optional<BigDecimal> points = number(level.points());
      if (points.isEmpty() || byPoints.put(points.get(), level) != null) {
        return List.of();
      }
    }
    return byPoints.values();
  }

  private static Optional<BigDecimal> number(Optional<String> value) {
    return value.flatMap(Decimals::read);
  }
}
