package org.microcred.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Names and descriptions with a language and a direction (VC 2.0 §4.6, §11.1): a string, a language
 * value object, or an array of them.
 */
final class LanguageValues {
  private LanguageValues() {}

  /** {@return the text of an optional member; the first where there are several} */
  static Optional<String> text(Cursor in, String name) {
    JsonValue value = in.object().get(name).orElse(null);
    if (value instanceof JsonArray array) {
      return first(in, in.pointer().child(name), array.items());
    }
    return value instanceof JsonObject object
        ? single(in, in.pointer().child(name), object)
        : in.optionalText(name);
  }

  private static Optional<String> first(Cursor in, JsonPointer pointer, List<JsonValue> items) {
    if (items.isEmpty()) {
      in.fail("model.empty", pointer, "is empty");
    }
    Optional<String> first = Optional.empty();
    for (int i = 0; i < items.size(); i++) {
      JsonPointer at = pointer.child(i);
      Optional<String> text = Optional.empty();
      if (items.get(i) instanceof JsonString string) {
        text = Optional.of(string.value());
      } else if (items.get(i) instanceof JsonObject object) {
        text = single(in, at, object);
      } else {
        in.fail("vc.language-value", at, "is neither a string nor a language value object");
      }
      first = first.isPresent() ? first : text;
    }
    return first;
  }

  private static Optional<String> single(Cursor in, JsonPointer pointer, JsonObject object) {
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      boolean fits =
          member.getValue() instanceof JsonString string
              && switch (member.getKey()) {
                case "@value", "@language" -> true;
                case "@direction" -> string.value().equals("ltr") || string.value().equals("rtl");
                default -> false;
              };
      if (!fits) {
        in.fail(
            "vc.language-value",
            pointer.child(member.getKey()),
            "does not belong in a language value object, which has @value and, optionally,"
                + " @language and @direction (ltr or rtl)");
      }
    }
    if (!object.has("@value")) {
      in.fail("vc.language-value", pointer, "has no @value");
    }
    return object.string("@value");
  }
}
