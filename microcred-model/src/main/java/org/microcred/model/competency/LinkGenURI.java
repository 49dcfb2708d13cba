package org.microcred.model.competency;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * A link to something that need not be part of a CASE framework: an end of an association.
 *
 * @param title its title, for people
 * @param identifier what identifies it, a UUID or not
 * @param uri where it is described
 * @param targetType what kind of framework it belongs to. New in CASE 1.1
 * @param more the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, LinkGenURI
 */
public record LinkGenURI(
    String title,
    String identifier,
    @Uri String uri,
    Optional<TargetType> targetType,
    JsonObject more) {
  public LinkGenURI {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(targetType, "targetType");
    Objects.requireNonNull(more, "more");
  }

  static LinkGenURI read(Cursor in) {
    return in.checked(
        new LinkGenURI(
            in.text("title"),
            in.text("identifier"),
            in.text("uri"),
            in.optionalText("targetType")
                .map(text -> CaseMembers.known(in, "targetType", new TargetType(text))),
            CaseMembers.more(in)));
  }
}
