package org.microcred.model.json;

import java.util.List;
import java.util.stream.Stream;

/**
 * A JSON array.
 *
 * @param items the elements in their order; unmodifiable
 */
public record JsonArray(List<JsonValue> items) implements JsonValue {
  /** The array without elements. */
  public static final JsonArray EMPTY = new JsonArray(List.of());

  public JsonArray {
    items = List.copyOf(items);
  }

  /**
   * {@return an array of the given values}
   *
   * @param items the elements in their order
   */
  public static JsonArray of(JsonValue... items) {
    return new JsonArray(List.of(items));
  }

  /**
   * {@return an array of strings}
   *
   * @param items the elements in their order
   */
  public static JsonArray ofStrings(List<String> items) {
    return new JsonArray(items.stream().<JsonValue>map(JsonString::new).toList());
  }

  /** {@return the elements in their order} */
  public Stream<JsonValue> stream() {
    return items.stream();
  }

  @Override
  public String typeName() {
    return "an array";
  }

  @Override
  public String toString() {
    return Json.write(this);
  }
}
