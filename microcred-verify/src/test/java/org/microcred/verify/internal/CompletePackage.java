package org.microcred.verify.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** A CASE 1.1 package in which every class and every member of the specification occurs. */
final class CompletePackage {
  private CompletePackage() {}

  static JsonObject json() {
    JsonObject definitions =
        JsonObject.builder()
            .put(
                "CFConcepts",
                list(defined("concept").put("keywords", "a|b").put("hierarchyCode", "1")))
            .put("CFSubjects", list(defined("subject").put("hierarchyCode", "1")))
            .put("CFLicenses", list(defined("licence").put("licenseText", "CC0")))
            .put(
                "CFItemTypes", list(defined("type").put("hierarchyCode", "1").put("typeCode", "T")))
            .put("CFAssociationGroupings", list(defined("group")))
            .put("extensions", extensions())
            .build();
    return JsonObject.builder()
        .put("CFDocument", document())
        .put("CFItems", JsonArray.of(item("a"), item("b")))
        .put("CFAssociations", list(association()))
        .put("CFDefinitions", definitions)
        .put("CFRubrics", list(rubric()))
        .put("extensions", extensions())
        .build();
  }

  private static JsonObject document() {
    return dated("document")
        .put("frameworkType", "CourseCodes")
        .put("caseVersion", "1.1")
        .put("creator", "Example")
        .put("title", "Frame")
        .put("officialSourceURL", "https://example.org/")
        .put("publisher", "Example")
        .put("version", "2")
        .put("adoptionStatus", "Adopted")
        .put("description", "A frame")
        .build();
  }

  private static JsonObject item(String name) {
    return dated(name)
        .put("fullStatement", "Adds")
        .put("alternativeLabel", "Outcome")
        .put("CFItemType", "Standard")
        .put("humanCodingScheme", "X.1")
        .put("listEnumeration", "1")
        .put("abbreviatedStatement", "Add")
        .put("conceptKeywords", texts("sum"))
        .put("conceptKeywordsURI", link("concept"))
        .put("educationLevel", texts("06", "07"))
        .put("CFItemTypeURI", link("type"))
        .build();
  }

  /** What documents and items share. */
  private static JsonObject.Builder dated(String name) {
    return object(name)
        .put("subject", texts("Maths"))
        .put("subjectURI", JsonArray.of(link("subject")))
        .put("language", "en")
        .put("statusStartDate", "2026-01-31")
        .put("statusEndDate", "2027-01-31")
        .put("licenseURI", link("licence"))
        .put("notes", "A note")
        .put("extensions", extensions());
  }

  private static JsonObject.Builder association() {
    return object("association")
        .put("associationType", "isChildOf")
        .put("sequenceNumber", JsonNumber.of(1))
        .put("originNodeURI", link("a"))
        .put("destinationNodeURI", link("b").with("targetType", new JsonString("CASE")))
        .put("CFAssociationGroupingURI", link("group"))
        .put("notes", "A note")
        .put("extensions", extensions());
  }

  private static JsonObject.Builder rubric() {
    JsonObject.Builder level =
        object("level")
            .put("description", "Well done")
            .put("quality", "good")
            .put("score", new JsonNumber("2.5"))
            .put("feedback", "Go on")
            .put("position", JsonNumber.of(1))
            .put("rubricCriterionId", id("criterion"))
            .put("extensions", JsonArray.of(extensions()));
    JsonObject.Builder criterion =
        object("criterion")
            .put("category", "Form")
            .put("description", "Clear")
            .put("CFItemURI", link("a"))
            .put("weight", new JsonNumber("0.5"))
            .put("position", JsonNumber.of(1))
            .put("rubricId", id("rubric"))
            .put("CFRubricCriterionLevels", list(level))
            .put("extensions", extensions());
    return object("rubric")
        .put("title", "Essay")
        .put("description", "For essays")
        .put("CFRubricCriteria", list(criterion))
        .put("extensions", extensions());
  }

  private static JsonObject.Builder defined(String title) {
    return object(title)
        .put("title", title)
        .put("description", "Text")
        .put("extensions", extensions());
  }

  private static JsonObject.Builder object(String name) {
    return JsonObject.builder()
        .put("identifier", id(name))
        .put("uri", "https://case.example/" + name)
        .put("lastChangeDateTime", "2026-01-31T09:30:00Z");
  }

  private static JsonObject link(String name) {
    return JsonObject.builder()
        .put("title", name)
        .put("identifier", id(name))
        .put("uri", "https://case.example/" + name)
        .build();
  }

  private static JsonObject extensions() {
    return JsonObject.builder().put("colour", "red").build();
  }

  private static JsonArray list(JsonObject.Builder object) {
    return JsonArray.of(object.build());
  }

  private static JsonArray texts(String... texts) {
    return JsonArray.ofStrings(List.of(texts));
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
