package org.microcred.verify.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.competency.CompetencyFramework;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/**
 * The published schemas of CASE packages and our reading say the same, on published packages and on
 * mutations of them: what a schema refuses, we refuse or warn about. Where we are stricter, the
 * code of the violation says why.
 *
 * <p>Not used: the schemas of {@code schemas-case-v1p1} but for CFPackage. They describe the other
 * answers of a CASE service, and their classes are those of the package.
 */
class CaseSchemasConformanceTest {
  private static final int MUTATIONS = 900;

  /** Why we are stricter than a schema, by the code of our violation. */
  private static final Map<String, String> STRICTER =
      Map.of(
          "case.identifier",
          "CASE 1.1, UUID: \"in the format 8-4-4-4-12\"; format is an annotation (2019-09 §7.2.1)",
          "model.date",
          "CASE 1.1, Date (PrimitiveType); format is an annotation",
          "model.date-time",
          "CASE 1.1, DateTime (PrimitiveType), ISO 8601; format is an annotation",
          "case.local-time",
          "RFC 3339 §5.6, which format date-time names, wants an offset; format is an annotation",
          "model.uri",
          "CASE 1.1, AnyURI: \"a network-resolvable URI\"",
          "case.duplicate-identifier",
          "CASE 1.1, identifier: \"globally unique\"",
          "case.duplicate-uri",
          "CASE 1.1, uri: \"an unambiguous reference\"",
          "model.number",
          "CASE 1.0 REST binding: Integer has the format int32");

  /** The members on which OpenCASE is silent or looser than CASE; it allows any others, too. */
  private static final Set<String> STRICTER_THAN_OPENCASE =
      Set.of("json.type", "json.null", "model.required", "case.unknown-member", "case.vocabulary");

  private record Verdict(Set<String> codes) {
    boolean isClean() {
      return codes.isEmpty();
    }
  }

  private static Verdict ours(JsonValue document) {
    Set<String> codes = new TreeSet<>();
    try {
      CompetencyFramework.parse(Json.writeBytes(document)).warnings().stream()
          .map(Violation::code)
          .forEach(codes::add);
    } catch (InvalidDocumentException e) {
      e.violations().stream().map(Violation::code).forEach(codes::add);
    }
    return new Verdict(codes);
  }

  /** CASE 1.1: the schema of 1EdTech, of which OpenCASE has the same copy. */
  @Test
  void theSchemaOfCase11Agrees() throws Exception {
    JsonObject schema = schema("1edtech/schemas-case-v1p1/case_v1p1_cfpackage-jsonschema1.json");
    assertThat(schema("1edtech/opencase/schemas/official/case-v1p1-cfpackage.json"))
        .isEqualTo(schema);
    agrees("CASE 1.1", schema, documents(true), document -> document, Set.of());
  }

  /** CASE 1.0: the class CFPackage of its OpenAPI description. */
  @Test
  void theSchemaOfCase10Agrees() throws Exception {
    String api =
        Vectors.text("case/opensalt/core/public/case-v1p0-swagger.json")
            // It knows the UUIDs of RFC 4122 only; we take those of later and no versions, too.
            .replace(
                "[0-9a-f]{8}-[0-9a-f]{4}-[1-5]{1}[0-9a-f]{3}-[8-9a-b]{1}[0-9a-f]{3}-[0-9a-f]{12}",
                "[0-9a-fA-F-]*");
    JsonObject schema =
        Json.readObject(api, Limits.defaults())
            .with("$schema", new JsonString("https://json-schema.org/draft/2019-09/schema"))
            .with("$ref", new JsonString("#/definitions/CFPackage.Type"));
    agrees("CASE 1.0", schema, documents(false), document -> document, Set.of("case.vocabulary"));
  }

  @Test
  void theSchemasOfOpenCaseAgree() throws Exception {
    for (String version : List.of("0", "1")) {
      agrees(
          "OpenCASE 1." + version,
          schema("1edtech/opencase/schemas/case-v1p" + version + "-cfpackage.json"),
          documents(true),
          CaseSchemasConformanceTest::inOpenCase,
          STRICTER_THAN_OPENCASE);
    }
  }

  private static void agrees(
      String name,
      JsonObject schema,
      List<JsonObject> documents,
      UnaryOperator<JsonObject> form,
      Set<String> more) {
    Validator validator =
        new ValidatorFactory()
            .withJsonNodeFactory(SchemaNode.factory(OfficialSchema.UNBOUNDED))
            .createValidator();
    URI uri = validator.registerSchema(SchemaNode.of(schema, OfficialSchema.UNBOUNDED));
    List<JsonObject> all = new ArrayList<>(documents);
    Random random = new Random(20260131);
    for (int i = 0; i < MUTATIONS; i++) {
      JsonObject original = documents.get(random.nextInt(documents.size()));
      if (Mutations.mutate(original, random) instanceof JsonObject mutated) {
        all.add(mutated);
      }
    }
    int valid = 0;
    Map<String, Integer> stricter = new TreeMap<>();
    for (JsonObject document : all) {
      boolean accepted =
          validator
              .validate(uri, SchemaNode.of(form.apply(document), OfficialSchema.UNBOUNDED))
              .isValid();
      Verdict ours = ours(document);
      if (!accepted) {
        assertThat(ours.isClean()).as("laxer than %s: %s", name, document).isFalse();
      } else if (ours.isClean()) {
        valid++;
      } else {
        assertThat(ours.codes())
            .as("stricter than %s without a reason: %s", name, document)
            .allMatch(code -> STRICTER.containsKey(code) || more.contains(code));
        ours.codes().forEach(code -> stricter.merge(code, 1, Integer::sum));
      }
    }
    int invalid = all.size() - valid;
    System.out.printf(
        "%s: %d packages and %d mutations; %d sound by both, %d not; stricter: %s%n",
        name, documents.size(), all.size() - documents.size(), valid, invalid, stricter);
    assertThat(all).hasSizeGreaterThan(500);
    assertThat(valid).isGreaterThan(10);
    assertThat(invalid).isGreaterThan(100);
  }

  // --- documents ---

  private static JsonObject schema(String name) throws InvalidDocumentException {
    return Json.readObject(Vectors.bytes(name), Limits.defaults());
  }

  /** The published packages, and one that has every class. */
  private static List<JsonObject> documents(boolean complete) throws Exception {
    List<JsonObject> documents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Vectors.path("case"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.toString();
        if (name.endsWith(".json") && !name.endsWith("swagger.json")) {
          documents.add(Json.readObject(bytes(file), Limits.defaults()));
        }
      }
    }
    assertThat(documents).hasSize(9);
    if (complete) {
      documents.add(CompletePackage.json());
      documents.add(CompletePackage.json());
    }
    return documents;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // --- OpenCASE names the parts and identifiers otherwise, and wants the document in each item ---

  private static JsonObject inOpenCase(JsonObject document) {
    Map<String, String> parts =
        Map.of(
            "CFDocument", "document",
            "CFItems", "items",
            "CFAssociations", "associations",
            "CFDefinitions", "definitions",
            "CFRubrics", "rubrics");
    JsonObject.Builder renamed = JsonObject.builder();
    document
        .members()
        .forEach(
            (name, value) ->
                renamed.put(
                    parts.getOrDefault(name, name),
                    name.equals("CFDefinitions") ? value : withSourcedId(value)));
    return renamed.build();
  }

  private static JsonValue withSourcedId(JsonValue value) {
    if (value instanceof JsonArray array) {
      return new JsonArray(
          array.items().stream()
              .map(CaseSchemasConformanceTest::withSourcedId)
              .collect(Collectors.toList()));
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    JsonObject.Builder renamed = JsonObject.builder();
    object
        .members()
        .forEach((name, v) -> renamed.put(name.equals("identifier") ? "sourcedId" : name, v));
    return renamed
        .put(
            "CFDocumentURI",
            JsonObject.builder()
                .put("title", "t")
                .put("identifier", "i")
                .put("uri", "https://case.example/")
                .build())
        .build();
  }

  /** Small damage at a random place. */
  private static final class Mutations {
    private static final List<JsonValue> VALUES =
        List.of(
            JsonNull.NULL,
            new JsonString("x"),
            new JsonString(""),
            new JsonString("2026-01-31"),
            new JsonString("2026-01-31T00:00:00"),
            JsonNumber.of(7),
            new JsonNumber("7.5"),
            new JsonNumber("3e10"),
            JsonArray.EMPTY,
            JsonArray.of(new JsonString("x")),
            JsonObject.EMPTY);

    static JsonValue mutate(JsonValue value, Random random) {
      if (value instanceof JsonObject object && !object.members().isEmpty() && goOn(random)) {
        List<String> names = List.copyOf(object.members().keySet());
        String name = names.get(random.nextInt(names.size()));
        JsonValue member = object.get(name).orElseThrow();
        return switch (random.nextInt(8)) {
          case 0 -> object.without(name);
          case 1 -> object.with(name + "X", member);
          default -> object.with(name, mutate(member, random));
        };
      }
      if (value instanceof JsonArray array && !array.items().isEmpty() && goOn(random)) {
        List<JsonValue> items = new ArrayList<>(array.items());
        int at = random.nextInt(items.size());
        if (random.nextInt(12) == 0) {
          items.add(items.get(at));
        } else {
          items.set(at, mutate(items.get(at), random));
        }
        return new JsonArray(items);
      }
      return VALUES.get(random.nextInt(VALUES.size()));
    }

    private static boolean goOn(Random random) {
      return random.nextInt(12) > 0;
    }
  }
}
