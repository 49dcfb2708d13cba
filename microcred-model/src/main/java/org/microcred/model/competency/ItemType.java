package org.microcred.model.competency;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * A class of competencies, such as "Cluster" or "Standard".
 *
 * @param identifier its UUID
 * @param uri what names it, and where it is described
 * @param title its title
 * @param description its description; the specification wants one, but published packages leave it
 *     out, so its absence is a warning
 * @param hierarchyCode its place among the classes
 * @param typeCode its code
 * @param lastChangeDateTime when it was last changed
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFItemType
 */
public record ItemType(
    @Uuid String identifier,
    @Uri String uri,
    String title,
    Optional<String> description,
    String hierarchyCode,
    Optional<String> typeCode,
    Instant lastChangeDateTime,
    JsonObject more) {
  public ItemType {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(hierarchyCode, "hierarchyCode");
    Objects.requireNonNull(typeCode, "typeCode");
    Objects.requireNonNull(lastChangeDateTime, "lastChangeDateTime");
    Objects.requireNonNull(more, "more");
  }

  static ItemType read(Cursor in) {
    return in.checked(
        new ItemType(
            in.text("identifier"),
            in.text("uri"),
            in.text("title"),
            CaseMembers.expectedText(in, "description"),
            in.text("hierarchyCode"),
            in.optionalText("typeCode"),
            CaseMembers.lastChange(in),
            CaseMembers.more(in)));
  }
}
