package org.microcred.model.competency;

import java.util.List;
import java.util.Objects;
import org.microcred.model.json.JsonObject;

/**
 * What a framework defines for its competencies and associations to refer to.
 *
 * @param concepts what competencies are about
 * @param subjects academic subjects
 * @param licenses licences
 * @param itemTypes classes of competencies
 * @param associationGroupings groups of associations
 * @param more extensions, and the members that this type does not know
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFDefinition
 */
public record Definitions(
    List<Concept> concepts,
    List<Subject> subjects,
    List<License> licenses,
    List<ItemType> itemTypes,
    List<AssociationGrouping> associationGroupings,
    JsonObject more) {
  public Definitions {
    concepts = List.copyOf(concepts);
    subjects = List.copyOf(subjects);
    licenses = List.copyOf(licenses);
    itemTypes = List.copyOf(itemTypes);
    associationGroupings = List.copyOf(associationGroupings);
    Objects.requireNonNull(more, "more");
  }
}
