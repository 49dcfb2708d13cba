package org.microcred.crypto;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.microcred.testing.Vectors;

/** The contexts that the public vectors need beyond the bundled ones, supplied by the caller. */
public final class TestContexts {
  private TestContexts() {}

  /** A loader with those contexts. */
  public static DocumentLoader supplied() throws IOException {
    Map<URI, byte[]> documents = new HashMap<>();
    for (String row : Files.readAllLines(Vectors.path("CONTEXTS.tsv"))) {
      String[] cells = row.split("\t", -1);
      if (cells[0].contains("examples") || cells[0].contains("citizenship")) {
        documents.put(URI.create(cells[0]), Vectors.bytes(cells[1]));
      }
    }
    documents.put(
        URI.create("https://w3id.org/dcc/v1"),
        Vectors.bytes("../samples/documents/contexts/dcc-v1.jsonld"));
    return DocumentLoader.of(documents);
  }
}
