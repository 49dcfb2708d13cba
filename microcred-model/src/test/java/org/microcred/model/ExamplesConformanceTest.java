package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.testing.Vectors;

/**
 * The examples of the 1EdTech and W3C specifications: read and written byte for byte, and held
 * against all that their specification demands. Packages of CASE have a test of their own.
 */
class ExamplesConformanceTest {
  private static final List<String> FOLDERS =
      List.of("1edtech/spec-examples-ob30", "spec-examples/vc-data-model-2.0", "spec-examples");

  private static final List<String> BROKEN_ENVELOPE =
      List.of("envelope.id /verifiableCredential/0/id");

  /** Fragments, relative ids, and envelopes whose token has a blank in it or is cut short. */
  private static final Map<String, List<String>> REFUSED =
      Map.of(
          "1edtech/spec-examples-ob30/examples/example-001.json",
          List.of(
              "model.required /credentialSubject/achievement",
              "model.required /credentialSubject/type",
              "model.required /issuer/type"),
          "spec-examples/vc-data-model-2.0/example-000.json",
          List.of("model.required /issuer"),
          "spec-examples/vc-data-model-2.0/example-028.json",
          List.of("json.type /credentialSubject/achievement", "model.required /validFrom"),
          "spec-examples/vc-jose-cose/example-004.json",
          BROKEN_ENVELOPE,
          "spec-examples/vc-jose-cose/example-007.json",
          BROKEN_ENVELOPE,
          "spec-examples/vc-jose-cose/example-020.json",
          BROKEN_ENVELOPE,
          "spec-examples/vc-json-schema/example-016.json",
          List.of("model.uri /credentialSchema/id", "model.uri /id"));

  /** What is refused, and a result whose level is none of its description (OB 3.0, Result). */
  private static final Map<String, List<String>> INVALID = invalid();

  private final Map<String, Integer> kept = new TreeMap<>();
  private final Map<String, Integer> valid = new TreeMap<>();
  private final Map<String, Integer> others = new TreeMap<>();
  private final Map<String, List<String>> refused = new TreeMap<>();
  private final Map<String, List<String>> invalid = new TreeMap<>();

  private static Map<String, List<String>> invalid() {
    Map<String, List<String>> invalid = new TreeMap<>(REFUSED);
    invalid.keySet().removeIf(name -> name.startsWith("spec-examples/vc-jose-cose/"));
    invalid.put(
        "1edtech/spec-examples-ob30/fullOpenBadge/example-000.json",
        List.of("ob.level /credentialSubject/result/1/achievedLevel"));
    return invalid;
  }

  @Test
  void surviveAndConform() throws Exception {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      String name = Vectors.path("").relativize(file).toString();
      if (Json.read(bytes, Limits.defaults()) instanceof JsonObject json) {
        examine(name, bytes, json);
      } else {
        count(others, "no object");
      }
    }
    System.out.printf(
        "examples: byte for byte %s, valid %s, no credential or presentation %s%n",
        kept, valid, others);
    System.out.println("examples refused: " + refused.keySet() + ", invalid: " + invalid.keySet());
    assertThat(refused).containsExactlyInAnyOrderEntriesOf(REFUSED);
    assertThat(invalid).containsExactlyInAnyOrderEntriesOf(INVALID);
    assertThat(kept).containsOnly(entry("credential", 49), entry("presentation", 2));
    assertThat(valid).containsOnly(entry("OPEN_BADGES_3_0", 5), entry("VC_2_0", 40));
  }

  private void examine(String name, byte[] bytes, JsonObject json) {
    if (is(json, "VerifiableCredential")) {
      keep(name, bytes, "credential", b -> Credential.parse(b).toBytes());
      profile(json).ifPresent(profile -> validate(name, json, profile));
    } else if (is(json, "VerifiablePresentation")) {
      keep(name, bytes, "presentation", b -> Presentation.parse(b).toBytes());
    } else {
      count(others, name.replaceAll("/[^/]*$", ""));
    }
  }

  private interface RoundTrip {
    byte[] apply(byte[] bytes) throws InvalidDocumentException;
  }

  private void keep(String name, byte[] bytes, String kind, RoundTrip roundTrip) {
    try {
      assertThat(roundTrip.apply(bytes)).as(name).isEqualTo(bytes);
      count(kept, kind);
    } catch (InvalidDocumentException e) {
      refused.put(name, codes(e.violations()));
    }
  }

  private void validate(String name, JsonObject json, ValidationProfile profile) {
    Findings findings = profile.validate(json);
    if (findings.passed()) {
      count(valid, profile.name());
    } else {
      invalid.put(name, codes(findings.failures()));
    }
  }

  private static Optional<ValidationProfile> profile(JsonObject json) {
    if (is(json, "ClrCredential")) {
      return Optional.empty();
    }
    if (AchievementCredential.TYPE_NAMES.stream().anyMatch(type -> is(json, type))) {
      return Optional.of(ValidationProfile.OPEN_BADGES_3_0);
    }
    return Optional.of(ValidationProfile.VC_2_0);
  }

  private static boolean is(JsonObject json, String type) {
    return json.list("type").contains(new JsonString(type));
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(v -> v.code() + " " + v.pointer()).sorted().toList();
  }

  private static void count(Map<String, Integer> counts, String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private static List<Path> files() throws IOException {
    Map<Path, Path> files = new TreeMap<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> walk = Files.walk(Vectors.path(folder))) {
        files.putAll(
            walk.filter(path -> path.toString().endsWith(".json"))
                .collect(Collectors.toMap(Function.identity(), Function.identity())));
      }
    }
    return List.copyOf(files.keySet());
  }
}
