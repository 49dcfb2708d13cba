package org.microcred.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
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
 * A result that an achievement can have (Open Badges 3.0, ResultDescription).
 *
 * @param id its URI, by which results name it
 * @param types what it is: at least {@code ResultDescription}
 * @param name its name
 * @param resultType what kind of result it describes
 * @param alignments alignments with nodes of frameworks
 * @param allowedValues the values a result may have, from low to high
 * @param requiredLevel the id of the rubric criterion level required to pass
 * @param requiredValue the value required to pass
 * @param rubricCriterionLevels the levels a result may name, from low to high
 * @param valueMax the highest value
 * @param valueMin the lowest value
 * @param more the members that this type does not know
 */
public record ResultDescription(
    @Uri String id,
    @Includes("ResultDescription") List<@NotBlank String> types,
    String name,
    ResultType resultType,
    List<@Valid Alignment> alignments,
    List<String> allowedValues,
    @Uri Optional<String> requiredLevel,
    Optional<String> requiredValue,
    List<@Valid RubricCriterionLevel> rubricCriterionLevels,
    Optional<String> valueMax,
    Optional<String> valueMin,
    JsonObject more) {
  /** The types of a result description that is nothing else. */
  public static final List<String> TYPES = List.of("ResultDescription");

  public ResultDescription {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(resultType, "resultType");
    alignments = List.copyOf(alignments);
    allowedValues = List.copyOf(allowedValues);
    Objects.requireNonNull(requiredLevel, "requiredLevel");
    Objects.requireNonNull(requiredValue, "requiredValue");
    rubricCriterionLevels = List.copyOf(rubricCriterionLevels);
    Objects.requireNonNull(valueMax, "valueMax");
    Objects.requireNonNull(valueMin, "valueMin");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a builder}
   *
   * @param id its URI, by which results name it
   * @param name its name
   * @param resultType what kind of result it describes
   */
  public static Builder builder(String id, String name, ResultType resultType) {
    return new Builder(id, name, resultType);
  }

  static ResultDescription read(Cursor in) {
    Ids.unique(in, "rubricCriterionLevel");
    return in.checked(
        new ResultDescription(
            in.text("id"),
            in.types(),
            in.text("name"),
            Terms.of(in, "resultType", ResultType::new),
            in.objects("alignment", Alignment::read),
            in.texts("allowedValue"),
            in.optionalText("requiredLevel"),
            in.optionalText("requiredValue"),
            in.objects("rubricCriterionLevel", RubricCriterionLevel::read),
            in.optionalText("valueMax"),
            in.optionalText("valueMin"),
            in.more()));
  }

  /** {@return this result description as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("id", id)
        .texts("type", types)
        .objects("alignment", alignments, Alignment::toJson)
        .texts("allowedValue", allowedValues)
        .put("name", name)
        .text("requiredLevel", requiredLevel)
        .text("requiredValue", requiredValue)
        .put("resultType", resultType.value())
        .objects("rubricCriterionLevel", rubricCriterionLevels, RubricCriterionLevel::toJson)
        .text("valueMax", valueMax)
        .text("valueMin", valueMin)
        .with(more);
  }

  /** Collects the parts of a result description. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final ResultType resultType;
    private final List<Alignment> alignments = new ArrayList<>();
    private List<String> allowedValues = List.of();
    private Optional<String> requiredLevel = Optional.empty();
    private Optional<String> requiredValue = Optional.empty();
    private List<RubricCriterionLevel> levels = List.of();
    private Optional<String> valueMax = Optional.empty();
    private Optional<String> valueMin = Optional.empty();

    private Builder(String id, String name, ResultType resultType) {
      this.id = Objects.requireNonNull(id, "id");
      this.name = Objects.requireNonNull(name, "name");
      this.resultType = Objects.requireNonNull(resultType, "resultType");
    }

    /**
     * Adds an alignment.
     *
     * @param alignment with a node of a framework
     * @return this builder
     */
    public Builder alignment(Alignment alignment) {
      alignments.add(Objects.requireNonNull(alignment, "alignment"));
      return this;
    }

    /**
     * Sets the values that a result may have.
     *
     * @param values from low to high
     * @return this builder
     */
    public Builder allowedValues(List<String> values) {
      allowedValues = List.copyOf(values);
      return this;
    }

    /**
     * Sets the lowest and the highest value.
     *
     * @param min the lowest
     * @param max the highest
     * @return this builder
     */
    public Builder range(String min, String max) {
      valueMin = Optional.of(min);
      valueMax = Optional.of(max);
      return this;
    }

    /**
     * Sets the value required to pass.
     *
     * @param value an allowed one
     * @return this builder
     */
    public Builder requiredValue(String value) {
      requiredValue = Optional.of(value);
      return this;
    }

    /**
     * Sets the levels that a result may name.
     *
     * @param levels from low to high
     * @return this builder
     */
    public Builder rubricCriterionLevels(List<RubricCriterionLevel> levels) {
      this.levels = List.copyOf(levels);
      return this;
    }

    /**
     * Sets the level required to pass.
     *
     * @param id the level's id
     * @return this builder
     */
    public Builder requiredLevel(String id) {
      requiredLevel = Optional.of(id);
      return this;
    }

    /** {@return the result description} */
    public ResultDescription build() {
      return new ResultDescription(
          id,
          TYPES,
          name,
          resultType,
          alignments,
          allowedValues,
          requiredLevel,
          requiredValue,
          levels,
          valueMax,
          valueMin,
          JsonObject.EMPTY);
    }
  }
}
