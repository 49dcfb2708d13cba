package org.microcred.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Terms;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * A result that a learner achieved (Open Badges 3.0, Result).
 *
 * @param types what it is: at least {@code Result}
 * @param achievedLevel the id of the rubric criterion level that was achieved
 * @param alignments alignments beside those of the result description
 * @param resultDescription the id of the result description in the achievement
 * @param status the status of the achievement
 * @param value the result, such as a grade
 * @param more the members that this type does not know
 */
public record Result(
    @Includes("Result") List<@NotBlank String> types,
    @Uri Optional<String> achievedLevel,
    List<@Valid Alignment> alignments,
    @Uri Optional<String> resultDescription,
    Optional<ResultStatus> status,
    Optional<String> value,
    JsonObject more) {
  /** The types of a result that is nothing else. */
  public static final List<String> TYPES = List.of("Result");

  public Result {
    types = List.copyOf(types);
    Objects.requireNonNull(achievedLevel, "achievedLevel");
    alignments = List.copyOf(alignments);
    Objects.requireNonNull(resultDescription, "resultDescription");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a value}
   *
   * @param resultDescription the id of the result description in the achievement
   * @param value the result, such as a grade
   */
  public static Result value(String resultDescription, String value) {
    return of(resultDescription, Optional.of(value), Optional.empty(), Optional.empty());
  }

  /**
   * {@return a rubric criterion level}
   *
   * @param resultDescription the id of the result description in the achievement
   * @param level the id of the level that was achieved
   */
  public static Result level(String resultDescription, String level) {
    return of(resultDescription, Optional.empty(), Optional.of(level), Optional.empty());
  }

  /**
   * {@return a status}
   *
   * @param resultDescription the id of the result description in the achievement
   * @param status the status of the achievement
   */
  public static Result status(String resultDescription, ResultStatus status) {
    return of(resultDescription, Optional.empty(), Optional.empty(), Optional.of(status));
  }

  private static Result of(
      String resultDescription,
      Optional<String> value,
      Optional<String> level,
      Optional<ResultStatus> status) {
    return new Result(
        TYPES, level, List.of(), Optional.of(resultDescription), status, value, JsonObject.EMPTY);
  }

  static Result read(Cursor in) {
    return in.checked(
        new Result(
            in.types(),
            in.optionalText("achievedLevel"),
            in.objects("alignment", Alignment::read),
            in.optionalText("resultDescription"),
            in.optionalText("status")
                .flatMap(
                    text ->
                        Terms.closed(
                            in, "status", text, ResultStatus::of, List.of(ResultStatus.values()))),
            in.optionalText("value"),
            in.more()));
  }

  /** {@return this result as JSON} */
  public JsonObject toJson() {
    return new Members()
        .texts("type", types)
        .text("achievedLevel", achievedLevel)
        .objects("alignment", alignments, Alignment::toJson)
        .text("resultDescription", resultDescription)
        .text("status", status.map(ResultStatus::value))
        .text("value", value)
        .with(more);
  }
}
