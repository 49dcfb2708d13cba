package org.microcred.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Objects;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * A schema that the issuer says a credential conforms to (VC 2.0 §4.11, VC 1.1 §5.4).
 *
 * @param id the schema's URL
 * @param types the kind of schema, such as {@code 1EdTechJsonSchemaValidator2019}
 * @param more the members that this type does not know
 */
public record CredentialSchema(
    @Uri String id, @NotEmpty List<@NotBlank String> types, JsonObject more) {
  public CredentialSchema {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a schema of one type}
   *
   * @param id its URL
   * @param type the kind of schema
   */
  public static CredentialSchema of(String id, String type) {
    return new CredentialSchema(id, List.of(type), JsonObject.EMPTY);
  }

  static CredentialSchema read(Cursor in) {
    return in.checked(new CredentialSchema(in.text("id"), in.types(), in.more()));
  }

  /** {@return this schema as JSON} */
  public JsonObject toJson() {
    return new Members().put("id", id).put("type", Members.compact(types)).with(more);
  }
}
