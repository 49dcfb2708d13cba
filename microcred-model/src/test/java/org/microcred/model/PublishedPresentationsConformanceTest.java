package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.testing.Vectors;

/** The presentations of the W3C specifications and of their test suites, enveloped and not. */
class PublishedPresentationsConformanceTest {
  private static final List<String> FOLDERS =
      List.of("spec-examples", "vc-data-model-schema", "vc-jose-cose-test-suite");

  /** What is rightly refused: data: URLs with blanks, an ellipsis, or a line break in base64. */
  private static final Map<String, List<String>> REFUSED =
      Map.of(
          "spec-examples/vc-jose-cose/example-004.json",
          List.of("envelope.id /verifiableCredential/0/id"),
          "spec-examples/vc-jose-cose/example-007.json",
          List.of("envelope.id /verifiableCredential/0/id"),
          "spec-examples/vc-jose-cose/example-020.json",
          List.of("envelope.id /verifiableCredential/0/id"),
          "vc-jose-cose-test-suite/presentation-multiple.json",
          List.of("envelope.id /verifiableCredential/2/id"));

  @Test
  void readsThemWithoutFailuresAndKeepsTheirBytes() throws Exception {
    int presentations = 0;
    int envelopes = 0;
    int embedded = 0;
    int enveloped = 0;
    Map<String, List<String>> refused = new TreeMap<>();
    for (String folder : FOLDERS) {
      for (Path file : files(Vectors.path(folder))) {
        byte[] bytes = Files.readAllBytes(file);
        if (!(Json.read(bytes, Limits.defaults()) instanceof JsonObject json)) {
          continue;
        }
        try {
          if (is(json, EnvelopedPresentation.TYPE_NAME)) {
            assertThat(EnvelopedPresentation.parse(json).mediaType()).startsWith("application/vp+");
            envelopes++;
          } else if (is(json, Presentation.TYPE_NAME)) {
            Presentation presentation = Presentation.parse(bytes);
            assertThat(presentation.toBytes()).isEqualTo(bytes);
            assertThat(presentation.toBuilder().build().json())
                .isEqualTo(presentation.json().without("proof"));
            presentations++;
            for (PresentedCredential credential : presentation.verifiableCredentials()) {
              if (credential instanceof EnvelopedCredential envelope) {
                assertThat(envelope.mediaType()).startsWith("application/vc+");
                enveloped++;
              } else {
                embedded++;
              }
            }
          }
        } catch (InvalidDocumentException e) {
          refused.put(
              folder + "/" + Vectors.path(folder).relativize(file),
              e.violations().stream().map(v -> v.code() + " " + v.pointer()).toList());
        }
      }
    }
    System.out.printf(
        "published presentations: %d read with %d credentials and %d envelopes in them,"
            + " %d enveloped; refused: %s%n",
        presentations, embedded, enveloped, envelopes, refused.keySet());
    assertThat(refused).containsExactlyInAnyOrderEntriesOf(REFUSED);
    assertThat(List.of(presentations, embedded, enveloped, envelopes))
        .isEqualTo(List.of(7, 4, 4, 4));
  }

  private static boolean is(JsonObject json, String type) {
    return json.list("type").contains(new JsonString(type));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return new ArrayList<>(walk.filter(p -> p.toString().endsWith(".json")).sorted().toList());
    }
  }
}
