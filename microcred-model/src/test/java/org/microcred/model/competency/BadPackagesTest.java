package org.microcred.model.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** What is wrong with a package: every fault with its code and its place. */
@Tag("hostile")
class BadPackagesTest {
  private static List<String> faults(byte[] bytes, FrameworkLimits limits) {
    InvalidDocumentException thrown =
        catchThrowableOfType(
            InvalidDocumentException.class, () -> CompetencyFramework.parse(bytes, limits));
    assertThat(thrown).as("the package is refused").isNotNull();
    return thrown.violations().stream().map(v -> v.code() + " " + v.pointer()).toList();
  }

  private static List<String> faults(byte[] bytes) {
    return faults(bytes, FrameworkLimits.defaults());
  }

  private static List<String> faults(String text) {
    return faults(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] itemWith(String member, String json) throws Exception {
    JsonValue value = Json.read(json, Limits.defaults());
    return new Packages().item("a", item -> item.with(member, value)).bytes();
  }

  @Test
  void areListedAllAtOnceInTheOrderOfThePackage() {
    byte[] bytes =
        new Packages()
            .document(document -> document.without("creator"))
            .item("a", item -> item.without("fullStatement").with("uri", new JsonString("a b")))
            .association("a", "isChildOf", "document", a -> a.without("destinationNodeURI"))
            .bytes();
    assertThat(faults(bytes))
        .containsExactly(
            "model.required /CFDocument/creator",
            "model.required /CFItems/0/fullStatement",
            "model.uri /CFItems/0/uri",
            "model.required /CFAssociations/0/destinationNodeURI");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fullStatement      | 5                       | json.type      | fullStatement",
        "fullStatement      | null                    | model.required | fullStatement",
        "identifier         | \"7\"                   | case.identifier | identifier",
        "uri                | \"http://\"             | model.uri      | uri",
        "lastChangeDateTime | \"2026-02-30T00:00:00\" | model.date-time | lastChangeDateTime",
        "statusStartDate    | \"2026-13-01\"          | model.date     | statusStartDate",
        "conceptKeywords    | \"sum\"                 | json.type      | conceptKeywords",
        "educationLevel     | [\"06\", null]          | json.type      | educationLevel/1",
        "licenseURI         | []                      | json.type      | licenseURI",
        "licenseURI         | {\"title\":\"t\",\"identifier\":\"x\",\"uri\":\"u:1\"} "
            + "| case.identifier | licenseURI/identifier",
        "extensions         | []                      | json.type      | extensions",
      })
  void areFoundInItems(String member, String json, String code, String place) throws Exception {
    assertThat(faults(itemWith(member, json))).containsExactly(code + " /CFItems/0/" + place);
  }

  @Test
  void areFoundInAssociations() throws Exception {
    for (Map.Entry<String, String> bad :
        Map.of("1.5", "model.number", "1e10", "model.number", "\"x\"", "json.type").entrySet()) {
      JsonValue value = Json.read(bad.getKey(), Limits.defaults());
      byte[] bytes =
          new Packages()
              .items("a")
              .association("a", "isChildOf", "document", a -> a.with("sequenceNumber", value))
              .bytes();
      assertThat(faults(bytes))
          .containsExactly(bad.getValue() + " /CFAssociations/0/sequenceNumber");
    }
  }

  @Test
  void areFoundInTheFrame() {
    JsonObject sound = new Packages().json();
    assertThat(faults("[]")).containsExactly("json.type ");
    assertThat(faults("{}")).containsExactly("model.required /CFDocument");
    assertThat(faults("{\"CFDocument\":7,\"CFItems\":{},\"CFRubrics\":[7]}"))
        .containsExactly("json.type /CFDocument", "json.type /CFItems", "json.type /CFRubrics/0");
    assertThat(faults(Json.writeBytes(sound.with("CFDefinitions", JsonArray.EMPTY))))
        .containsExactly("json.type /CFDefinitions");
    assertThat(faults(Json.writeBytes(sound.with("extensions", new JsonString("x")))))
        .containsExactly("json.type /extensions");
    assertThat(
            faults(Json.write(sound).replace("{\"CFDocument\"", "{\"CFItems\":[],\"CFDocument\"")))
        .containsExactly("json.duplicate-member /CFItems");
  }

  @Test
  void areFoundInTheText() {
    String sound = Json.write(new Packages().items("a").json());
    assertThat(faults("")).containsExactly("json.syntax ");
    assertThat(faults("{\"CFItems\":[")).containsExactly("json.syntax ");
    assertThat(faults(sound + "x")).containsExactly("json.syntax ");
    assertThat(faults(sound + "{}")).containsExactly("json.syntax ");
    assertThat(faults("\uFEFF" + sound)).containsExactly("json.encoding ");
    assertThat(faults(sound.getBytes(StandardCharsets.UTF_16LE))).containsExactly("json.encoding ");
    byte[] broken = sound.replace("\"a\"", "\"é\"").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(faults(broken)).containsExactly("json.encoding ");
    assertThat(faults(sound.replace("\"a\"", "\"\\ud800\"")))
        .containsExactly("json.surrogate /CFItems/0/fullStatement");
    assertThat(faults(sound.replaceFirst("\\{", "{\"x\":\"\\\\ud800\",")))
        .containsExactly("json.surrogate /x");
    assertThat(faults(sound.replaceFirst("\\{", "{\"\\\\ud800\":1,")))
        .containsExactly("json.syntax ");
    assertThat(faults(sound.replace("\"fullStatement\"", "\"uri\":\"u:1\",\"fullStatement\"")))
        .containsExactly("json.duplicate-member /CFItems/0/uri");
  }

  @Test
  void includeIdentifiersAndUrisThatAreThereTwice() {
    assertThat(
            faults(
                new Packages()
                    .items("a", "b")
                    .item("a", item -> item.with("uri", new JsonString("u:1")))
                    .bytes()))
        .containsExactly("case.duplicate-identifier /CFItems/2/identifier");
    assertThat(
            faults(
                new Packages()
                    .items("a", "b")
                    .item("c", item -> item.with("uri", new JsonString(Packages.uri("b"))))
                    .bytes()))
        .containsExactly("case.duplicate-uri /CFItems/2/uri");
    String upper = Packages.id("document").toUpperCase(Locale.ROOT);
    assertThat(
            faults(
                new Packages()
                    .item("a", item -> item.with("identifier", new JsonString(upper)))
                    .bytes()))
        .containsExactly("case.duplicate-identifier /CFItems/0/identifier");
    JsonString same = new JsonString(Packages.id("x"));
    assertThat(
            faults(
                new Packages()
                    .items("a", "b")
                    .association("a", "precedes", "b", x -> x.with("identifier", same))
                    .association("b", "precedes", "a", x -> x.with("identifier", same))
                    .bytes()))
        .containsExactly("case.duplicate-identifier /CFAssociations/1/identifier");
  }

  @Test
  void includeAnotherVersionOfCase() {
    assertThat(
            faults(
                new Packages()
                    .document(document -> document.with("caseVersion", new JsonString("1.2")))
                    .bytes()))
        .containsExactly("case.version /CFDocument/caseVersion");
  }

  @Test
  void areWarningsWhereTheMeaningIsClear() throws Exception {
    JsonObject json =
        new Packages()
            .item("a", item -> item.with("notes", JsonNull.NULL))
            .association("a", "likes", "document", a -> a)
            .json()
            .with("CFRubrics", JsonNull.NULL)
            .with("house", new JsonString("red"));
    CompetencyFramework framework = CompetencyFramework.parse(Json.writeBytes(json));
    assertThat(framework.warnings())
        .extracting(w -> w.code() + " " + w.pointer())
        .containsExactly(
            "json.null /CFRubrics",
            "case.unknown-member /house",
            "json.null /CFItems/0/notes",
            "case.vocabulary /CFAssociations/0/associationType");
    assertThat(framework.more().members()).containsOnlyKeys("house");
    assertThat(framework.associations().get(0).associationType().value()).isEqualTo("likes");
  }

  @Test
  void canBeToldInGerman() {
    InvalidDocumentException thrown =
        catchThrowableOfType(
            InvalidDocumentException.class,
            () -> CompetencyFramework.parse(itemWith("identifier", "\"7\"")));
    Violation violation = thrown.violations().get(0);
    assertThat(violation.message(Locale.GERMAN)).startsWith("ist keine UUID");
    assertThat(violation.message()).startsWith("is not a UUID");
  }

  @Test
  void endAtTheLimits() {
    FrameworkLimits few =
        new FrameworkLimits(
            10_000, 3, Limits.defaults().toBuilder().depth(4).stringLength(100).build());
    assertThat(faults(new Packages().items("a", "b", "c").bytes(), few))
        .containsExactly("limit.objects /CFItems/2");
    assertThat(faults(new byte[10_001], few)).containsExactly("limit.document ");
    assertThat(
            faults(
                new Packages()
                    .item("a", item -> item.with("notes", new JsonString("n".repeat(101))))
                    .bytes(),
                few))
        .containsExactly("limit.string /CFItems/0/notes");
    String name = "{\"" + "x".repeat(101) + "\":1}";
    assertThat(faults(name.getBytes(StandardCharsets.UTF_8), few))
        .containsExactly("model.required /CFDocument", "limit.string ");
    assertThat(faults("{\"CFItems\":[{\"x\":[[[[1]]]]}]}".getBytes(StandardCharsets.UTF_8), few))
        .containsExactly("limit.depth /CFItems/0");
  }

  @Test
  void endTheListAtAThousand() {
    String items = IntStream.range(0, 1_500).mapToObj(i -> "{}").collect(Collectors.joining(","));
    InvalidDocumentException thrown =
        catchThrowableOfType(
            InvalidDocumentException.class,
            () ->
                CompetencyFramework.parse(
                    ("{\"CFItems\":[" + items + "]}").getBytes(StandardCharsets.UTF_8)));
    assertThat(thrown.violations()).hasSize(1_001);
    assertThat(thrown.violations().get(1_000).code()).isEqualTo("limit.violations");
  }

  @Test
  void areNotCausedByDepthOrLength() {
    assertThat(faults("{\"CFItems\":[" + "[".repeat(2_000_000)))
        .containsExactly("limit.depth /CFItems/0");
    assertThat(faults("{\"CFItems\":" + "1".repeat(2_000_000) + "}"))
        .containsExactly("model.required /CFDocument", "limit.number /CFItems");
  }

  @Test
  void areNotConfusedWithMistakesOfTheCaller() {
    assertThatThrownBy(() -> new FrameworkLimits(0, 1, Limits.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("documentBytes");
    assertThatThrownBy(
            () -> new FrameworkLimits(1, FrameworkLimits.MAX_OBJECTS + 1, Limits.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("objects");
  }
}
