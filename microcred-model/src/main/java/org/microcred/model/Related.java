package org.microcred.model;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.LanguageCode;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * Another achievement that is the same for most purposes: another language, an earlier version
 * (Open Badges 3.0, Related).
 *
 * @param id the other achievement
 * @param types what it is: at least {@code Related}
 * @param inLanguage the language of the other achievement
 * @param version the version of the other achievement
 * @param more the members that this type does not know
 */
public record Related(
    @Uri String id,
    @Includes("Related") List<@NotBlank String> types,
    @LanguageCode Optional<String> inLanguage,
    Optional<String> version,
    JsonObject more) {
  /** The types of a relation that is nothing else. */
  public static final List<String> TYPES = List.of("Related");

  public Related {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(inLanguage, "inLanguage");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a relation of which no more is said}
   *
   * @param id the other achievement
   */
  public static Related of(String id) {
    return new Related(id, TYPES, Optional.empty(), Optional.empty(), JsonObject.EMPTY);
  }

  static Related read(Cursor in) {
    return in.checked(
        new Related(
            in.text("id"),
            in.types(),
            in.optionalText("inLanguage"),
            in.optionalText("version"),
            in.more()));
  }

  /** {@return this relation as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("id", id)
        .texts("type", types)
        .text("inLanguage", inLanguage)
        .text("version", version)
        .with(more);
  }
}
