package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * Holds what a specification says of one class against what reading does: each property is a part
 * of our type, is typed, is there when it must be, and is one when it may be one only.
 */
final class ModelRules {
  /** What a specification says of a property. */
  record Property(String name, boolean required, boolean single) {}

  /** Our type, and a place in a sound document where there is one of it. */
  record Place(Class<?> type, JsonObject document, String pointer) {}

  /** Parts that are not named like their property, with or without an s. */
  private static final Map<String, String> NAMES =
      Map.of(
          "credentialSubject", "subject",
          "OtherCredential credentialSubject", "subjectIds",
          "credentialSchema", "schemas",
          "credentialStatus", "status",
          "issuanceDate", "validFrom",
          "expirationDate", "validUntil");

  /** Why a property is no part of our type. */
  static final Map<String, String> NO_PART =
      Map.of(
          "@context", "dataModel() tells the first, json() all",
          "proof", "it covers the credential, so microcred-crypto reads it");

  /** Why several are accepted where the classes of 1EdTech have one. */
  static final Map<String, String> SEVERAL =
      Map.of(
          "credentialStatus", "VC 2.0 §4.10: one or more",
          "refreshService", "VC 2.0 §5.4: one or more");

  private ModelRules() {}

  /** The rules that are kept, counted. */
  static int check(Place place, Property property, boolean constant) {
    int rules = 0;
    String what = place.type().getSimpleName() + " " + property.name();
    if (!NO_PART.containsKey(property.name()) && !constant) {
      String name = NAMES.getOrDefault(what, NAMES.getOrDefault(property.name(), property.name()));
      assertThat(parts(place.type())).as(what).containsAnyOf(name, name + "s");
      rules++;
    }
    String pointer = place.pointer() + "/" + property.name();
    assertThat(
            found(Edits.set(place.document(), pointer, "{\"@none\": 1}"), pointer).size()
                + found(Edits.set(place.document(), pointer, "false"), pointer).size())
        .as("%s is typed", what)
        .isPositive();
    rules++;
    if (property.required()) {
      assertThat(Credential.read(Edits.remove(place.document(), pointer)).findings().failures())
          .as("%s is required", what)
          .extracting(Violation::pointer)
          .contains(JsonPointer.parse(pointer));
      rules++;
    }
    if (property.single() && !SEVERAL.containsKey(property.name())) {
      assertThat(found(Edits.set(place.document(), pointer, "[]"), pointer))
          .as("%s is one", what)
          .isNotEmpty();
      rules++;
    }
    return rules;
  }

  /** The failures at a place and below. */
  static List<String> found(JsonObject document, String pointer) {
    return Credential.read(document).findings().failures().stream()
        .map(failure -> failure.pointer().toString())
        .filter(at -> at.equals(pointer) || at.startsWith(pointer + "/"))
        .toList();
  }

  private static Set<String> parts(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .map(Method::getName)
        .collect(Collectors.toSet());
  }
}
