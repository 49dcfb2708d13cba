package org.microcred.stacking.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Derived;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Impossibility;
import org.microcred.stacking.Missing;
import org.microcred.stacking.PartResult;
import org.microcred.stacking.Rule;
import org.microcred.stacking.RuleResult;
import org.microcred.stacking.UnknownFact;
import org.microcred.stacking.Unused;
import org.microcred.stacking.Use;

/** Writes a decision: members in one order, what is absent left out, amounts as strings. */
public final class DecisionJson {
  private DecisionJson() {}

  /**
   * {@return the decision as JSON}
   *
   * @param decision a decision
   */
  public static JsonObject of(Decision decision) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put(
                "policy",
                JsonObject.builder()
                    .put("id", decision.policyId())
                    .put("version", decision.policyVersion())
                    .build())
            .put("at", decision.at().toString())
            .put("outcome", decision.outcome().name())
            .put("proved", JsonBoolean.of(decision.proved()))
            .put("rule", rule(decision.rule()))
            .put("uses", array(decision.uses(), DecisionJson::use))
            .put("unused", array(decision.unused(), DecisionJson::unused))
            .put("optional", array(decision.optional(), DecisionJson::held))
            .put("unknown", array(decision.unknown(), DecisionJson::unknown))
            .put("impossible", array(decision.impossible(), DecisionJson::impossible))
            .put("missing", missing(decision.missing()));
    text(json, "earnedOn", decision.earnedOn().map(LocalDate::toString));
    text(json, "nextChangeAt", decision.nextChangeAt().map(Instant::toString));
    json.put("derived", array(decision.derived(), DecisionJson::derived));
    return json.put("basis", BasisJson.of(decision.basis())).build();
  }

  private static JsonObject derived(Derived derived) {
    JsonObject.Builder json = JsonObject.builder().put("name", derived.name());
    derived.value().ifPresent(value -> json.put("value", value));
    derived.unit().ifPresent(unit -> json.put("unit", unit));
    return json.build();
  }

  private static JsonObject rule(RuleResult result) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("id", result.rule().id())
            .put("kind", kind(result.rule()))
            .put("state", result.state().name())
            .put("need", HoldingJson.decimal(result.need()))
            .put("have", HoldingJson.decimal(result.have()))
            .put("counts", HoldingJson.decimal(result.counts()));
    result.unit().ifPresent(unit -> json.put("unit", unit));
    if (isCombined(result.rule())) {
      return json.put("rules", array(result.rules(), DecisionJson::rule)).build();
    }
    if (!result.parts().isEmpty()) {
      json.put("ofWhich", array(result.parts(), DecisionJson::part));
    }
    return json.put("uses", array(result.uses(), DecisionJson::use))
        .put("unused", array(result.unused(), DecisionJson::unused))
        .build();
  }

  static String kind(Rule rule) {
    if (rule instanceof Rule.Hold) {
      return "hold";
    } else if (rule instanceof Rule.Count) {
      return "count";
    } else if (rule instanceof Rule.Sum) {
      return "sum";
    }
    if (rule instanceof Rule.Cover) {
      return "cover";
    } else if (rule instanceof Rule.When) {
      return "when";
    } else if (rule instanceof Rule.Within) {
      return "within";
    } else if (rule instanceof Rule.Before) {
      return "before";
    }
    return rule instanceof Rule.AllOf ? "allOf" : "someOf";
  }

  /** Whether a rule stands for others, so that it uses no holdings itself. */
  private static boolean isCombined(Rule rule) {
    return rule instanceof Rule.AllOf
        || rule instanceof Rule.SomeOf
        || rule instanceof Rule.Cover
        || rule instanceof Rule.When
        || rule instanceof Rule.Within;
  }

  private static JsonObject part(PartResult result) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("id", result.part().id())
            .put("met", JsonBoolean.of(result.met()))
            .put("counts", HoldingJson.decimal(result.counts()));
    text(json, "atLeast", result.atLeast().map(HoldingJson::decimal));
    text(json, "atMost", result.atMost().map(HoldingJson::decimal));
    text(json, "unit", result.unit());
    return json.build();
  }

  private static JsonObject use(Use use) {
    JsonObject.Builder json = JsonObject.builder().put("holding", use.holding().id());
    use.holding().digest().ifPresent(digest -> json.put("digest", digest));
    json.put("rule", use.rule()).put("amount", HoldingJson.decimal(use.amount()));
    use.unit().ifPresent(unit -> json.put("unit", unit));
    return json.build();
  }

  private static JsonObject held(Holding holding) {
    JsonObject.Builder json = JsonObject.builder().put("holding", holding.id());
    text(json, "digest", holding.digest());
    return json.build();
  }

  private static JsonObject unused(Unused unused) {
    JsonObject.Builder json = JsonObject.builder().put("holding", unused.id());
    unused.holding().flatMap(h -> h.digest()).ifPresent(digest -> json.put("digest", digest));
    json.put("reason", unused.reason().name());
    text(json, "rule", unused.rule());
    text(json, "check", unused.check());
    return json.build();
  }

  private static JsonObject unknown(UnknownFact unknown) {
    JsonObject.Builder json =
        JsonObject.builder().put("holding", unknown.holding().id()).put("fact", unknown.fact());
    text(json, "rule", unknown.rule());
    return json.build();
  }

  private static JsonObject impossible(Impossibility impossible) {
    JsonObject.Builder json =
        JsonObject.builder().put("rules", JsonArray.ofStrings(impossible.rules()));
    text(json, "need", impossible.need().map(HoldingJson::decimal));
    text(json, "unit", impossible.unit());
    return json.put("holdings", array(impossible.holdings(), DecisionJson::held)).build();
  }

  private static JsonObject missing(Missing missing) {
    return JsonObject.builder()
        .put("proved", JsonBoolean.of(missing.proved()))
        .put("alternatives", array(missing.alternatives(), DecisionJson::alternative))
        .build();
  }

  private static JsonObject alternative(Missing.Alternative alternative) {
    return JsonObject.builder()
        .put("items", array(alternative.items(), DecisionJson::item))
        .build();
  }

  private static JsonObject item(Missing.Item item) {
    JsonObject.Builder json =
        JsonObject.builder().put("needs", array(item.needs(), DecisionJson::need));
    item.by().ifPresent(by -> json.put("by", by.toString()));
    return json.put("witnesses", array(item.witnesses(), HoldingJson::of)).build();
  }

  private static JsonObject need(Missing.Need need) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("rule", need.rule())
            .put("atLeast", HoldingJson.decimal(need.atLeast()));
    text(json, "unit", need.unit());
    return json.build();
  }

  private static void text(JsonObject.Builder json, String name, Optional<String> value) {
    value.ifPresent(text -> json.put(name, text));
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonValue> write) {
    return new JsonArray(items.stream().map(write).toList());
  }
}
