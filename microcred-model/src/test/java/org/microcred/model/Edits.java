package org.microcred.model;

import java.util.ArrayList;
import java.util.List;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/** Changes at a place in a document. */
public final class Edits {
  private Edits() {}

  /** The document with another value at that place, which its parent must have. */
  public static JsonObject set(JsonObject document, String pointer, String json) {
    return (JsonObject) edit(document, JsonPointer.parse(pointer).tokens(), parse(json));
  }

  /** The document without the member or element at that place. */
  public static JsonObject remove(JsonObject document, String pointer) {
    return (JsonObject) edit(document, JsonPointer.parse(pointer).tokens(), List.of());
  }

  public static List<JsonValue> parse(String json) {
    try {
      return List.of(Json.read(json, Limits.defaults()));
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static JsonValue edit(JsonValue at, List<String> path, List<JsonValue> value) {
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (at instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>(array.items());
      int index = Integer.parseInt(name);
      if (!rest.isEmpty()) {
        items.set(index, edit(items.get(index), rest, value));
      } else if (value.isEmpty()) {
        items.remove(index);
      } else {
        items.set(index, value.get(0));
      }
      return new JsonArray(items);
    }
    JsonObject object = (JsonObject) at;
    if (rest.isEmpty()) {
      return value.isEmpty() ? object.without(name) : object.with(name, value.get(0));
    }
    return object.with(name, edit(object.get(name).orElseThrow(), rest, value));
  }
}
