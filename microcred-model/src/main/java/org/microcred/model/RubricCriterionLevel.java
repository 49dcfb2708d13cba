package org.microcred.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * A level of a rubric criterion (Open Badges 3.0, RubricCriterionLevel).
 *
 * @param id its URI, by which results name it
 * @param types what it is: at least {@code RubricCriterionLevel}
 * @param name its name
 * @param description what it means
 * @param level the performance level in terms of success
 * @param points the points that belong to it
 * @param alignments alignments with rubric criterion levels of frameworks
 * @param more the members that this type does not know
 */
public record RubricCriterionLevel(
    @Uri String id,
    @Includes("RubricCriterionLevel") List<@NotBlank String> types,
    String name,
    Optional<String> description,
    Optional<String> level,
    Optional<String> points,
    List<@Valid Alignment> alignments,
    JsonObject more) {
  /** The types of a level that is nothing else. */
  public static final List<String> TYPES = List.of("RubricCriterionLevel");

  public RubricCriterionLevel {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(points, "points");
    alignments = List.copyOf(alignments);
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a level of which no more is said}
   *
   * @param id its URI
   * @param name its name
   */
  public static RubricCriterionLevel of(String id, String name) {
    return new RubricCriterionLevel(
        id,
        TYPES,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        JsonObject.EMPTY);
  }

  static RubricCriterionLevel read(Cursor in) {
    return in.checked(
        new RubricCriterionLevel(
            in.text("id"),
            in.types(),
            in.text("name"),
            in.optionalText("description"),
            in.optionalText("level"),
            in.optionalText("points"),
            in.objects("alignment", Alignment::read),
            in.more()));
  }

  /** {@return this level as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("id", id)
        .texts("type", types)
        .objects("alignment", alignments, Alignment::toJson)
        .text("description", description)
        .text("level", level)
        .put("name", name)
        .text("points", points)
        .with(more);
  }
}
