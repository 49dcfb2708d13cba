package org.microcred.examples.benchmarks;

import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What peers on Jakarta's JSON need: a reader, and the bundled contexts, parsed once. */
final class Peers {
  private Peers() {}

  static JsonObject read(byte[] json) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
      return reader.readObject();
    }
  }

  static DocumentLoader contexts() {
    Map<URI, Document> parsed = new ConcurrentHashMap<>();
    return (url, options) -> parsed.computeIfAbsent(url, Peers::context);
  }

  private static Document context(URI url) {
    try {
      return JsonDocument.of(
          read(org.microcred.crypto.DocumentLoader.bundled().load(url).orElseThrow().content()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
