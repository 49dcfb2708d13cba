package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.HeldAlignment;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;

/** Writes what an imagined holding says. */
final class HoldingJson {
  private HoldingJson() {}

  static JsonObject of(Holding holding) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("id", holding.id())
            .put("achievement", JsonArray.ofStrings(holding.achievements()));
    holding.issuer().ifPresent(issuer -> json.put("issuer", issuer));
    holding.source().ifPresent(source -> json.put("source", source));
    holding.credits().ifPresent(credits -> json.put("credits", decimal(credits)));
    if (!holding.tags().isEmpty()) {
      json.put("tags", JsonArray.ofStrings(holding.tags()));
    }
    if (!holding.alignments().isEmpty()) {
      json.put(
          "alignments",
          JsonArray.ofStrings(
              holding.alignments().stream().map(HeldAlignment::targetUrl).toList()));
    }
    if (!holding.facts().isEmpty()) {
      JsonObject.Builder facts = JsonObject.builder();
      holding.facts().forEach((name, values) -> facts.put(name, JsonArray.ofStrings(values)));
      json.put("facts", facts.build());
    }
    List<JsonValue> results = new ArrayList<>();
    holding.results().forEach(result -> results.add(result(result)));
    if (!results.isEmpty()) {
      json.put("results", new JsonArray(results));
    }
    holding.awarded().ifPresent(awarded -> json.put("awarded", awarded.toString()));
    return json.build();
  }

  private static JsonObject result(HeldResult result) {
    JsonObject.Builder json = JsonObject.builder();
    result.description().ifPresent(id -> json.put("description", id));
    result.value().ifPresent(value -> json.put("value", value));
    return json.build();
  }

  /** An exact decimal, as a string: readers of JSON numbers round. */
  static String decimal(BigDecimal value) {
    return Decimals.plain(value).toPlainString();
  }
}
