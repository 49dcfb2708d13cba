package org.microcred.verify.internal;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Where a profile is stricter than the official JSON schema, and which part of a specification says
 * so.
 *
 * @param code the violation that only the profile has
 * @param because the section, and what it says
 * @param applies whether that explains the violation of this document
 */
record StricterRule(String code, String because, BiPredicate<JsonObject, Violation> applies) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");

  private static final String TEXTS =
      "OB 3.0 B.1: the property is a String, URI or IRI; the schema takes a map from languages for"
          + " every text";
  private static final String MODEL = "OB 3.0 data model, ";

  static final List<StricterRule> ALL =
      List.of(
          // The schema takes an object with languages as names wherever a text stands.
          of("json.type", TEXTS, StricterRule::isLanguageMap),
          of("model.required", TEXTS, StricterRule::isInLanguageMap),
          of("vc.language-value", TEXTS, StricterRule::isAroundLanguageMap),
          // The schema looks for types only where they stand in an array.
          of(
              "model.type",
              "the value of type must include the class (all classes with a type)",
              (json, v) -> !(at(json, v.pointer()) instanceof JsonArray)),
          of(
              "ob.endorsement",
              MODEL + "endorsement: the type of each must include EndorsementCredential",
              (json, v) -> true),
          of(
              "vc.context",
              "VC 2.0 §4.3: an ordered set whose first item is the context of the data model",
              (json, v) -> !(at(json, v.pointer()) instanceof JsonArray)),
          // The schema has no formats that validators assert.
          text("model.uri", "VC 2.0 §4.4 and OB 3.0 URI, URL: an absolute URI"),
          text("model.date-time", "VC 2.0 §4.9 and OB 3.0 DateTimeZ: a dateTimeStamp"),
          text("model.date", "OB 3.0 Date: a date"),
          text("model.blank", "VC 2.0 §4.5: a type is a term or a URI, never empty"),
          of(
              "model.number",
              "OB 3.0 Float: a number; one of hundreds of digits is no credit hours",
              (json, v) -> true),
          of(
              "json.null",
              "VC 2.0 §6.1, JSON-LD 1.1 §9.2: null is lost when it is processed",
              (json, v) -> at(json, v.pointer()) instanceof JsonNull),
          text(
              "ob.vocabulary",
              "OB 3.0 extensible vocabularies: ext: begins an extension; the pattern of the schema"
                  + " finds it anywhere"),
          // What no schema can say.
          prose("vc.validity-order", "VC 2.0 §4.9: validUntil is not before validFrom"),
          prose("ob.subject-unidentified", MODEL + "AchievementSubject: id or identifier"),
          prose("ob.identity-hash", MODEL + "IdentityHash: the algorithm, $ and the hash"),
          prose("ob.activity-order", MODEL + "AchievementSubject: an activity ends after it began"),
          prose("ob.level", MODEL + "Result.achievedLevel, ResultDescription.requiredLevel"),
          prose("ob.levels", MODEL + "ResultType RubricCriterionLevel"),
          prose("ob.result-description", MODEL + "Result.resultDescription"),
          prose("ob.result-status", MODEL + "Result.status"),
          prose("ob.value", MODEL + "ResultDescription.allowedValue, valueMin, valueMax"),
          prose("ob.value-range", MODEL + "ResultDescription.valueMin, valueMax"),
          prose("ob.proof-purpose", MODEL + "Proof.proofPurpose: assertionMethod"),
          prose("ob.schema", MODEL + "CredentialSchema: one has that type and an official id"),
          prose("clr.association", "CLR 2.0 Association: sourceId, targetId"),
          prose("model.duplicate-id", MODEL + "ids of result descriptions and levels are unique"));

  boolean explains(JsonObject document, Violation violation) {
    return code.equals(violation.code()) && applies.test(document, violation);
  }

  private static StricterRule of(
      String code, String because, BiPredicate<JsonObject, Violation> applies) {
    return new StricterRule(code, because, applies);
  }

  private static StricterRule text(String code, String because) {
    return of(code, because, (json, v) -> at(json, v.pointer()) instanceof JsonString);
  }

  private static StricterRule prose(String code, String because) {
    return of(code, because, (json, v) -> true);
  }

  private static JsonValue at(JsonObject json, JsonPointer pointer) {
    return pointer.in(json).orElse(JsonNull.NULL);
  }

  private static boolean isLanguageMap(JsonObject json, Violation violation) {
    return isLanguageMap(at(json, violation.pointer()));
  }

  private static boolean isInLanguageMap(JsonObject json, Violation violation) {
    return isLanguageMap(at(json, parent(violation.pointer())));
  }

  private static boolean isAroundLanguageMap(JsonObject json, Violation violation) {
    return isLanguageMap(json, violation) || isInLanguageMap(json, violation);
  }

  private static boolean isLanguageMap(JsonValue value) {
    return value instanceof JsonObject map
        && map.members().entrySet().stream().allMatch(StricterRule::isInALanguage);
  }

  private static boolean isInALanguage(Map.Entry<String, JsonValue> member) {
    return LANGUAGE.matcher(member.getKey()).matches() && member.getValue() instanceof JsonString;
  }

  private static JsonPointer parent(JsonPointer pointer) {
    List<String> tokens = pointer.tokens();
    return new JsonPointer(tokens.subList(0, tokens.size() - 1));
  }
}
