package org.microcred.model.competency;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Makes CASE packages for tests. */
final class Packages {
  static final String BASE = "https://case.example/ims/case/v1p1/";
  static final String CHANGED = "2026-01-31T09:30:00Z";

  private JsonObject document =
      object("CFDocuments", "document").put("creator", "Example").put("title", "Frame").build();
  private final List<JsonObject> items = new ArrayList<>();
  private final List<JsonObject> associations = new ArrayList<>();

  /** The UUID of what has that name. */
  static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The URI of the item of that name. */
  static String uri(String name) {
    return BASE + "CFItems/" + id(name);
  }

  /** What every object has. */
  static JsonObject.Builder object(String collection, String name) {
    return JsonObject.builder()
        .put("identifier", id(name))
        .put("uri", BASE + collection + "/" + id(name))
        .put("lastChangeDateTime", CHANGED);
  }

  static JsonObject link(String collection, String name) {
    return JsonObject.builder()
        .put("title", name)
        .put("identifier", id(name))
        .put("uri", BASE + collection + "/" + id(name))
        .build();
  }

  Packages document(UnaryOperator<JsonObject> edit) {
    document = edit.apply(document);
    return this;
  }

  /** Items of those names, which are their statements, too. */
  Packages items(String... names) {
    for (String name : names) {
      item(name, item -> item);
    }
    return this;
  }

  Packages item(String name, UnaryOperator<JsonObject> edit) {
    items.add(edit.apply(object("CFItems", name).put("fullStatement", name).build()));
    return this;
  }

  /** Children of a parent, in their order; of the document when the parent is "document". */
  Packages children(String parent, String... names) {
    for (String name : names) {
      association(name, "isChildOf", parent, association -> association);
    }
    return this;
  }

  Packages association(String from, String type, String to, UnaryOperator<JsonObject> edit) {
    String name = from + " " + type + " " + to + " " + associations.size();
    associations.add(
        edit.apply(
            object("CFAssociations", name)
                .put("associationType", type)
                .put("originNodeURI", link("CFItems", from))
                .put(
                    "destinationNodeURI",
                    link(to.equals("document") ? "CFDocuments" : "CFItems", to))
                .build()));
    return this;
  }

  Packages matches(String from, String to) {
    return association(from, "exactMatchOf", to, association -> association);
  }

  JsonObject json() {
    return JsonObject.builder()
        .put("CFDocument", document)
        .put("CFItems", new JsonArray(List.copyOf(items)))
        .put("CFAssociations", new JsonArray(List.copyOf(associations)))
        .build();
  }

  byte[] bytes() {
    return Json.writeBytes(json());
  }

  /** A tree of that many items with ten children each, about a kilobyte an item. */
  static byte[] tree(int size) {
    ByteArrayOutputStream items = new ByteArrayOutputStream();
    ByteArrayOutputStream associations = new ByteArrayOutputStream();
    for (int i = 0; i < size; i++) {
      String name = "c" + i;
      String parent = i < 10 ? "document" : "c" + (i / 10 - 1);
      JsonString code = new JsonString("K." + i);
      JsonNumber place = JsonNumber.of(i % 10);
      Packages one =
          new Packages()
              .item(name, item -> item.with("humanCodingScheme", code).with("notes", NOTES))
              .association(name, "isChildOf", parent, a -> a.with("sequenceNumber", place));
      append(items, one.items.get(0));
      append(associations, one.associations.get(0));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes("{\"CFDocument\":".getBytes(StandardCharsets.UTF_8));
    all.writeBytes(Json.writeBytes(new Packages().document));
    all.writeBytes(",\"CFItems\":[".getBytes(StandardCharsets.UTF_8));
    all.writeBytes(items.toByteArray());
    all.writeBytes("],\"CFAssociations\":[".getBytes(StandardCharsets.UTF_8));
    all.writeBytes(associations.toByteArray());
    all.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }

  private static final JsonString NOTES = new JsonString("A note. ".repeat(20));

  private static void append(ByteArrayOutputStream out, JsonObject object) {
    if (out.size() > 0) {
      out.write(',');
    }
    out.writeBytes(Json.writeBytes(object));
  }
}
