package org.microcred.stacking.internal;

import java.util.List;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Adjustment;
import org.microcred.stacking.Basis;

/** Writes what a decision rests on. */
final class BasisJson {
  private BasisJson() {}

  static JsonObject of(Basis basis) {
    JsonObject.Builder parameters = JsonObject.builder();
    basis.parameters().forEach((name, value) -> parameters.put(name, value));
    List<JsonValue> exceptions =
        basis.adjustments().stream().<JsonValue>map(BasisJson::exception).toList();
    return JsonObject.builder()
        .put("inEffect", JsonBoolean.of(basis.inEffect()))
        .put("parameters", parameters.build())
        .put("exceptions", new JsonArray(exceptions))
        .put(
            "assumed",
            new JsonArray(basis.assumed().stream().<JsonValue>map(HoldingJson::of).toList()))
        .build();
  }

  private static JsonObject exception(Basis.Adjusted adjusted) {
    JsonObject.Builder json = JsonObject.builder();
    Adjustment adjustment = adjusted.adjustment();
    if (adjustment instanceof Adjustment.Waiver waiver) {
      json.put("kind", "waiver").put("rule", waiver.rule());
    } else if (adjustment instanceof Adjustment.Substitution substitution) {
      json.put("kind", "substitution")
          .put("holding", substitution.holding())
          .put("achievement", substitution.achievement());
    } else if (adjustment instanceof Adjustment.Block block) {
      json.put("kind", "block").put("holding", block.holding());
      block.rule().ifPresent(rule -> json.put("rule", rule));
    } else if (adjustment instanceof Adjustment.Insert insert) {
      json.put("kind", "insert").put("holding", insert.holding()).put("rule", insert.rule());
    }
    Adjustment.Grant grant = adjustment.grant();
    json.put("by", grant.by()).put("on", grant.on().toString());
    grant.until().ifPresent(until -> json.put("until", until.toString()));
    json.put("why", grant.why());
    grant.digest().ifPresent(digest -> json.put("digest", digest));
    return json.put("state", adjusted.state().name()).build();
  }
}
