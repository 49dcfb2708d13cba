package org.microcred.model;

import java.util.List;
import java.util.Set;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uris;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * The order and presence of contexts (VC 2.0 §4.3, VC 1.1 §4.1, Open Badges 3.0
 * AchievementCredential). What they mean is not looked at here.
 */
final class Contexts {
  /** The context of Open Badges 3.0 that new credentials get. */
  static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

  private static final String OPEN_BADGES_START = "https://purl.imsglobal.org/spec/ob/v3p0/context";
  private static final String OPEN_BADGES_END = ".json";

  /** The contexts in which allowedValue is a list; in those before it is a set. */
  private static final Set<JsonValue> ORDERED_VALUES =
      Set.of(
          new JsonString("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"),
          new JsonString(OPEN_BADGES));

  private Contexts() {}

  /** {@return whether the context makes allowed values a list, so that a signature fixes it} */
  static boolean listAllowedValues(JsonObject credential) {
    return credential.list("@context").stream().anyMatch(ORDERED_VALUES::contains);
  }

  static void check(Cursor in) {
    JsonPointer pointer = in.pointer().child("@context");
    JsonValue value = in.object().get("@context").orElse(null);
    if (value == null) {
      in.fail("model.required", pointer);
    } else if (value instanceof JsonArray array) {
      check(in, pointer, array.items());
    } else {
      in.fail("vc.context#array", pointer, value.typeName());
    }
  }

  /** Whatever contexts, as envelopes have them: one or more (VC 2.0 §4.13.1). */
  static void checkAny(Cursor in) {
    JsonPointer pointer = in.pointer().child("@context");
    JsonValue value = in.object().get("@context").orElse(null);
    if (value == null) {
      in.fail("model.required", pointer);
    } else if (value instanceof JsonArray array) {
      in.refuseEmpty("@context");
      for (int i = 0; i < array.items().size(); i++) {
        checkFurther(in, pointer.child(i), array.items().get(i));
      }
    } else {
      checkFurther(in, pointer, value);
    }
  }

  private static void check(Cursor in, JsonPointer pointer, List<JsonValue> items) {
    if (items.isEmpty() || !isDataModel(items.get(0))) {
      in.fail(
          "vc.context#first",
          pointer.child(0),
          SafeText.quote(DataModel.VC_2_0.context()),
          SafeText.quote(DataModel.VC_1_1.context()));
    }
    if (in.conformance().openBadges() && (items.size() < 2 || !isOpenBadges(items.get(1)))) {
      in.fail("ob.context", pointer.child(1), SafeText.quote(OPEN_BADGES));
    }
    for (int i = 1; i < items.size(); i++) {
      checkFurther(in, pointer.child(i), items.get(i));
    }
  }

  private static void checkFurther(Cursor in, JsonPointer pointer, JsonValue item) {
    if (!in.isSound(pointer)) {
      return;
    }
    if (item instanceof JsonString url) {
      if (!Uris.isAbsolute(url.value())) {
        in.fail("model.uri", pointer);
      }
    } else if (!(item instanceof JsonObject)) {
      in.fail("vc.context#item", pointer, item.typeName());
    }
  }

  private static boolean isDataModel(JsonValue item) {
    return item instanceof JsonString url && DataModel.ofContext(url.value()).isPresent();
  }

  /** {@code context.json} or {@code context-3.d.d.json}. */
  private static boolean isOpenBadges(JsonValue item) {
    if (!(item instanceof JsonString string)) {
      return false;
    }
    String url = string.value();
    if (!url.startsWith(OPEN_BADGES_START) || !url.endsWith(OPEN_BADGES_END)) {
      return false;
    }
    int length = url.length() - OPEN_BADGES_START.length() - OPEN_BADGES_END.length();
    if (length == 0) {
      return true;
    }
    return length == 6
        && url.startsWith("-3.", OPEN_BADGES_START.length())
        && isDigit(url.charAt(OPEN_BADGES_START.length() + 3))
        && url.charAt(OPEN_BADGES_START.length() + 4) == '.'
        && isDigit(url.charAt(OPEN_BADGES_START.length() + 5));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
