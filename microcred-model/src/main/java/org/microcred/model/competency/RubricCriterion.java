package org.microcred.model.competency;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Numbers;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * One criterion of a rubric.
 *
 * @param identifier its UUID
 * @param uri what names it, and where it is described
 * @param category the group of criteria that it belongs to
 * @param description its description
 * @param itemURI the competency that it assesses
 * @param weight how much its score counts
 * @param position its place in the rubric
 * @param rubricId the UUID of the rubric
 * @param lastChangeDateTime when it was last changed
 * @param levels its levels, in the order of the package
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFRubricCriterion
 */
public record RubricCriterion(
    @Uuid String identifier,
    @Uri String uri,
    Optional<String> category,
    Optional<String> description,
    Optional<LinkURI> itemURI,
    Optional<BigDecimal> weight,
    Optional<Integer> position,
    @Uuid Optional<String> rubricId,
    Instant lastChangeDateTime,
    List<RubricLevel> levels,
    JsonObject more) {
  public RubricCriterion {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(itemURI, "itemURI");
    Objects.requireNonNull(weight, "weight");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(rubricId, "rubricId");
    Objects.requireNonNull(lastChangeDateTime, "lastChangeDateTime");
    levels = List.copyOf(levels);
    Objects.requireNonNull(more, "more");
  }

  static RubricCriterion read(Cursor in) {
    return in.checked(
        new RubricCriterion(
            in.text("identifier"),
            in.text("uri"),
            in.optionalText("category"),
            in.optionalText("description"),
            in.optionalObject("CFItemURI", LinkURI::read),
            Numbers.optional(in, "weight"),
            CaseMembers.integer(in, "position"),
            in.optionalText("rubricId"),
            CaseMembers.lastChange(in),
            CaseMembers.objects(in, "CFRubricCriterionLevels", RubricLevel::read),
            CaseMembers.more(in)));
  }
}
