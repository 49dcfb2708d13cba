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
 * AchievementCredential and EndorsementCredential, CLR 2.0 ClrCredential). What they mean is not
 * looked at here.
 */
final class Contexts {
  /** The context of Open Badges 3.0 that new credentials get. */
  static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

  /** The context of CLR 2.0 that new credentials get. */
  static final String CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

  /** The contexts in which allowedValue is a list; in those before it is a set. */
  private static final Set<JsonValue> ORDERED_VALUES =
      Set.of(
          new JsonString("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"),
          new JsonString(OPEN_BADGES));

  private Contexts() {}

  /** {@return the first context of a credential of the W3C data models} */
  static JsonString first(DataModel model) {
    return new JsonString(
        model
            .context()
            .orElseThrow(
                () -> new IllegalArgumentException("dataModel: " + model + " has no contexts")));
  }

  /** {@return whether the context makes allowed values a list, so that a signature fixes it} */
  static boolean listAllowedValues(JsonObject credential) {
    return credential.list("@context").stream().anyMatch(ORDERED_VALUES::contains);
  }

  /** The contexts of one specification: {@code context.json} or {@code context-3.d.d.json}. */
  private enum Family {
    BADGES("ob.context", OPEN_BADGES, '3'),
    RECORDS("clr.context", CLR, '2');

    private static final String END = ".json";
    private static final int VERSION_LENGTH = "-3.0.3".length();

    private final String key;
    private final String current;
    private final String start;
    private final char major;

    Family(String key, String current, char major) {
      this.key = key;
      this.current = current;
      this.start = current.substring(0, current.lastIndexOf('-'));
      this.major = major;
    }

    boolean contains(JsonValue item) {
      if (!(item instanceof JsonString string)) {
        return false;
      }
      String url = string.value();
      return url.startsWith(start)
          && url.endsWith(END)
          && isVersion(url.substring(start.length(), url.length() - END.length()));
    }

    private boolean isVersion(String text) {
      return text.isEmpty()
          || (text.length() == VERSION_LENGTH
              && text.charAt(0) == '-'
              && text.charAt(1) == major
              && text.charAt(2) == '.'
              && isDigit(text.charAt(3))
              && text.charAt(4) == '.'
              && isDigit(text.charAt(5)));
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }
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
    JsonString first = first(in.conformance().dataModel());
    if (items.isEmpty() || !items.get(0).equals(first)) {
      in.fail("vc.context#first", pointer.child(0), SafeText.quote(first.value()));
    }
    int next = 1;
    for (Family family : families(in)) {
      if (items.size() <= next || !family.contains(items.get(next))) {
        in.fail(family.key, pointer.child(next), SafeText.quote(family.current));
      }
      next++;
    }
    for (int i = 1; i < items.size(); i++) {
      checkFurther(in, pointer.child(i), items.get(i));
    }
  }

  /** {@return what must stand behind the context of the data model, in this order} */
  private static List<Family> families(Cursor in) {
    return switch (in.conformance().kind()) {
      case PLAIN, RECORDED -> List.of();
      case ACHIEVEMENT, ENDORSEMENT -> List.of(Family.BADGES);
      case CLR -> List.of(Family.RECORDS, Family.BADGES);
    };
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
}
