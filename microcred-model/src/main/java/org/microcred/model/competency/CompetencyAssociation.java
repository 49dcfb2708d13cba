package org.microcred.model.competency;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.internal.Uuid;
import org.microcred.model.json.JsonObject;

/**
 * How one competency or document stands to another. Either end may lie outside the framework.
 *
 * @param identifier its UUID
 * @param associationType how the origin stands to the destination
 * @param sequenceNumber its place among the associations of the same destination
 * @param uri what names it, and where it is described
 * @param originNodeURI where it starts
 * @param destinationNodeURI where it leads
 * @param associationGroupingURI the group that it belongs to, of the definitions
 * @param lastChangeDateTime when it was last changed
 * @param notes about the association. New in CASE 1.1
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFPckgAssociation
 */
public record CompetencyAssociation(
    @Uuid String identifier,
    AssociationType associationType,
    Optional<Integer> sequenceNumber,
    @Uri String uri,
    LinkGenURI originNodeURI,
    LinkGenURI destinationNodeURI,
    Optional<LinkURI> associationGroupingURI,
    Instant lastChangeDateTime,
    Optional<String> notes,
    JsonObject more) {
  public CompetencyAssociation {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(associationType, "associationType");
    Objects.requireNonNull(sequenceNumber, "sequenceNumber");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(originNodeURI, "originNodeURI");
    Objects.requireNonNull(destinationNodeURI, "destinationNodeURI");
    Objects.requireNonNull(associationGroupingURI, "associationGroupingURI");
    Objects.requireNonNull(lastChangeDateTime, "lastChangeDateTime");
    Objects.requireNonNull(notes, "notes");
    Objects.requireNonNull(more, "more");
  }

  static CompetencyAssociation read(Cursor in) {
    return in.checked(
        new CompetencyAssociation(
            in.text("identifier"),
            CaseMembers.known(
                in, "associationType", new AssociationType(in.text("associationType"))),
            CaseMembers.integer(in, "sequenceNumber"),
            in.text("uri"),
            in.object("originNodeURI", LinkGenURI::read),
            in.object("destinationNodeURI", LinkGenURI::read),
            in.optionalObject("CFAssociationGroupingURI", LinkURI::read),
            CaseMembers.lastChange(in),
            in.optionalText("notes"),
            CaseMembers.more(in)));
  }
}
