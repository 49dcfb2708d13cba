package org.microcred.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * Under which terms a credential or presentation was issued (VC 2.0 §5.5, VC 1.1 §5.5). What its
 * members mean depends on its type.
 *
 * @param id its URL
 * @param types the kind of terms
 * @param more all other members
 */
public record TermsOfUse(
    @Uri Optional<String> id, @NotEmpty List<@NotBlank String> types, JsonObject more) {
  public TermsOfUse {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(more, "more");
  }

  static TermsOfUse read(Cursor in) {
    return in.checked(new TermsOfUse(in.optionalText("id"), in.types(), in.more()));
  }

  /** {@return these terms as JSON} */
  public JsonObject toJson() {
    return new Members().text("id", id).put("type", Members.compact(types)).with(more);
  }
}
