package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.CtdlPathway;
import org.microcred.stacking.DistinctBy;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Rule;
import org.microcred.stacking.Scope;
import org.microcred.stacking.StackPolicy;

/** Writes what a CTDL pathway can say of a policy, and notes what it cannot. */
public final class CtdlWriter {
  private static final String CONTEXT = "https://credreg.net/ctdl/schema/context/json";

  /** Members that say nothing about what is needed. */
  private static final List<String> NEUTRAL =
      List.of("$schema", "id", "version", "note", "award", "rule", "scales", "facts", "units");

  private final Map<String, JsonObject> components = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private final StackPolicy policy;

  private CtdlWriter(StackPolicy policy) {
    this.policy = policy;
  }

  /**
   * {@return a policy as a pathway}
   *
   * @param policy a policy
   */
  public static CtdlPathway.Written write(StackPolicy policy) {
    return new CtdlWriter(policy).write();
  }

  private CtdlPathway.Written write() {
    policy.toJson().members().keySet().stream()
        .filter(name -> !NEUTRAL.contains(name))
        .map(name -> "/" + name)
        .forEach(leftOut::add);
    String destination = policy.id() + "#destination";
    JsonObject condition = condition(List.of(policy.rule()), 1);
    List<JsonValue> graph = new ArrayList<>();
    graph.add(
        JsonObject.builder()
            .put("@id", policy.id())
            .put("@type", "ceterms:Pathway")
            .put("ceterms:name", text(policy.award().name()))
            .put("ceterms:hasDestinationComponent", new JsonString(destination))
            .build());
    graph.add(
        JsonObject.builder()
            .put("@id", destination)
            .put("@type", "ceterms:CredentialComponent")
            .put("ceterms:name", text(policy.award().name()))
            .put("ceterms:proxyFor", policy.award().id())
            .put("ceterms:hasCondition", JsonArray.of(condition))
            .build());
    graph.addAll(components.values());
    JsonObject json =
        JsonObject.builder().put("@context", CONTEXT).put("@graph", new JsonArray(graph)).build();
    return new CtdlPathway.Written(json, leftOut);
  }

  private static JsonObject text(String text) {
    return JsonObject.builder().put("en", text).build();
  }

  /** A condition on some of several rules: single achievements as targets, the rest nested. */
  private JsonObject condition(List<Rule> rules, int atLeast) {
    List<JsonValue> targets = new ArrayList<>();
    List<JsonValue> nested = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule instanceof Rule.AllOf allOf) {
        nested.add(condition(allOf.rules(), allOf.rules().size()));
      } else if (rule instanceof Rule.SomeOf someOf) {
        nested.add(condition(someOf.rules(), someOf.atLeast()));
      } else {
        leaf(rule, targets, nested);
      }
    }
    JsonObject.Builder json =
        JsonObject.builder()
            .put("@type", "ceterms:ComponentCondition")
            .put("ceterms:requiredNumber", JsonNumber.of(atLeast));
    if (!targets.isEmpty()) {
      json.put("ceterms:targetComponent", new JsonArray(targets));
    }
    if (!nested.isEmpty()) {
      json.put("ceterms:hasCondition", new JsonArray(nested));
    }
    return json.build();
  }

  private void leaf(Rule rule, List<JsonValue> targets, List<JsonValue> nested) {
    int atLeast = 1;
    Filter from = Filter.ANY;
    boolean whole = false;
    if (rule instanceof Rule.Hold hold) {
      from = hold.from();
      whole = hold.scope().equals(Scope.DEFAULT);
    } else if (rule instanceof Rule.Count count) {
      from = count.from();
      atLeast = count.atLeast();
      whole =
          count.scope().equals(Scope.DEFAULT)
              && count.distinctBy().filter(DistinctBy.ACHIEVEMENT::equals).isPresent();
    }
    if (!whole || !(from instanceof Filter.Achievement)) {
      leftOut.add(rule.id());
    }
    List<JsonValue> ids = new ArrayList<>();
    if (from instanceof Filter.Achievement achievement) {
      achievement.ids().forEach(id -> ids.add(new JsonString(component(id))));
    }
    if (ids.size() == 1 && atLeast == 1) {
      targets.addAll(ids);
    } else if (!ids.isEmpty()) {
      nested.add(
          JsonObject.builder()
              .put("@type", "ceterms:ComponentCondition")
              .put("ceterms:requiredNumber", JsonNumber.of(atLeast))
              .put("ceterms:targetComponent", new JsonArray(ids))
              .build());
    }
  }

  private String component(String achievement) {
    String id = policy.id() + "#" + achievement;
    components.putIfAbsent(
        achievement,
        JsonObject.builder()
            .put("@id", id)
            .put("@type", "ceterms:CredentialComponent")
            .put("ceterms:proxyFor", achievement)
            .build());
    return id;
  }
}
