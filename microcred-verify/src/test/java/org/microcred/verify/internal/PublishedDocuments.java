package org.microcred.verify.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/** What the vectors and samples hold of one type, on its own or inside another document. */
final class PublishedDocuments {
  private PublishedDocuments() {}

  /** All different objects with one of those types. */
  static Set<JsonObject> ofType(List<String> types) throws IOException {
    Set<JsonObject> found = new LinkedHashSet<>();
    for (JsonObject document : all()) {
      collect(document, types, found);
    }
    return found;
  }

  private static List<JsonObject> all() throws IOException {
    List<JsonObject> documents = new ArrayList<>();
    for (String folder : List.of("1edtech", "spec-examples", "../samples")) {
      try (Stream<Path> walk = Files.walk(Vectors.path(folder))) {
        for (Path file : walk.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
          read(file, documents);
        }
      }
    }
    return documents;
  }

  private static void read(Path file, List<JsonObject> documents) throws IOException {
    try {
      documents.add(Json.readObject(Files.readAllBytes(file), Limits.defaults()));
    } catch (InvalidDocumentException e) {
      // Two published files are no JSON, or an array; they hold no credential.
      if (e.violations().stream().noneMatch(v -> v.code().startsWith("json."))) {
        throw new IOException(e);
      }
    }
  }

  private static void collect(JsonValue value, List<String> types, Set<JsonObject> found) {
    if (value instanceof JsonArray array) {
      array.items().forEach(item -> collect(item, types, found));
    } else if (value instanceof JsonObject object) {
      List<JsonValue> own = object.list("type");
      if (types.stream().anyMatch(type -> own.contains(new JsonString(type)))) {
        found.add(object);
      }
      object.members().values().forEach(member -> collect(member, types, found));
    }
  }
}
