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
 * Where a newer version of a credential can be had (VC 2.0 §5.4, VC 1.1 §5.2, Open Badges 3.0
 * RefreshService).
 *
 * @param id its URL; required in the data model 1.1 and in Open Badges 3.0
 * @param types the kind of service, such as {@code 1EdTechCredentialRefresh}
 * @param more all other members
 */
public record RefreshService(
    @Uri Optional<String> id, @NotEmpty List<@NotBlank String> types, JsonObject more) {
  public RefreshService {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(more, "more");
  }

  static RefreshService read(Cursor in) {
    boolean required =
        in.conformance().openBadges() || in.conformance().dataModel() == DataModel.VC_1_1;
    return in.checked(
        new RefreshService(
            required ? Optional.of(in.text("id")) : in.optionalText("id"), in.types(), in.more()));
  }

  /** {@return this service as JSON} */
  public JsonObject toJson() {
    return new Members().text("id", id).put("type", Members.compact(types)).with(more);
  }
}
