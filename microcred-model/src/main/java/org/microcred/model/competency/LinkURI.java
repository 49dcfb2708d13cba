package org.microcred.model.competency;

import java.util.Objects;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * A link to an object of a competency framework.
 *
 * @param title the object's title, for people
 * @param identifier the object's UUID
 * @param uri where the object is described
 * @param more the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, LinkURI
 */
public record LinkURI(String title, @Uuid String identifier, @Uri String uri, JsonObject more) {
  public LinkURI {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(more, "more");
  }

  static LinkURI read(Cursor in) {
    return in.checked(
        new LinkURI(in.text("title"), in.text("identifier"), in.text("uri"), CaseMembers.more(in)));
  }

  /** {@return this link as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("title", title)
        .put("identifier", identifier)
        .put("uri", uri)
        .with(more);
  }
}
