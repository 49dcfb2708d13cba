package org.microcred.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * A text for display with its language and direction (VC 2.0 §4.6, §11.1). In JSON it is a string,
 * a language value object, or an array of them.
 *
 * @param value the text
 * @param language its language as BCP 47 has it, such as {@code en} or {@code ar-EG}
 * @param direction which way it is written
 */
public record LanguageValue(
    String value, Optional<String> language, Optional<TextDirection> direction) {

  public LanguageValue {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(direction, "direction");
  }

  /**
   * {@return a text whose language is not said}
   *
   * @param value the text
   */
  public static LanguageValue of(String value) {
    return new LanguageValue(value, Optional.empty(), Optional.empty());
  }

  /**
   * {@return a text in a language}
   *
   * @param value the text
   * @param language its language as BCP 47 has it
   */
  public static LanguageValue of(String value, String language) {
    return new LanguageValue(value, Optional.of(language), Optional.empty());
  }

  /**
   * {@return the text that suits readers of those languages best (RFC 4647 lookup); the first one
   * when none does, empty when there is none at all}
   *
   * @param values the texts to choose from
   * @param preferred the languages, best first
   */
  public static Optional<LanguageValue> best(
      List<LanguageValue> values, List<Locale.LanguageRange> preferred) {
    List<String> tags = values.stream().flatMap(v -> v.language().stream()).toList();
    String tag = Locale.lookupTag(preferred, tags);
    return values.stream()
        .filter(v -> tag != null && v.language().filter(tag::equalsIgnoreCase).isPresent())
        .findFirst()
        .or(() -> values.stream().findFirst());
  }

  /** Reads an optional member. */
  static List<LanguageValue> readFrom(Cursor in, String name) {
    JsonValue value = in.take(name);
    if (value == null) {
      return List.of();
    }
    JsonPointer pointer = in.pointer().child(name);
    if (value instanceof JsonString || value instanceof JsonObject) {
      return read(in, pointer, value).stream().toList();
    }
    if (!(value instanceof JsonArray array)) {
      in.wrongType("a string", value, pointer);
      return List.of();
    }
    if (array.items().isEmpty()) {
      in.fail("model.empty", pointer);
    }
    List<LanguageValue> values = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      read(in, pointer.child(i), array.items().get(i)).ifPresent(values::add);
    }
    return List.copyOf(values);
  }

  private static Optional<LanguageValue> read(Cursor in, JsonPointer pointer, JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(of(string.value()));
    }
    if (!(value instanceof JsonObject object)) {
      in.fail("vc.language-value#kind", pointer);
      return Optional.empty();
    }
    object
        .members()
        .forEach(
            (member, item) -> {
              if (!fits(member, item)) {
                in.fail("vc.language-value#member", pointer.child(member));
              }
            });
    if (!object.has("@value")) {
      in.fail("vc.language-value#value", pointer);
    }
    return object
        .string("@value")
        .map(
            text ->
                new LanguageValue(
                    text,
                    object.string("@language"),
                    object.string("@direction").flatMap(TextDirection::of)));
  }

  private static boolean fits(String member, JsonValue value) {
    return value instanceof JsonString string
        && switch (member) {
          case "@value", "@language" -> true;
          case "@direction" -> TextDirection.of(string.value()).isPresent();
          default -> false;
        };
  }

  /** {@return this text as JSON: a string when nothing but the text is known} */
  public JsonValue toJson() {
    if (language.isEmpty() && direction.isEmpty()) {
      return new JsonString(value);
    }
    return new Members()
        .put("@value", value)
        .text("@language", language)
        .text("@direction", direction.map(TextDirection::value))
        .build();
  }
}
