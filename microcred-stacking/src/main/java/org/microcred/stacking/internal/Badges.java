package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementSubject;
import org.microcred.model.Alignment;
import org.microcred.model.Profile;
import org.microcred.model.Result;
import org.microcred.model.ResultDescription;
import org.microcred.model.ResultStatus;
import org.microcred.model.RubricCriterionLevel;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingBuilder;

/** Reads badges as holdings (Open Badges 3.0, AchievementCredential). */
public final class Badges {
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
    achievement.alignments().stream().map(Alignment::targetUrl).forEach(holding::alignment);
    subject.results().forEach(result -> holding.result(result(result, achievement)));
    credential.awardedDate().ifPresent(holding::awarded);
    credential.validFrom().ifPresent(holding::validFrom);
    credential.validUntil().ifPresent(holding::expires);
    return holding
        .status(credential.status().isEmpty() ? Holding.Status.ACTIVE : Holding.Status.UNKNOWN)
        .build();
  }

  private static HeldResult result(Result result, Achievement achievement) {
    HeldResult.Scale scale =
        achievement.resultDescriptions().stream()
            .filter(d -> result.resultDescription().filter(d.id()::equals).isPresent())
            .findFirst()
            .map(Badges::scale)
            .orElse(HeldResult.Scale.NONE);
    return new HeldResult(
        result.resultDescription(),
        result.value(),
        result.achievedLevel(),
        result.status().map(ResultStatus::value),
        scale);
  }

  private static HeldResult.Scale scale(ResultDescription description) {
    List<List<String>> steps = new ArrayList<>();
    for (RubricCriterionLevel level : description.rubricCriterionLevels()) {
      List<String> names = new ArrayList<>(List.of(level.id()));
      level.level().ifPresent(names::add);
      names.add(level.name());
      steps.add(names);
    }
    if (steps.isEmpty()) {
      description.allowedValues().forEach(value -> steps.add(List.of(value)));
    }
    return new HeldResult.Scale(
        steps, number(description.valueMin()), number(description.valueMax()));
  }

  private static Optional<BigDecimal> number(Optional<String> value) {
    return value.flatMap(Decimals::read);
  }
}
