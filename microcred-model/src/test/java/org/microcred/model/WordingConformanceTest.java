package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/** Whatever is wrong with a document can be said in German. */
class WordingConformanceTest {
  private static final List<String> FOLDERS =
      List.of("1edtech", "case", "spec-examples", "vc-data-model-schema", "../samples");

  /** What replaces the members of a document, one after the other. */
  private static final List<JsonValue> REPLACEMENTS =
      List.of(JsonNull.NULL, new JsonNumber("1e999"), new JsonString("?"), JsonArray.EMPTY);

  private final Set<String> keys = new TreeSet<>();
  private int violations;

  @Test
  void isThereForEveryViolation() throws IOException {
    int documents = 0;
    for (String folder : FOLDERS) {
      try (Stream<Path> walk = Files.walk(Vectors.path(folder))) {
        for (Path file : walk.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
          inspect(Files.readAllBytes(file), !folder.endsWith("samples"));
          documents++;
        }
      }
    }
    System.out.println(
        "wording: " + violations + " violations of " + documents + " documents, keys " + keys);
    assertThat(documents).isGreaterThan(200);
    assertThat(keys).hasSizeGreaterThan(30);
  }

  private void inspect(byte[] document, boolean changed) {
    note(parse(Arrays.copyOf(document, document.length / 2)));
    Limits small = Limits.defaults().toBuilder().depth(2).nodes(9).stringLength(40).build();
    try {
      Json.read(document, small);
    } catch (InvalidDocumentException e) {
      note(e.violations());
    }
    try {
      if (Json.read(document, Limits.defaults()) instanceof JsonObject json) {
        judge(json);
        if (changed) {
          judgeChanged(json);
        }
      }
    } catch (InvalidDocumentException e) {
      note(e.violations());
    }
  }

  private void judgeChanged(JsonObject json) {
    int turn = 0;
    for (String name : json.members().keySet()) {
      judge(json.with(name, REPLACEMENTS.get(turn % REPLACEMENTS.size())));
      turn++;
    }
    JsonObject subject = json.object("credentialSubject").orElse(JsonObject.EMPTY);
    for (String name : subject.members().keySet()) {
      JsonValue replacement = REPLACEMENTS.get(turn % REPLACEMENTS.size());
      judge(json.with("credentialSubject", subject.with(name, replacement)));
      turn++;
    }
  }

  private void judge(JsonObject json) {
    note(Credential.read(json).findings());
    for (ValidationProfile profile : ValidationProfile.values()) {
      note(profile.validate(json));
    }
  }

  private static List<Violation> parse(byte[] document) {
    try {
      String unused = Credential.parse(document).toString();
      return List.of();
    } catch (InvalidDocumentException e) {
      return e.violations();
    }
  }

  private void note(Findings findings) {
    note(findings.failures());
    note(findings.unknowns());
    note(findings.warnings());
  }

  private void note(List<Violation> found) {
    for (Violation violation : found) {
      violations++;
      String key = violation.wording().map(Violation.Wording::key).orElse("");
      assertThat(key).as(violation.code() + " " + violation).startsWith(violation.code());
      if (keys.add(key)) {
        assertThat(violation.message(Locale.GERMAN))
            .as(key)
            .isNotBlank()
            .isNotEqualTo(violation.message());
      }
    }
  }
}
