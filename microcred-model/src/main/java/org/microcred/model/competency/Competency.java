package org.microcred.model.competency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Dates;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * A competency, or a group of competencies, of a framework.
 *
 * @param identifier its UUID
 * @param fullStatement its text
 * @param alternativeLabel another word for what it is, such as "Outcome"
 * @param itemType the name of its class, such as "Standard"
 * @param uri what names it, and where it is described
 * @param humanCodingScheme its code for people, such as "CCSS.Math.Content.6.RP.A"
 * @param listEnumeration its number in a list, for people
 * @param abbreviatedStatement its text in short
 * @param conceptKeywords what it is about, in free words
 * @param conceptKeywordsURI what it is about, as a concept of the definitions
 * @param notes where its text comes from
 * @param subject the academic subjects. New in CASE 1.1
 * @param subjectURI the academic subjects, of the definitions. New in CASE 1.1
 * @param language the language of its texts
 * @param educationLevel the grades or levels of teaching that it is meant for
 * @param itemTypeURI its class, of the definitions
 * @param licenseURI its licence, of the definitions
 * @param statusStartDate the day from which its status holds
 * @param statusEndDate the day on which its status ended
 * @param lastChangeDateTime when it was last changed
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFPckgItem
 */
public record Competency(
    @Uuid String identifier,
    String fullStatement,
    Optional<String> alternativeLabel,
    Optional<String> itemType,
    @Uri String uri,
    Optional<String> humanCodingScheme,
    Optional<String> listEnumeration,
    Optional<String> abbreviatedStatement,
    List<String> conceptKeywords,
    Optional<LinkURI> conceptKeywordsURI,
    Optional<String> notes,
    List<String> subject,
    List<LinkURI> subjectURI,
    Optional<String> language,
    List<String> educationLevel,
    Optional<LinkURI> itemTypeURI,
    Optional<LinkURI> licenseURI,
    Optional<LocalDate> statusStartDate,
    Optional<LocalDate> statusEndDate,
    Instant lastChangeDateTime,
    JsonObject more) {
  public Competency {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(fullStatement, "fullStatement");
    Objects.requireNonNull(alternativeLabel, "alternativeLabel");
    Objects.requireNonNull(itemType, "itemType");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(humanCodingScheme, "humanCodingScheme");
    Objects.requireNonNull(listEnumeration, "listEnumeration");
    Objects.requireNonNull(abbreviatedStatement, "abbreviatedStatement");
    conceptKeywords = List.copyOf(conceptKeywords);
    Objects.requireNonNull(conceptKeywordsURI, "conceptKeywordsURI");
    Objects.requireNonNull(notes, "notes");
    subject = List.copyOf(subject);
    subjectURI = List.copyOf(subjectURI);
    Objects.requireNonNull(language, "language");
    educationLevel = List.copyOf(educationLevel);
    Objects.requireNonNull(itemTypeURI, "itemTypeURI");
    Objects.requireNonNull(licenseURI, "licenseURI");
    Objects.requireNonNull(statusStartDate, "statusStartDate");
    Objects.requireNonNull(statusEndDate, "statusEndDate");
    Objects.requireNonNull(lastChangeDateTime, "lastChangeDateTime");
    Objects.requireNonNull(more, "more");
  }

  static Competency read(Cursor in) {
    return in.checked(
        new Competency(
            in.text("identifier"),
            in.text("fullStatement"),
            in.optionalText("alternativeLabel"),
            in.optionalText("CFItemType"),
            in.text("uri"),
            in.optionalText("humanCodingScheme"),
            in.optionalText("listEnumeration"),
            in.optionalText("abbreviatedStatement"),
            CaseMembers.texts(in, "conceptKeywords"),
            in.optionalObject("conceptKeywordsURI", LinkURI::read),
            in.optionalText("notes"),
            CaseMembers.texts(in, "subject"),
            CaseMembers.objects(in, "subjectURI", LinkURI::read),
            in.optionalText("language"),
            CaseMembers.texts(in, "educationLevel"),
            in.optionalObject("CFItemTypeURI", LinkURI::read),
            in.optionalObject("licenseURI", LinkURI::read),
            Dates.optionalDate(in, "statusStartDate"),
            Dates.optionalDate(in, "statusEndDate"),
            CaseMembers.lastChange(in),
            CaseMembers.more(in)));
  }
}
