package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.TestContexts;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.testing.Vectors;

/** Our emitter against titanium's own, which is linear neither in size nor strict. */
class QuadEmitterConformanceTest {
  @Test
  void writesTheQuadsThatTitaniumWrites() throws Exception {
    DocumentLoader supplied = TestContexts.supplied();
    int compared = 0;
    int refused = 0;
    for (Path file : documents()) {
      JsonObject document = Json.readObject(Files.readAllBytes(file), Limits.defaults());
      Canonical ours = Documents.canonicalise(document, supplied);
      if (ours.nquads().isPresent()) {
        assertThat(ours.nquads()).as(file.toString()).contains(titanium(document, supplied));
        compared++;
      } else {
        refused++;
      }
    }
    System.out.printf("quads: %d documents agree, %d refused%n", compared, refused);
    assertThat(List.of(compared, refused)).containsExactly(146, 4); // an inline context, no context
  }

  @Test
  void writesOtherKindsOfValuesAsTitaniumDoes() throws Exception {
    for (String value :
        List.of(
            "{\"@value\":{\"b\":[1,null,true],\"a\":2.5},\"@type\":\"@json\"}",
            "{\"@value\":\"x\",\"@language\":\"en-GB\"}",
            "[true,false,1,-7,2.5,1e2,0.000001,123456789012345,\"x\",\"\\\"\\n\\\\\"]")) {
      JsonObject document = Documents.with(Documents.badge(), "/name", value);
      assertThat(Documents.canonicalise(document).nquads())
          .contains(titanium(document, DocumentLoader.none()));
    }
  }

  private static String titanium(JsonObject document, DocumentLoader supplied) throws Exception {
    ContextSource contexts = new ContextSource(supplied, Limits.defaults());
    try (Meter meter = new Meter(WorkBudget.of(Limits.defaults()))) {
      Rdfc rdfc = new Rdfc("SHA-256", meter);
      JsonLd.toRdf(JsonDocument.of(JakartaJson.of(document)))
          .options(new JsonLdOptions(contexts))
          .provide(rdfc);
      return TitaniumCanonicaliser.canonical(rdfc, Findings.none()).nquads().orElseThrow();
    }
  }

  private static List<Path> documents() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder :
        List.of(
            "../samples/dcc-vc-test-fixtures",
            "../samples/spec-examples",
            "vc-di-eddsa",
            "vc-di-ecdsa",
            "1edtech/spec-examples-ob30",
            "vc-data-model-schema")) {
      try (Stream<Path> found = Files.walk(Vectors.path(folder))) {
        found
            .filter(path -> path.toString().endsWith(".json"))
            .filter(QuadEmitterConformanceTest::isCredential)
            .forEach(files::add);
      }
    }
    return files;
  }

  private static boolean isCredential(Path file) {
    try {
      String text = Files.readString(file);
      return text.contains("\"@context\"") && text.contains("VerifiableCredential");
    } catch (IOException e) {
      return false;
    }
  }
}
