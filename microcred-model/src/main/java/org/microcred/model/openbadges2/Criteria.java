package org.microcred.model.openbadges2;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * How a badge is earned (Open Badges 2.0, Criteria); criteria that are a URL alone have only an id.
 *
 * @param types what it is; {@code Criteria} unless the document says otherwise
 * @param id the URI of a web page that describes the criteria
 * @param narrative what is needed, in words; Markdown is allowed
 * @param more the members that this type does not know
 */
public record Criteria(
    List<@NotBlank String> types,
    @Uri Optional<String> id,
    Optional<String> narrative,
    JsonObject more) {
  private static final String TYPE = "Criteria";

  public Criteria {
    types = List.copyOf(types);
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(narrative, "narrative");
    Objects.requireNonNull(more, "more");
  }

  static Criteria at(String id) {
    return new Criteria(List.of(TYPE), Optional.of(id), Optional.empty(), JsonObject.EMPTY);
  }

  static Criteria read(Cursor in) {
    return in.checked(
        new Criteria(
            Values.types(in, TYPE),
            in.optionalText("id"),
            in.optionalText("narrative"),
            in.more()));
  }
}
