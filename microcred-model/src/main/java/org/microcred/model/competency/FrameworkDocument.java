package org.microcred.model.competency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Dates;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * A competency framework as a document: what it is, whose, and from when.
 *
 * @param identifier its UUID
 * @param uri what names it, and where it is described
 * @param frameworkType what kind of framework it is, such as "CourseCodes". New in CASE 1.1
 * @param caseVersion "1.1" when the package says that it follows CASE 1.1
 * @param creator who has authority over it
 * @param title its title
 * @param lastChangeDateTime when it was last changed
 * @param officialSourceURL the document for people that it was made from
 * @param publisher who makes it available
 * @param description its description
 * @param subject the academic subjects
 * @param subjectURI the academic subjects, of the definitions
 * @param language the language of its texts
 * @param version which revision it is
 * @param adoptionStatus how far its publication is, such as "Draft" or "Adopted"
 * @param statusStartDate the day from which its status holds
 * @param statusEndDate the day on which its status ended
 * @param licenseURI its licence, of the definitions
 * @param notes about the document
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFPckgDocument
 */
public record FrameworkDocument(
    @Uuid String identifier,
    @Uri String uri,
    Optional<String> frameworkType,
    Optional<String> caseVersion,
    String creator,
    String title,
    Instant lastChangeDateTime,
    @Uri Optional<String> officialSourceURL,
    Optional<String> publisher,
    Optional<String> description,
    List<String> subject,
    List<LinkURI> subjectURI,
    Optional<String> language,
    Optional<String> version,
    Optional<String> adoptionStatus,
    Optional<LocalDate> statusStartDate,
    Optional<LocalDate> statusEndDate,
    Optional<LinkURI> licenseURI,
    Optional<String> notes,
    JsonObject more) {
  /** The only value of {@code caseVersion}. */
  private static final String VERSION = "1.1";

  public FrameworkDocument {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(frameworkType, "frameworkType");
    Objects.requireNonNull(caseVersion, "caseVersion");
    Objects.requireNonNull(creator, "creator");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(lastChangeDateTime, "lastChangeDateTime");
    Objects.requireNonNull(officialSourceURL, "officialSourceURL");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(description, "description");
    subject = List.copyOf(subject);
    subjectURI = List.copyOf(subjectURI);
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(adoptionStatus, "adoptionStatus");
    Objects.requireNonNull(statusStartDate, "statusStartDate");
    Objects.requireNonNull(statusEndDate, "statusEndDate");
    Objects.requireNonNull(licenseURI, "licenseURI");
    Objects.requireNonNull(notes, "notes");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a document of which no more is said; its identifier is a UUID made from the URI}
   *
   * @param uri what names it
   * @param title its title
   * @param creator who has authority over it
   * @param lastChangeDateTime when it was last changed
   */
  public static FrameworkDocument of(
      String uri, String title, String creator, Instant lastChangeDateTime) {
    return new FrameworkDocument(
        PlainList.identifier(uri),
        uri,
        Optional.empty(),
        Optional.of(VERSION),
        creator,
        title,
        lastChangeDateTime,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        JsonObject.EMPTY);
  }

  static FrameworkDocument read(Cursor in) {
    return in.checked(
        new FrameworkDocument(
            in.text("identifier"),
            in.text("uri"),
            in.optionalText("frameworkType"),
            version(in),
            in.text("creator"),
            in.text("title"),
            CaseMembers.lastChange(in),
            in.optionalText("officialSourceURL"),
            in.optionalText("publisher"),
            in.optionalText("description"),
            CaseMembers.texts(in, "subject"),
            CaseMembers.objects(in, "subjectURI", LinkURI::read),
            in.optionalText("language"),
            in.optionalText("version"),
            in.optionalText("adoptionStatus"),
            Dates.optionalDate(in, "statusStartDate"),
            Dates.optionalDate(in, "statusEndDate"),
            in.optionalObject("licenseURI", LinkURI::read),
            in.optionalText("notes"),
            CaseMembers.more(in)));
  }

  private static Optional<String> version(Cursor in) {
    Optional<String> version = in.optionalText("caseVersion");
    if (version.isPresent() && !version.get().equals(VERSION) && in.isSound("caseVersion")) {
      in.fail("case.version", in.pointer().child("caseVersion"));
    }
    return version;
  }

  /** {@return this document as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("identifier", identifier)
        .put("uri", uri)
        .text("frameworkType", frameworkType)
        .text("caseVersion", caseVersion)
        .put("creator", creator)
        .put("title", title)
        .put("lastChangeDateTime", lastChangeDateTime.toString())
        .text("officialSourceURL", officialSourceURL)
        .text("publisher", publisher)
        .text("description", description)
        .texts("subject", subject)
        .objects("subjectURI", subjectURI, LinkURI::toJson)
        .text("language", language)
        .text("version", version)
        .text("adoptionStatus", adoptionStatus)
        .text("statusStartDate", statusStartDate.map(LocalDate::toString))
        .text("statusEndDate", statusEndDate.map(LocalDate::toString))
        .object("licenseURI", licenseURI, LinkURI::toJson)
        .text("notes", notes)
        .with(more);
  }
}
