package org.microcred.model.openbadges2;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * An image of an assertion, a badge class or a profile (Open Badges 2.0, Image); one that is a URI
 * alone has only an id. The library never fetches or decodes it.
 *
 * @param types what it is; {@code schema:ImageObject} unless the document says otherwise
 * @param id the URI of the image, or the image as a data URI
 * @param caption what it shows
 * @param author the URI of who made it
 * @param more the members that this type does not know
 */
public record Image(
    List<@NotBlank String> types,
    @Uri String id,
    Optional<String> caption,
    @Uri Optional<String> author,
    JsonObject more) {
  private static final String TYPE = "schema:ImageObject";

  public Image {
    types = List.copyOf(types);
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(more, "more");
  }

  static Image at(String id) {
    return new Image(List.of(TYPE), id, Optional.empty(), Optional.empty(), JsonObject.EMPTY);
  }

  static Image read(Cursor in) {
    return in.checked(
        new Image(
            Values.types(in, TYPE),
            in.text("id"),
            in.optionalText("caption"),
            in.optionalText("author"),
            in.more()));
  }
}
