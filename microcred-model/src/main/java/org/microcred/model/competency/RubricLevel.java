package org.microcred.model.competency;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Numbers;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * One level at which a criterion can be met.
 *
 * @param identifier its UUID
 * @param uri what names it, and where it is described
 * @param description its description
 * @param quality the degree of achievement in a word or two
 * @param score the points for reaching it
 * @param feedback what to tell whoever reaches it
 * @param position its place among the levels
 * @param rubricCriterionId the UUID of the criterion
 * @param lastChangeDateTime when it was last changed
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFRubricCriterionLevel
 */
public record RubricLevel(
    @Uuid String identifier,
    @Uri String uri,
    Optional<String> description,
    Optional<String> quality,
    Optional<BigDecimal> score,
    Optional<String> feedback,
    Optional<Integer> position,
    @Uuid Optional<String> rubricCriterionId,
    Instant lastChangeDateTime,
    JsonObject more) {
  public RubricLevel {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(score, "score");
    Objects.requireNonNull(feedback, "feedback");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(rubricCriterionId, "rubricCriterionId");
    Objects.requireNonNull(lastChangeDateTime, "lastChangeDateTime");
    Objects.requireNonNull(more, "more");
  }

  static RubricLevel read(Cursor in) {
    return in.checked(
        new RubricLevel(
            in.text("identifier"),
            in.text("uri"),
            in.optionalText("description"),
            in.optionalText("quality"),
            Numbers.optional(in, "score"),
            in.optionalText("feedback"),
            CaseMembers.integer(in, "position"),
            in.optionalText("rubricCriterionId"),
            CaseMembers.lastChange(in),
            CaseMembers.moreOfLevel(in)));
  }
}
