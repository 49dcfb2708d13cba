package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.rdf.nquads.NQuadsReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/** The RDFC-1.0 test suite, with the default work budget for each entry. */
class RdfCanonConformanceTest {
  private int evaluated;
  private int mapped;
  private int stopped;
  private long mostTicks;

  @Test
  void passesTheWholeSuite() throws Exception {
    JsonObject manifest =
        Json.readObject(Vectors.bytes("rdf-canon/manifest.jsonld"), Limits.defaults());
    for (JsonValue entry : manifest.list("entries")) {
      run((JsonObject) entry);
    }
    System.out.printf(
        "rdf-canon: %d evaluation, %d map, %d negative entries; most ticks that passed %d%n",
        evaluated, mapped, stopped, mostTicks);
    assertThat(evaluated).isEqualTo(64);
    assertThat(mapped).isEqualTo(21);
    assertThat(stopped).isEqualTo(1);
  }

  private void run(JsonObject entry) throws Exception {
    String id = entry.string("id").orElseThrow();
    WorkBudget budget = Documents.budget();
    long start = System.nanoTime();
    Canonical canonical;
    try (Meter meter = new Meter(budget)) {
      boolean sha384 = entry.string("hashAlgorithm").filter("SHA384"::equals).isPresent();
      Rdfc rdfc = new Rdfc(sha384 ? "SHA-384" : "SHA-256", meter);
      new NQuadsReader(new StringReader(text(entry, "action"))).provide(rdfc);
      canonical = TitaniumCanonicaliser.canonical(rdfc, Findings.none());
    }
    long ticks = Limits.defaults().canonicalisationTicks() - budget.ticks();
    switch (entry.string("type").orElseThrow()) {
      case "rdfc:RDFC10EvalTest" -> {
        assertThat(canonical.nquads()).as(id).contains(text(entry, "result"));
        evaluated++;
      }
      case "rdfc:RDFC10MapTest" -> {
        assertThat(withoutPrefixes(canonical.labels())).as(id).isEqualTo(labels(entry));
        mapped++;
      }
      case "rdfc:RDFC10NegativeEvalTest" -> {
        assertThat(canonical.work().unknowns())
            .as(id)
            .singleElement()
            .satisfies(v -> assertThat(v.code()).isEqualTo("limit.canonicalisation"));
        stopped++;
      }
      default -> throw new AssertionError("an unknown kind of entry: " + id);
    }
    if (canonical.nquads().isPresent()) {
      mostTicks = Math.max(mostTicks, ticks);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as(id)
        .isLessThan(Duration.ofSeconds(20));
  }

  private static Map<String, String> withoutPrefixes(Map<String, String> labels) {
    Map<String, String> plain = new TreeMap<>();
    labels.forEach((from, to) -> plain.put(from.substring(2), to.substring(2)));
    return plain;
  }

  private static Map<String, String> labels(JsonObject entry) throws Exception {
    Map<String, String> labels = new TreeMap<>();
    Json.readObject(Vectors.bytes(file(entry, "result")), Limits.defaults())
        .members()
        .forEach((from, to) -> labels.put(from, ((JsonString) to).value()));
    return labels;
  }

  private static String text(JsonObject entry, String member) {
    return Vectors.text(file(entry, member));
  }

  private static String file(JsonObject entry, String member) {
    return "rdf-canon/" + entry.string(member).orElseThrow();
  }
}
