package org.microcred.model;

import java.util.List;
import java.util.Objects;

/**
 * What kind of result a result description describes. An extensible vocabulary: a value of an
 * issuer's own begins with {@code ext:}, but any text is kept as it is.
 *
 * @param value the term as it stands in JSON, such as {@code LetterGrade}
 * @see <a href="https://www.imsglobal.org/spec/ob/v3p0/">Open Badges 3.0</a>, ResultType
 */
public record ResultType(String value) implements Vocabulary {
  /** A grade point average. */
  public static final ResultType GRADE_POINT_AVERAGE = new ResultType("GradePointAverage");

  /** A letter grade. */
  public static final ResultType LETTER_GRADE = new ResultType("LetterGrade");

  /** A score in percent. */
  public static final ResultType PERCENT = new ResultType("Percent");

  /** A performance level. */
  public static final ResultType PERFORMANCE_LEVEL = new ResultType("PerformanceLevel");

  /** A predicted score. */
  public static final ResultType PREDICTED_SCORE = new ResultType("PredictedScore");

  /** A raw score. */
  public static final ResultType RAW_SCORE = new ResultType("RawScore");

  /** A generic result. */
  public static final ResultType RESULT = new ResultType("Result");

  /** The result is from a rubric criterion. */
  public static final ResultType RUBRIC_CRITERION = new ResultType("RubricCriterion");

  /** A level of a rubric criterion. */
  public static final ResultType RUBRIC_CRITERION_LEVEL = new ResultType("RubricCriterionLevel");

  /** A rubric score with a name and a number. */
  public static final ResultType RUBRIC_SCORE = new ResultType("RubricScore");

  /** A scaled score. */
  public static final ResultType SCALED_SCORE = new ResultType("ScaledScore");

  /** The status of the achievement. */
  public static final ResultType STATUS = new ResultType("Status");

  private static final List<ResultType> STANDARD =
      List.of(
          GRADE_POINT_AVERAGE,
          LETTER_GRADE,
          PERCENT,
          PERFORMANCE_LEVEL,
          PREDICTED_SCORE,
          RAW_SCORE,
          RESULT,
          RUBRIC_CRITERION,
          RUBRIC_CRITERION_LEVEL,
          RUBRIC_SCORE,
          SCALED_SCORE,
          STATUS);

  public ResultType {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the terms of the specification} */
  public static List<ResultType> standard() {
    return STANDARD;
  }

  @Override
  public boolean isStandard() {
    return STANDARD.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
