package org.microcred.model.openbadges2;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * An alignment with a node of an educational framework (Open Badges 2.0, AlignmentObject).
 *
 * @param types what it is; {@code AlignmentObject} unless the document says otherwise
 * @param targetName the node's name
 * @param targetUrl the URL of the node's official description
 * @param targetDescription a short description of the node
 * @param targetFramework the framework's name
 * @param targetCode the node's code within its framework
 * @param more the members that this type does not know
 */
public record AlignmentObject(
    List<@NotBlank String> types,
    String targetName,
    @Uri String targetUrl,
    Optional<String> targetDescription,
    Optional<String> targetFramework,
    Optional<String> targetCode,
    JsonObject more) {
  public AlignmentObject {
    types = List.copyOf(types);
    Objects.requireNonNull(targetName, "targetName");
    Objects.requireNonNull(targetUrl, "targetUrl");
    Objects.requireNonNull(targetDescription, "targetDescription");
    Objects.requireNonNull(targetFramework, "targetFramework");
    Objects.requireNonNull(targetCode, "targetCode");
    Objects.requireNonNull(more, "more");
  }

  static AlignmentObject read(Cursor in) {
    return in.checked(
        new AlignmentObject(
            Values.types(in, "AlignmentObject"),
            in.text("targetName"),
            in.text("targetUrl"),
            in.optionalText("targetDescription"),
            in.optionalText("targetFramework"),
            in.optionalText("targetCode"),
            in.more()));
  }
}
