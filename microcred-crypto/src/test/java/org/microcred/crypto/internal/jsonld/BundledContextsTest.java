package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.LoadedDocument;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.testing.Vectors;

class BundledContextsTest {
  private static final URI OB_3_0_3 =
      URI.create("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

  @Test
  void everyContextIsTheOneThatWasPublished() throws Exception {
    for (BundledContexts.Entry entry : BundledContexts.table()) {
      // content() holds the bytes against the digest
      assertThat(Json.readObject(entry.content(), Limits.defaults()).has("@context"))
          .as(entry.file())
          .isTrue();
      assertThat(entry.source())
          .as(entry.file())
          .matches("(npm .+@[0-9.]+|github .+/.+|microcred)");
      assertThat(entry.licence()).as(entry.file()).isNotBlank();
    }
    assertThat(BundledContexts.table()).hasSize(22);
  }

  @Test
  void theTableNamesEveryFileOfTheFolderAndTheNoticeTheirOwners() throws Exception {
    URI folder =
        BundledContexts.class.getResource("/org/microcred/crypto/contexts/contexts.tsv").toURI();
    Set<String> files;
    try (Stream<Path> found = Files.list(Path.of(folder).resolveSibling(""))) {
      files = found.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    }
    Set<String> expected = new HashSet<>(Set.of("contexts.tsv", "NOTICE"));
    BundledContexts.table().forEach(entry -> expected.add(entry.file()));
    assertThat(files).isEqualTo(expected);
    assertThat(notice()).contains("World Wide Web Consortium", "1EdTech Consortium", "MIT");
  }

  @Test
  void theDigestsAreThoseOfThePublicVectors() throws Exception {
    int compared = 0;
    Set<String> published =
        Files.readAllLines(Vectors.path("CONTEXTS.tsv")).stream()
            .map(row -> row.split("\t", -1))
            .map(cells -> cells[0].replace("#second-body", "") + " " + cells[2])
            .collect(Collectors.toSet());
    for (BundledContexts.Entry entry : BundledContexts.table()) {
      if (entry.source().equals("microcred")) {
        continue; // our own: nobody else publishes it
      }
      assertThat(published).contains(entry.url() + " " + entry.sha256());
      compared++;
    }
    System.out.printf("bundled contexts: %d digests as published%n", compared);
  }

  @Test
  void servesOneBodyForEachUrl() throws IOException {
    assertThat(DocumentLoader.bundled().load(OB_3_0_3))
        .hasValueSatisfying(
            document -> {
              assertThat(document.source()).isEqualTo(LoadedDocument.Source.BUNDLED);
              assertThat(new String(document.content(), StandardCharsets.UTF_8))
                  .doesNotContain("endorsementJwt");
            });
    assertThat(DocumentLoader.bundled().load(URI.create("https://other.example/"))).isEmpty();
  }

  @Test
  void takesAnotherKnownBodyOnlyFromTheCaller() {
    byte[] second =
        BundledContexts.table().stream()
            .filter(entry -> !entry.served())
            .findFirst()
            .orElseThrow()
            .content();
    var document = Documents.with(Documents.badge(), "/endorsementJwt", "[\"a.b.c\"]");
    assertThat(Documents.canonicalise(document).context().passed()).isFalse();
    assertThat(
            Documents.canonicalise(document, DocumentLoader.of(Map.of(OB_3_0_3, second)))
                .context()
                .passed())
        .isTrue();
  }

  @Test
  void nobodyOverridesABundledContext() {
    byte[] other = "{\"@context\":{\"@vocab\":\"urn:x:\"}}".getBytes(StandardCharsets.UTF_8);
    var document = Documents.with(Documents.badge(), "/extra", "\"x\"");
    assertThat(
            Documents.canonicalise(document, DocumentLoader.of(Map.of(OB_3_0_3, other)))
                .context()
                .passed())
        .isFalse();
  }

  @Test
  void theNetworkIsNoSourceOfContexts() {
    URI url = URI.create("https://campus.example/context");
    DocumentLoader network =
        asked -> {
          throw new AssertionError("a context was asked for over the network");
        };
    assertThat(unavailable(url, network)).contains("did not supply it");
  }

  private static String unavailable(URI url, DocumentLoader loader) {
    var document =
        Documents.with(
            Documents.badge(),
            "/@context",
            "[\"https://www.w3.org/ns/credentials/v2\",\"" + OB_3_0_3 + "\",\"" + url + "\"]");
    return Documents.canonicalise(document, loader).context().unknowns().get(0).message();
  }

  private static String notice() throws IOException {
    try (InputStream in =
        BundledContexts.class.getResourceAsStream("/org/microcred/crypto/contexts/NOTICE")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
