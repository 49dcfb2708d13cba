package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.CtdlPathway;

/** Reads the conditions of a CTDL pathway as a rule, and notes what it cannot read. */
public final class CtdlReader {
  /** Members of conditions that are read, and those that say nothing about what is needed. */
  private static final Set<String> KNOWN =
      Set.of(
          "@type",
          "@id",
          "ceterms:name",
          "ceterms:description",
          "ceterms:requiredNumber",
          "ceterms:targetComponent",
          "ceterms:hasCondition",
          "ceterms:logicalOperator");

  /** A pathway of more conditions is not read to its end. */
  private static final int MAX_RULES = 10_000;

  private final Map<String, JsonObject> nodes = new HashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private int rules;

  /**
   * Prepares a graph.
   *
   * @param graph a JSON-LD document
   */
  public CtdlReader(JsonObject graph) {
    for (JsonValue value : graph.list("@graph")) {
      if (value instanceof JsonObject node) {
        node.string("@id").ifPresent(id -> nodes.put(id, node));
      }
    }
  }

  /** {@return the conditions of the destination as a rule} */
  public CtdlPathway.Read read() {
    Optional<JsonObject> destination =
        nodes.values().stream()
            .filter(node -> texts(node, "@type").contains("ceterms:Pathway"))
            .flatMap(node -> texts(node, "ceterms:hasDestinationComponent").stream())
            .flatMap(id -> Optional.ofNullable(nodes.get(id)).stream())
            .findFirst();
    if (destination.isEmpty()) {
      leftOut.add("the pathway has no destination component in this graph");
      return new CtdlPathway.Read(JsonObject.EMPTY, leftOut);
    }
    List<JsonObject> found = new ArrayList<>();
    List<JsonValue> conditions = destination.get().list("ceterms:hasCondition");
    for (int i = 0; i < conditions.size(); i++) {
      condition(conditions.get(i), "condition " + (i + 1)).ifPresent(found::add);
    }
    return new CtdlPathway.Read(all(found, found.size()).orElse(JsonObject.EMPTY), leftOut);
  }

  private Optional<JsonObject> condition(JsonValue value, String at) {
    if (!(value instanceof JsonObject condition) || ++rules > MAX_RULES) {
      leftOut.add(at + ": not read");
      return Optional.empty();
    }
    condition.members().keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> leftOut.add(at + ": " + SafeText.of(name)));
    List<JsonObject> inside = new ArrayList<>();
    int parts = 0;
    for (String id : texts(condition, "ceterms:targetComponent")) {
      parts++;
      Optional<String> achievement = Optional.ofNullable(nodes.get(id)).flatMap(CtdlReader::proxy);
      inside.add(hold(achievement.orElse(id)));
    }
    List<JsonValue> nested = condition.list("ceterms:hasCondition");
    for (int i = 0; i < nested.size(); i++) {
      parts++;
      condition(nested.get(i), at + "." + (i + 1)).ifPresent(inside::add);
    }
    Optional<Integer> atLeast = atLeast(condition, parts, at);
    if (atLeast.isEmpty() || inside.size() < parts) {
      leftOut.add(at + ": left out as a whole");
      return Optional.empty();
    }
    return all(inside, atLeast.get());
  }

  /** How many of the parts are needed: the number, else what the operator says, else all. */
  private Optional<Integer> atLeast(JsonObject condition, int parts, String at) {
    int atLeast = parts;
    for (String operator : texts(condition, "ceterms:logicalOperator")) {
      String name = operator.substring(operator.indexOf(':') + 1);
      if (name.equals("Or")) {
        atLeast = 1;
      } else if (!name.equals("And")) {
        leftOut.add(at + ": ceterms:logicalOperator");
        return Optional.empty();
      }
    }
    Optional<JsonValue> number = condition.get("ceterms:requiredNumber");
    if (number.isPresent()) {
      boolean whole =
          number.get() instanceof JsonNumber n && n.literal().matches("[1-9][0-9]{0,5}");
      if (!whole) {
        leftOut.add(at + ": ceterms:requiredNumber");
        return Optional.empty();
      }
      atLeast = Integer.parseInt(((JsonNumber) number.get()).literal());
    }
    return atLeast >= 1 && atLeast <= parts ? Optional.of(atLeast) : Optional.empty();
  }

  private static Optional<JsonObject> all(List<JsonObject> rules, int atLeast) {
    if (rules.size() < 2) {
      return rules.stream().findFirst();
    }
    JsonArray array = PolicyWriter.array(rules);
    return Optional.of(
        atLeast == rules.size()
            ? JsonObject.builder().put("allOf", array).build()
            : JsonObject.builder()
                .put("someOf", JsonNumber.of(atLeast))
                .put("rules", array)
                .build());
  }

  private static JsonObject hold(String achievement) {
    return JsonObject.builder()
        .put("hold", JsonObject.builder().put("achievement", achievement).build())
        .build();
  }

  private static Optional<String> proxy(JsonObject node) {
    return texts(node, "ceterms:proxyFor").stream().findFirst();
  }

  /** Strings, or the ids of objects; one stands for a list of one. */
  private static List<String> texts(JsonObject object, String name) {
    List<JsonValue> values =
        object
            .get(name)
            .map(value -> value instanceof JsonArray array ? array.items() : List.of(value))
            .orElse(List.of());
    List<String> texts = new ArrayList<>();
    for (JsonValue value : values) {
      if (value instanceof JsonString text) {
        texts.add(text.value());
      } else if (value instanceof JsonObject reference) {
        reference.string("@id").ifPresent(texts::add);
      }
    }
    return texts;
  }
}
