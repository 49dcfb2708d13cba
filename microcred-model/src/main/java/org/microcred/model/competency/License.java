package org.microcred.model.competency;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * A licence under which a framework or a part of it may be used.
 *
 * @param identifier its UUID
 * @param uri what names it, and where it is described
 * @param title its title
 * @param description its description
 * @param licenseText its text, or where that stands
 * @param lastChangeDateTime when it was last changed
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFLicense
 */
public record License(
    @Uuid String identifier,
    @Uri String uri,
    String title,
    Optional<String> description,
    String licenseText,
    Instant lastChangeDateTime,
    JsonObject more) {
  public License {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(licenseText, "licenseText");
    Objects.requireNonNull(lastChangeDateTime, "lastChangeDateTime");
    Objects.requireNonNull(more, "more");
  }

  static License read(Cursor in) {
    return in.checked(
        new License(
            in.text("identifier"),
            in.text("uri"),
            in.text("title"),
            in.optionalText("description"),
            in.text("licenseText"),
            CaseMembers.lastChange(in),
            CaseMembers.more(in)));
  }
}
