package org.microcred.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A result beside what it was assessed against (Open Badges 3.0, Result, ResultDescription).
 *
 * @param result what was achieved
 * @param description the result description that it names; empty when the achievement has none of
 *     that id, or several
 * @param level the rubric criterion level of the description that was achieved; empty when the
 *     result names none, or none that the description has once
 * @param requirement whether what the description requires to pass was achieved
 */
public record AssessedResult(
    Result result,
    Optional<ResultDescription> description,
    Optional<RubricCriterionLevel> level,
    Requirement requirement) {

  /**
   * Whether what is required to pass was achieved. The status of the result is beside the point.
   */
  public enum Requirement {
    /** The description requires nothing, or the result names none. */
    NONE,
    /** The required value or level was reached. */
    MET,
    /** It was missed. */
    NOT_MET,
    /**
     * The document does not tell: the description is not there, the value or level is missing or
     * outside the description, or the order of values or levels is not stated.
     */
    UNKNOWN
  }

  public AssessedResult {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(requirement, "requirement");
  }
}
