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
 * Where the issuer says whether a credential still stands (VC 2.0 §4.10, VC 1.1 §4.9). What its
 * members mean depends on its type.
 *
 * @param id its URL; required in the data model 1.1
 * @param types the kind of status method, such as {@code BitstringStatusListEntry}
 * @param more all other members: {@code statusPurpose}, {@code statusListIndex}, …
 */
public record CredentialStatus(
    @Uri Optional<String> id, @NotEmpty List<@NotBlank String> types, JsonObject more) {
  public CredentialStatus {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return an entry of one type without an id}
   *
   * @param type the kind of status method
   * @param more its other members
   */
  public static CredentialStatus of(String type, JsonObject more) {
    return new CredentialStatus(Optional.empty(), List.of(type), more);
  }

  static CredentialStatus read(Cursor in) {
    return in.checked(new CredentialStatus(id(in), in.types(), in.more()));
  }

  private static Optional<String> id(Cursor in) {
    return in.conformance().dataModel() == DataModel.VC_1_1
        ? Optional.of(in.text("id"))
        : in.optionalText("id");
  }

  /** {@return this entry as JSON} */
  public JsonObject toJson() {
    return new Members().text("id", id).put("type", Members.compact(types)).with(more);
  }
}
