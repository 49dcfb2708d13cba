package org.microcred.model.openbadges2;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * Another badge object that is the same for most purposes: another language, an earlier version
 * (Open Badges 2.0, related); one that is a URI alone has only an id.
 *
 * @param id the other badge object
 * @param language the language of the other one ({@code @language})
 * @param version the version of the other one
 * @param more the members that this type does not know
 */
public record Related(
    @Uri String id, Optional<String> language, Optional<String> version, JsonObject more) {
  public Related {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(more, "more");
  }

  static Related to(String id) {
    return new Related(id, Optional.empty(), Optional.empty(), JsonObject.EMPTY);
  }

  static Related read(Cursor in) {
    return in.checked(
        new Related(in.text("id"), in.optionalText("@language"), Values.version(in), in.more()));
  }
}
