package org.microcred.crypto.internal.dataintegrity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/**
 * Parts of a document by pointers (Data Integrity ECDSA Cryptosuites 1.0 §3.4.13): whatever is
 * selected keeps its place, and each object on the way its id and its types.
 */
final class JsonSelection {
  /** The last two are there while nodes without an id have one. */
  private static final List<String> ALWAYS = List.of("@context", "id", "type", "@id", "@type");

  private JsonSelection() {}

  /**
   * The selection, with the document's contexts; empty when there are no pointers.
   *
   * @throws IllegalArgumentException when a pointer leads nowhere
   */
  static Optional<JsonObject> of(JsonObject document, List<JsonPointer> pointers) {
    if (pointers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        (JsonObject) select(document, pointers.stream().map(JsonPointer::tokens).toList()));
  }

  private static JsonValue select(JsonValue value, List<List<String>> paths) {
    boolean whole = paths.stream().anyMatch(List::isEmpty);
    if (value instanceof JsonObject object) {
      return object(object, paths, whole);
    }
    if (whole) {
      return value;
    }
    if (value instanceof JsonArray array) {
      return array(array, paths);
    }
    throw nowhere(paths);
  }

  private static JsonObject object(JsonObject object, List<List<String>> paths, boolean whole) {
    if (whole) {
      return object;
    }
    JsonObject.Builder selected = JsonObject.builder();
    ALWAYS.forEach(name -> selected.putIfPresent(name, object.get(name)));
    byHead(paths)
        .forEach(
            (name, rests) -> {
              JsonValue member = object.get(name).orElseThrow(() -> nowhere(paths));
              if (!ALWAYS.contains(name)) {
                selected.put(name, select(member, rests));
              }
            });
    return selected.build();
  }

  /** Elements that are not selected leave no gap. */
  private static JsonArray array(JsonArray array, List<List<String>> paths) {
    List<JsonValue> selected = new ArrayList<>();
    Map<String, List<List<String>>> byIndex = byHead(paths);
    for (int i = 0; i < array.items().size(); i++) {
      List<List<String>> rests = byIndex.remove(Integer.toString(i));
      if (rests != null) {
        selected.add(select(array.items().get(i), rests));
      }
    }
    if (!byIndex.isEmpty()) {
      throw nowhere(paths);
    }
    return new JsonArray(selected);
  }

  private static Map<String, List<List<String>>> byHead(List<List<String>> paths) {
    Map<String, List<List<String>>> byHead = new LinkedHashMap<>();
    for (List<String> path : paths) {
      byHead
          .computeIfAbsent(path.get(0), head -> new ArrayList<>())
          .add(path.subList(1, path.size()));
    }
    return byHead;
  }

  private static IllegalArgumentException nowhere(List<List<String>> paths) {
    return new IllegalArgumentException(
        "pointers: the document has nothing at …" + new JsonPointer(paths.get(0)));
  }
}
