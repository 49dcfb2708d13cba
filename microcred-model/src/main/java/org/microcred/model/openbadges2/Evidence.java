package org.microcred.model.openbadges2;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * The work that a recipient did to earn a badge (Open Badges 2.0, Evidence); evidence that is a URL
 * alone has only an id.
 *
 * @param types what it is; {@code Evidence} unless the document says otherwise
 * @param id the URI of a web page that presents it
 * @param narrative how it led to the award; Markdown is allowed
 * @param name its title
 * @param description a longer description
 * @param genre what kind of work it is, such as "Poetry"
 * @param audience for whom it is
 * @param more the members that this type does not know
 */
public record Evidence(
    List<@NotBlank String> types,
    @Uri Optional<String> id,
    Optional<String> narrative,
    Optional<String> name,
    Optional<String> description,
    Optional<String> genre,
    Optional<String> audience,
    JsonObject more) {
  private static final String TYPE = "Evidence";

  public Evidence {
    types = List.copyOf(types);
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(narrative, "narrative");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(genre, "genre");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(more, "more");
  }

  static Evidence at(String id) {
    return new Evidence(
        List.of(TYPE),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        JsonObject.EMPTY);
  }

  static Evidence read(Cursor in) {
    return in.checked(
        new Evidence(
            Values.types(in, TYPE),
            in.optionalText("id"),
            in.optionalText("narrative"),
            in.optionalText("name"),
            in.optionalText("description"),
            in.optionalText("genre"),
            in.optionalText("audience"),
            in.more()));
  }
}
