package org.microcred.model.competency;

import org.microcred.model.json.JsonPointer;

/** The parts of a package that hold objects (CASE 1.1, CFPackage and CFDefinition). */
enum Section {
  DOCUMENT("/CFDocument"),
  ITEMS("/CFItems"),
  ASSOCIATIONS("/CFAssociations"),
  RUBRICS("/CFRubrics"),
  CONCEPTS("/CFDefinitions/CFConcepts"),
  SUBJECTS("/CFDefinitions/CFSubjects"),
  LICENSES("/CFDefinitions/CFLicenses"),
  ITEM_TYPES("/CFDefinitions/CFItemTypes"),
  ASSOCIATION_GROUPINGS("/CFDefinitions/CFAssociationGroupings");

  private final String place;

  Section(String place) {
    this.place = place;
  }

  /** {@return where the part stands in a package} */
  JsonPointer pointer() {
    return JsonPointer.parse(place);
  }

  /** {@return where one of its objects stands} */
  JsonPointer pointer(int index) {
    return isSingle() ? pointer() : pointer().child(index);
  }

  /** {@return whether the part is one object, and not an array of them} */
  boolean isSingle() {
    return this == DOCUMENT;
  }
}
