package org.microcred.model.competency;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * A rubric: the criteria by which work is assessed.
 *
 * @param identifier its UUID
 * @param uri what names it, and where it is described
 * @param title its title
 * @param description its description
 * @param lastChangeDateTime when it was last changed
 * @param criteria its criteria, in the order of the package
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFRubric
 */
public record Rubric(
    @Uuid String identifier,
    @Uri String uri,
    Optional<String> title,
    Optional<String> description,
    Instant lastChangeDateTime,
    List<RubricCriterion> criteria,
    JsonObject more) {
  public Rubric {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(lastChangeDateTime, "lastChangeDateTime");
    criteria = List.copyOf(criteria);
    Objects.requireNonNull(more, "more");
  }

  static Rubric read(Cursor in) {
    return in.checked(
        new Rubric(
            in.text("identifier"),
            in.text("uri"),
            in.optionalText("title"),
            in.optionalText("description"),
            CaseMembers.lastChange(in),
            CaseMembers.objects(in, "CFRubricCriteria", RubricCriterion::read),
            CaseMembers.more(in)));
  }
}
