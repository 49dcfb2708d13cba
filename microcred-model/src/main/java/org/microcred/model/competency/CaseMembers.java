package org.microcred.model.competency;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.microcred.model.DataModel;
import org.microcred.model.SafeText;
import org.microcred.model.Vocabulary;
import org.microcred.model.internal.Conformance;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Dates;
import org.microcred.model.internal.Inspection;
import org.microcred.model.internal.Numbers;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** How CASE writes the members of its objects, where that differs from credentials. */
final class CaseMembers {
  /** The rules of credentials do not apply. */
  private static final Conformance NO_CREDENTIAL =
      new Conformance(DataModel.VC_2_0, Conformance.Kind.PLAIN);

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
  private static final String EXTENSIONS = "extensions";
  private static final String LAST_CHANGE = "lastChangeDateTime";

  private CaseMembers() {}

  /** {@return the cursor at one object of a package} */
  static Cursor root(JsonObject object, Inspection inspection) {
    return Cursor.root(object, NO_CREDENTIAL, inspection);
  }

  /** {@return the texts of an optional array} CASE is no JSON-LD: one text is still an array. */
  static List<String> texts(Cursor in, String name) {
    return isArray(in, name) ? in.texts(name) : List.of();
  }

  static <T> List<T> objects(Cursor in, String name, Function<Cursor, T> read) {
    return isArray(in, name) ? in.objects(name, read) : List.of();
  }

  private static boolean isArray(Cursor in, String name) {
    JsonValue value = in.take(name);
    if (value == null || value instanceof JsonArray) {
      return value != null;
    }
    in.wrongType("an array", value, in.pointer().child(name));
    return false;
  }

  /** {@return a text that the specification requires and published packages leave out} */
  static Optional<String> expectedText(Cursor in, String name) {
    if (!in.object().has(name)) {
      in.warn("model.required", in.pointer().child(name));
    }
    return in.optionalText(name);
  }

  /**
   * {@return a whole number; CASE 1.0 binds Integer to 32 bits} Published packages write some of
   * them as text: then it is read as a number, with a warning.
   */
  static Optional<Integer> integer(Cursor in, String name) {
    JsonPointer pointer = in.pointer().child(name);
    Optional<String> text = in.object().string(name);
    if (text.filter(t -> INTEGER.matcher(t).matches()).isPresent()) {
      in.take(name);
      in.warn("case.number-as-text", pointer);
      return Optional.of(Integer.valueOf(text.get()));
    }
    Optional<BigDecimal> number = Numbers.optional(in, name);
    try {
      return number.map(BigDecimal::intValueExact);
    } catch (ArithmeticException e) {
      in.fail("model.number#integer", pointer);
      return Optional.empty();
    }
  }

  /**
   * {@return when the object was last changed} CASE asks for ISO 8601 only, and published packages
   * leave the offset out: then it is read as UTC, with a warning.
   */
  static Instant lastChange(Cursor in) {
    if (in.object().get(LAST_CHANGE).orElse(JsonNull.NULL) instanceof JsonString text
        && Dates.instant(text.value()).isEmpty()) {
      Optional<Instant> local = Dates.instant(text.value() + 'Z');
      if (local.isPresent()) {
        in.take(LAST_CHANGE);
        in.warn("case.local-time", in.pointer().child(LAST_CHANGE));
        return local.get();
      }
    }
    return Dates.required(in, LAST_CHANGE).orElse(Instant.EPOCH);
  }

  /** {@return the term, after a warning if it is nobody's} */
  static <T extends Vocabulary> T known(Cursor in, String name, T term) {
    if (!term.isStandard() && !term.isExtension() && in.isSound(name)) {
      in.warn("case.vocabulary", in.pointer().child(name), SafeText.quote(term.value()));
    }
    return term;
  }

  /** {@return the members that nothing has read}; extensions belong into one object. */
  static JsonObject more(Cursor in) {
    extensions(in)
        .filter(value -> !(value instanceof JsonObject))
        .ifPresent(value -> in.wrongType("an object", value, extensions(in.pointer())));
    return unknown(in);
  }

  /** {@return as {@link #more}, where extensions are an array of objects} */
  static JsonObject moreOfLevel(Cursor in) {
    JsonPointer pointer = extensions(in.pointer());
    extensions(in)
        .ifPresent(
            value -> {
              if (value instanceof JsonArray array) {
                for (int i = 0; i < array.items().size(); i++) {
                  if (!(array.items().get(i) instanceof JsonObject)) {
                    in.wrongType("an object", array.items().get(i), pointer.child(i));
                  }
                }
              } else {
                in.wrongType("an array", value, pointer);
              }
            });
    return unknown(in);
  }

  private static Optional<JsonValue> extensions(Cursor in) {
    return in.object().get(EXTENSIONS).filter(value -> !(value instanceof JsonNull));
  }

  private static JsonPointer extensions(JsonPointer object) {
    return object.child(EXTENSIONS);
  }

  private static JsonObject unknown(Cursor in) {
    JsonObject more = in.more();
    for (String name : more.members().keySet()) {
      if (!name.equals(EXTENSIONS)) {
        in.warn("case.unknown-member", in.pointer().child(name));
      }
    }
    return more;
  }
}
