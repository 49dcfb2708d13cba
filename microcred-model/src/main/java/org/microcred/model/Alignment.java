package org.microcred.model;

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
 * An alignment with a node of an educational framework (Open Badges 3.0, Alignment).
 *
 * @param types what it is: at least {@code Alignment}
 * @param targetName the node's name
 * @param targetUrl the URL of the node's official description
 * @param targetCode the node's code within its framework
 * @param targetDescription a short description of the node
 * @param targetFramework the framework's name
 * @param targetType what kind of node it is
 * @param more the members that this type does not know
 */
public record Alignment(
    @Includes("Alignment") List<@NotBlank String> types,
    String targetName,
    @Uri String targetUrl,
    Optional<String> targetCode,
    Optional<String> targetDescription,
    Optional<String> targetFramework,
    Optional<AlignmentTargetType> targetType,
    JsonObject more) {
  /** The types of an alignment that is nothing else. */
  public static final List<String> TYPES = List.of("Alignment");

  public Alignment {
    types = List.copyOf(types);
    Objects.requireNonNull(targetName, "targetName");
    Objects.requireNonNull(targetUrl, "targetUrl");
    Objects.requireNonNull(targetCode, "targetCode");
    Objects.requireNonNull(targetDescription, "targetDescription");
    Objects.requireNonNull(targetFramework, "targetFramework");
    Objects.requireNonNull(targetType, "targetType");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return an alignment with a node of which no more is said}
   *
   * @param targetName the node's name
   * @param targetUrl the URL of the node's official description
   */
  public static Alignment of(String targetName, String targetUrl) {
    return new Alignment(
        TYPES,
        targetName,
        targetUrl,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        JsonObject.EMPTY);
  }

  /**
   * {@return the same alignment with the node's place in its framework}
   *
   * @param framework the framework's name
   * @param code the node's code within it
   * @param type what kind of node it is
   */
  public Alignment in(String framework, String code, AlignmentTargetType type) {
    return new Alignment(
        types,
        targetName,
        targetUrl,
        Optional.of(code),
        targetDescription,
        Optional.of(framework),
        Optional.of(type),
        more);
  }

  static Alignment read(Cursor in) {
    return in.checked(
        new Alignment(
            in.types(),
            in.text("targetName"),
            in.text("targetUrl"),
            in.optionalText("targetCode"),
            in.optionalText("targetDescription"),
            in.optionalText("targetFramework"),
            Terms.optional(in, "targetType", AlignmentTargetType::new),
            in.more()));
  }

  /** {@return this alignment as JSON} */
  public JsonObject toJson() {
    return new Members()
        .texts("type", types)
        .text("targetCode", targetCode)
        .text("targetDescription", targetDescription)
        .put("targetName", targetName)
        .text("targetFramework", targetFramework)
        .text("targetType", targetType.map(AlignmentTargetType::value))
        .put("targetUrl", targetUrl)
        .with(more);
  }
}
