package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.crypto.internal.jsonld.Documents.array;
import static org.microcred.crypto.internal.jsonld.Documents.badge;
import static org.microcred.crypto.internal.jsonld.Documents.with;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;

@Tag("hostile")
class CanonicalisationLimitsTest {
  private static final String RESULTS = "/credentialSubject/achievement/resultDescription";

  @Test
  void passesSixtyEvidenceItems() {
    assertPasses(
        with(
            badge(),
            "/evidence",
            array(
                60,
                i ->
                    "{\"type\":[\"Evidence\"],\"name\":\"Week "
                        + i
                        + "\",\"narrative\":\"Handed in.\"}")));
  }

  @Test
  void passesAnOrdinaryRubric() {
    assertPasses(with(badge(), RESULTS, "[" + rubric(5, i -> "Level " + i) + "]"));
  }

  @Test
  void passesFourRubricsOfFiveLevelsThatReadAlike() {
    assertPasses(with(badge(), RESULTS, array(4, r -> rubric(5, i -> "Level " + i))));
  }

  @Test
  void stopsAtTwoRubricsOfTwelveEqualLevels() {
    assertStops(with(badge(), RESULTS, array(2, r -> rubric(12, i -> "Level"))));
  }

  @Test
  void passesManyEqualEvidenceItems() {
    assertPasses(with(badge(), "/evidence", array(60, i -> "{\"type\":[\"Evidence\"]}")));
  }

  @Test
  void stopsAtALongListOfEqualValues() {
    assertStops(
        with(
            badge(),
            RESULTS,
            "[{\"id\":\"urn:x:1\",\"type\":[\"ResultDescription\"],\"name\":\"n\",\"allowedValue\":"
                + array(100_000, i -> "\"A\"")
                + "}]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void endsInTimeWhateverIsLarge(String what, JsonObject document) {
    assertEnds(document);
  }

  static Stream<Arguments> endsInTimeWhateverIsLarge() {
    return Stream.of(
        Arguments.of(
            "evidence",
            with(
                badge(),
                "/evidence",
                array(20_000, i -> "{\"type\":[\"Evidence\"],\"name\":\"" + i + "\"}"))),
        Arguments.of("names", with(badge(), "/name", array(100_000, i -> "\"" + i + "\""))),
        Arguments.of(
            "tags",
            with(
                badge(),
                "/credentialSubject/achievement/tag",
                array(100_000, i -> "\"t" + i + "\""))),
        Arguments.of("a long name", with(badge(), "/name", "\"" + "x".repeat(2_000_000) + "\"")),
        Arguments.of(
            "long names",
            with(
                badge(),
                "/evidence",
                array(
                    500,
                    i -> "{\"type\":[\"Evidence\"],\"name\":\"" + "y".repeat(4000) + i + "\"}"))));
  }

  private static void assertPasses(JsonObject document) {
    Canonical canonical = assertEnds(document);
    assertThat(canonical.context().passed()).as("" + canonical.context()).isTrue();
    assertThat(canonical.nquads()).isPresent();
  }

  private static void assertStops(JsonObject document) {
    Canonical canonical = assertEnds(document);
    assertThat(canonical.nquads()).isEmpty();
    assertThat(canonical.obstacles().failures()).isEmpty();
    assertThat(canonical.obstacles().unknowns())
        .extracting(Violation::code)
        .containsExactly("limit.canonicalisation");
  }

  private static Canonical assertEnds(JsonObject document) {
    long start = System.nanoTime();
    Canonical canonical = Documents.canonicalise(document);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).isLessThan(Duration.ofSeconds(20)); // 2 s, and whatever else the machine does
    return canonical;
  }

  private static String rubric(int levels, java.util.function.IntFunction<String> name) {
    return "{\"type\":[\"ResultDescription\"],\"name\":\"Rubric\",\"resultType\":\"RubricCriterionLevel\","
        + "\"rubricCriterionLevel\":"
        + array(
            levels, i -> "{\"type\":[\"RubricCriterionLevel\"],\"name\":\"" + name.apply(i) + "\"}")
        + "}";
  }
}
