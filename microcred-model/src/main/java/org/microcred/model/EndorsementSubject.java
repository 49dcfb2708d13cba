package org.microcred.model;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * What is endorsed, and what is said of it (Open Badges 3.0, EndorsementSubject).
 *
 * @param id the URI of the person, organisation, credential or achievement that is endorsed
 * @param types what it is: at least {@code EndorsementSubject}
 * @param endorsementComment what is said; Markdown is allowed
 * @param more the members that this type does not know
 */
public record EndorsementSubject(
    @Uri String id,
    @Includes("EndorsementSubject") List<@NotBlank String> types,
    Optional<String> endorsementComment,
    JsonObject more) {
  /** The types of a subject that is nothing else. */
  public static final List<String> TYPES = List.of("EndorsementSubject");

  public EndorsementSubject {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(endorsementComment, "endorsementComment");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a subject with a comment}
   *
   * @param id the URI of what is endorsed
   * @param comment what is said; Markdown is allowed
   */
  public static EndorsementSubject of(String id, String comment) {
    return new EndorsementSubject(id, TYPES, Optional.of(comment), JsonObject.EMPTY);
  }

  static EndorsementSubject read(Cursor in) {
    return in.checked(
        new EndorsementSubject(
            in.text("id"), in.types(), in.optionalText("endorsementComment"), in.more()));
  }

  /** {@return this subject as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("id", id)
        .texts("type", types)
        .text("endorsementComment", endorsementComment)
        .with(more);
  }
}
