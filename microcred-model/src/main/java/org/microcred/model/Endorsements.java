package org.microcred.model;

import java.util.function.Predicate;
import org.microcred.model.internal.Cursor;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * The shape of endorsements, which stay in the members that their types do not know: whatever is
 * there can be found, and verified as a credential of its own.
 */
final class Endorsements {
  private static final JsonString TYPE = new JsonString("EndorsementCredential");

  private Endorsements() {}

  static void check(Cursor in) {
    check(in, "endorsement", Endorsements::isCredential, "ob.endorsement#credential");
    check(in, "endorsementJwt", Endorsements::isCompactJws, "ob.endorsement#jwt");
  }

  private static void check(Cursor in, String name, Predicate<JsonValue> isOne, String key) {
    JsonValue value = in.object().get(name).orElse(JsonNull.NULL);
    JsonPointer pointer = in.pointer().child(name);
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        if (!isOne.test(array.items().get(i))) {
          in.fail(key, pointer.child(i));
        }
      }
    } else if (value != JsonNull.NULL && !isOne.test(value)) {
      in.fail(key, pointer);
    }
  }

  private static boolean isCredential(JsonValue value) {
    return value instanceof JsonObject credential && credential.list("type").contains(TYPE);
  }

  /** Three parts of base64url characters; the payload may be detached (RFC 7515 §7.1, App. F). */
  private static boolean isCompactJws(JsonValue value) {
    if (!(value instanceof JsonString string)) {
      return false;
    }
    String text = string.value();
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    return first > 0
        && second > first
        && second < text.length() - 1
        && isBase64Url(text, 0, first)
        && isBase64Url(text, first + 1, second)
        && isBase64Url(text, second + 1, text.length());
  }

  private static boolean isBase64Url(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
