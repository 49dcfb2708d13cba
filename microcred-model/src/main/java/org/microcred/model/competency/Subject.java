package org.microcred.model.competency;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * An academic subject.
 *
 * @param identifier its UUID
 * @param uri what names it, and where it is described
 * @param title its title
 * @param hierarchyCode its place among the subjects
 * @param description its description
 * @param lastChangeDateTime when it was last changed
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFSubject
 */
public record Subject(
    @Uuid String identifier,
    @Uri String uri,
    String title,
    String hierarchyCode,
    Optional<String> description,
    Instant lastChangeDateTime,
    JsonObject more) {
  public Subject {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(hierarchyCode, "hierarchyCode");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(lastChangeDateTime, "lastChangeDateTime");
    Objects.requireNonNull(more, "more");
  }

  static Subject read(Cursor in) {
    return in.checked(
        new Subject(
            in.text("identifier"),
            in.text("uri"),
            in.text("title"),
            in.text("hierarchyCode"),
            in.optionalText("description"),
            CaseMembers.lastChange(in),
            CaseMembers.more(in)));
  }
}
