package org.microcred.model.competency;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * A concept that competencies are about.
 *
 * @param identifier its UUID
 * @param uri what names it, and where it is described
 * @param title its title
 * @param keywords what it comprises, in words parted by {@code |}
 * @param hierarchyCode its place among the concepts
 * @param description its description
 * @param lastChangeDateTime when it was last changed
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFConcept
 */
public record Concept(
    @Uuid String identifier,
    @Uri String uri,
    String title,
    Optional<String> keywords,
    String hierarchyCode,
    Optional<String> description,
    Instant lastChangeDateTime,
    JsonObject more) {
  public Concept {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(keywords, "keywords");
    Objects.requireNonNull(hierarchyCode, "hierarchyCode");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(lastChangeDateTime, "lastChangeDateTime");
    Objects.requireNonNull(more, "more");
  }

  static Concept read(Cursor in) {
    return in.checked(
        new Concept(
            in.text("identifier"),
            in.text("uri"),
            in.text("title"),
            in.optionalText("keywords"),
            in.text("hierarchyCode"),
            in.optionalText("description"),
            CaseMembers.lastChange(in),
            CaseMembers.more(in)));
  }
}
