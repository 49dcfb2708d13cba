package org.microcred.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.microcred.model.AssessedResult.Requirement;
import org.microcred.model.internal.Numbers;

/**
 * What a result description says about its results, prepared once for all of them. Orders are taken
 * only from what a signature fixes: the numbers of numeric results, allowed values where the
 * context makes them a list, rubric levels by their points. Whatever cannot be compared is unknown.
 */
final class ResultScale {
  /** Results whose values are numbers, of which greater ones are better. */
  private static final Set<ResultType> NUMERIC =
      Set.of(
          ResultType.GRADE_POINT_AVERAGE,
          ResultType.PERCENT,
          ResultType.PREDICTED_SCORE,
          ResultType.RAW_SCORE,
          ResultType.RUBRIC_SCORE,
          ResultType.SCALED_SCORE);

  private final ResultDescription description;
  private final Map<String, Integer> allowedValues;
  private final boolean valuesAreOrdered;
  private final Map<String, RubricCriterionLevel> levels;
  private final boolean levelsAreOrdered;

  ResultScale(ResultDescription description, boolean allowedValuesAreAList) {
    this.description = description;
    allowedValues = new HashMap<>();
    description.allowedValues().forEach(value -> allowedValues.put(value, allowedValues.size()));
    valuesAreOrdered =
        allowedValuesAreAList && allowedValues.size() == description.allowedValues().size();
    levels = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (RubricCriterionLevel level : description.rubricCriterionLevels()) {
      if (levels.put(level.id(), level) != null) {
        ambiguous.add(level.id());
      }
    }
    levels.keySet().removeAll(ambiguous);
    TreeSet<BigDecimal> distinct = new TreeSet<>();
    levelsAreOrdered =
        description.rubricCriterionLevels().stream()
            .allMatch(level -> points(level).filter(distinct::add).isPresent());
  }

  AssessedResult assess(Result result) {
    return new AssessedResult(
        result,
        Optional.of(description),
        result.achievedLevel().flatMap(id -> Optional.ofNullable(levels.get(id))),
        requirement(result));
  }

  private Requirement requirement(Result result) {
    Requirement value =
        description
            .requiredValue()
            .map(least -> result.value().map(is -> value(is, least)).orElse(Requirement.UNKNOWN))
            .orElse(Requirement.NONE);
    Requirement level =
        description
            .requiredLevel()
            .map(
                least ->
                    result.achievedLevel().map(is -> level(is, least)).orElse(Requirement.UNKNOWN))
            .orElse(Requirement.NONE);
    // What was missed decides, then what is unknown.
    for (Requirement one : List.of(Requirement.NOT_MET, Requirement.UNKNOWN, Requirement.MET)) {
      if (value == one || level == one) {
        return one;
      }
    }
    return Requirement.NONE;
  }

  private Requirement value(String is, String least) {
    Integer place = allowedValues.get(is);
    Integer leastPlace = allowedValues.get(least);
    if (!allowedValues.isEmpty() && (place == null || leastPlace == null)) {
      return Requirement.UNKNOWN;
    }
    if (is.equals(least)) {
      return Requirement.MET;
    }
    if (place != null && leastPlace != null && valuesAreOrdered) {
      return reached(place, leastPlace);
    }
    return NUMERIC.contains(description.resultType()) ? number(is, least) : Requirement.UNKNOWN;
  }

  private Requirement number(String is, String least) {
    Optional<BigDecimal> value = decimal(is).filter(this::isInRange);
    Optional<BigDecimal> bound = decimal(least);
    return value.isPresent() && bound.isPresent()
        ? reached(value.get(), bound.get())
        : Requirement.UNKNOWN;
  }

  private boolean isInRange(BigDecimal value) {
    return holds(description.valueMin(), min -> value.compareTo(min) >= 0)
        && holds(description.valueMax(), max -> value.compareTo(max) <= 0);
  }

  /** A bound that is there must be a number. */
  private boolean holds(Optional<String> bound, Predicate<BigDecimal> within) {
    return bound.isEmpty() || bound.flatMap(this::decimal).filter(within).isPresent();
  }

  private Requirement level(String is, String least) {
    RubricCriterionLevel achieved = levels.get(is);
    RubricCriterionLevel required = levels.get(least);
    if (achieved == null || required == null) {
      return Requirement.UNKNOWN;
    }
    if (is.equals(least)) {
      return Requirement.MET;
    }
    return levelsAreOrdered
        ? reached(points(achieved).orElseThrow(), points(required).orElseThrow())
        : Requirement.UNKNOWN;
  }

  private static Optional<BigDecimal> points(RubricCriterionLevel level) {
    return level.points().flatMap(Numbers::spelled);
  }

  private static <T extends Comparable<T>> Requirement reached(T is, T least) {
    return is.compareTo(least) >= 0 ? Requirement.MET : Requirement.NOT_MET;
  }

  /** A share of something is no number to compare with others, unless all of them are shares. */
  private Optional<BigDecimal> decimal(String text) {
    boolean comparable = !text.endsWith("%") || description.resultType().equals(ResultType.PERCENT);
    return comparable ? Numbers.spelled(text) : Optional.empty();
  }
}
