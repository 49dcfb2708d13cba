package org.microcred.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/** Within a set whose elements are named by their ids, an id means one thing. */
final class Ids {
  private Ids() {}

  /** Refuses an element that has the id of an earlier one and differs from it. */
  static void unique(Cursor in, String name) {
    Map<String, JsonObject> seen = new HashMap<>();
    List<JsonValue> items = in.object().list(name);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof JsonObject item) {
        Optional<String> id = item.string("id");
        JsonObject first = id.map(known -> seen.putIfAbsent(known, item)).orElse(item);
        if (!first.equals(item)) {
          in.fail("model.duplicate-id", in.pointer().child(name).child(i).child("id"));
        }
      }
    }
  }
}
