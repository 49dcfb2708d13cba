package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/**
 * Proof chains of the Data Integrity test assertions. All files carry an inline context, which is
 * refused; what is tested is the chain, with the same definitions supplied under a URL. Contexts
 * are not signed, their quads are.
 */
class ProofChainConformanceTest {
  private static final URI CONTEXT = URI.create("https://vectors.example/context");

  @Test
  void acceptsAndRefusesTheChains() throws Exception {
    int accepted = 0;
    int refused = 0;
    List<Path> files;
    try (Stream<Path> found =
        Files.list(Vectors.path("di-test-assertion/inputs/eddsa-rdfc-2022"))) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      JsonObject document = Json.readObject(Files.readAllBytes(file), Limits.defaults());
      assertThat(codes(Inspection.of(document, InspectionSettings.defaults()).context()))
          .containsOnly("context.inline");
      Findings chain = chain(document);
      if (file.getFileName().toString().contains("Ok-")) {
        assertThat(chain).as(file.toString()).isEqualTo(Findings.none());
        accepted++;
      } else {
        assertThat(codes(chain))
            .as(file.toString())
            .anyMatch(code -> code.startsWith("proof.previous"));
        refused++;
      }
    }
    System.out.printf("di-test-assertion: %d accepted, %d refused%n", accepted, refused);
    assertThat(List.of(accepted, refused)).containsExactly(4, 8);
  }

  private static Findings chain(JsonObject document) throws Exception {
    List<JsonValue> contexts = new ArrayList<>();
    JsonObject inline = JsonObject.EMPTY;
    for (JsonValue entry : document.list("@context")) {
      if (entry instanceof JsonObject object) {
        inline =
            object.has("@context") ? object : JsonObject.builder().put("@context", object).build();
        contexts.add(new JsonString(CONTEXT.toString()));
      } else {
        contexts.add(entry);
      }
    }
    Inspection inspection =
        Inspection.of(
            document.with("@context", new JsonArray(contexts)),
            InspectionSettings.of(DocumentLoader.of(Map.of(CONTEXT, Json.writeBytes(inline)))));
    Findings findings = inspection.shape();
    for (Proof proof : inspection.proofs()) {
      findings = findings.and(inspection.verify(proof, TestKeys.named(proof)));
    }
    return findings;
  }

  private static List<String> codes(Findings findings) {
    return findings.failures().stream().map(Violation::code).toList();
  }
}
