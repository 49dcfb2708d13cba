package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.Achievement;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Amount;
import org.microcred.stacking.FactRule;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Rule;
import org.microcred.stacking.Sharing;

/** Reads a policy, strictly: what is not understood is refused. */
public final class PolicyReader {
  private static final Set<String> KNOWN =
      Set.of(
          "$schema",
          "id",
          "version",
          "note",
          "award",
          "timeZone",
          "accept",
          "rule",
          "set",
          "scales",
          "use",
          "divisible");
  private static final Set<String> PLANNED =
      Set.of(
          "effective",
          "parameters",
          "units",
          "values",
          "facts",
          "equivalent",
          "replaces",
          "conflicts",
          "exceptions",
          "optional",
          "derive");

  private final Reading reading = new Reading();

  private PolicyReader() {}

  /**
   * Reads a policy.
   *
   * @param json any JSON
   * @return the policy
   * @throws InvalidDocumentException with everything that is wrong
   */
  public static PolicyDocument read(JsonValue json) throws InvalidDocumentException {
    PolicyReader reader = new PolicyReader();
    Optional<PolicyDocument> document =
        reader.reading.object(json, JsonPointer.ROOT).flatMap(reader::document);
    if (document.isEmpty() || reader.reading.failed()) {
      throw reader.reading.exception();
    }
    return document.get();
  }

  private Optional<PolicyDocument> document(JsonObject json) {
    JsonPointer root = JsonPointer.ROOT;
    reading.members(json, root, KNOWN, PLANNED);
    Optional<String> id = reading.string(json, "id", root, true);
    Optional<String> version = reading.string(json, "version", root, true);
    Optional<String> note = reading.string(json, "note", root, false);
    Optional<Achievement> award = award(json);
    refuseOtherChoices(json);
    Map<String, List<String>> scales = scales(json);
    FilterReader filters = new FilterReader(reading, scales.keySet());
    RuleReader rules = new RuleReader(reading, filters);
    Filter accept =
        json.get("accept").map(v -> filters.read(v, root.child("accept"))).orElse(Filter.ANY);
    List<FactRule> facts = facts(json, filters);
    if (!json.has("rule")) {
      reading.refuse("policy.required", root, "\"rule\" is missing");
    }
    Optional<Rule> rule = json.get("rule").flatMap(v -> rules.read(v, root.child("rule")));
    Sharing sharing = sharing(json, rules.leaves());
    if (id.isEmpty() || version.isEmpty() || award.isEmpty() || rule.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PolicyDocument(
            id.get(),
            version.get(),
            note,
            award.get(),
            accept,
            rule.get(),
            facts,
            scales,
            sharing));
  }

  private Optional<Achievement> award(JsonObject json) {
    JsonPointer at = JsonPointer.ROOT.child("award");
    if (!json.has("award")) {
      reading.refuse("policy.required", JsonPointer.ROOT, "\"award\" is missing");
    }
    Optional<JsonObject> award = json.get("award").flatMap(v -> reading.object(v, at));
    if (award.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Achievement.parse(award.get()));
    } catch (InvalidDocumentException e) {
      e.violations().forEach(v -> reading.refuse(v.under(at)));
      return Optional.empty();
    }
  }

  /** Members that have one choice in this version. */
  private void refuseOtherChoices(JsonObject json) {
    json.get("timeZone")
        .filter(zone -> !zone.equals(new JsonString("UTC")))
        .ifPresent(zone -> unsupported("timeZone", "only \"UTC\" is"));
    json.get("divisible")
        .filter(divisible -> divisible != JsonBoolean.FALSE)
        .ifPresent(divisible -> unsupported("divisible", "only false is"));
  }

  private void unsupported(String name, String but) {
    reading.refuse(
        "policy.unsupported",
        JsonPointer.ROOT.child(name),
        "this value is not supported by this version; " + but);
  }

  private Map<String, List<String>> scales(JsonObject json) {
    JsonPointer at = JsonPointer.ROOT.child("scales");
    Map<String, List<String>> scales = new LinkedHashMap<>();
    JsonObject object =
        json.get("scales").flatMap(v -> reading.object(v, at)).orElse(JsonObject.EMPTY);
    object
        .members()
        .forEach(
            (name, value) -> {
              List<String> values =
                  reading
                      .array(value, at.child(name))
                      .map(array -> reading.strings(array, at.child(name)))
                      .orElse(List.of());
              if (new HashSet<>(values).size() < values.size()) {
                reading.refuse(
                    "policy.range", at.child(name), "a value stands twice on this scale");
              }
              scales.put(name, values);
            });
    return scales;
  }

  private List<FactRule> facts(JsonObject json, FilterReader filters) {
    JsonPointer at = JsonPointer.ROOT.child("set");
    List<JsonValue> items =
        json.get("set").flatMap(v -> reading.array(v, at)).map(JsonArray::items).orElse(List.of());
    List<FactRule> rules = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonPointer here = at.child(i);
      reading.object(items.get(i), here).ifPresent(o -> rules.add(factRule(o, here, filters)));
    }
    return rules;
  }

  private FactRule factRule(JsonObject object, JsonPointer at, FilterReader filters) {
    reading.members(object, at, Set.of("when", "facts", "note"), Set.of());
    Filter when = object.get("when").map(v -> filters.read(v, at.child("when"))).orElse(Filter.ANY);
    if (!object.has("facts")) {
      reading.refuse("policy.required", at, "\"facts\" is missing");
    }
    JsonPointer inside = at.child("facts");
    JsonObject facts =
        object.get("facts").flatMap(v -> reading.object(v, inside)).orElse(JsonObject.EMPTY);
    Map<String, Amount> amounts = new LinkedHashMap<>();
    facts
        .members()
        .forEach(
            (name, value) -> {
              if (!name.equals("unit")) {
                amount(value, inside.child(name)).ifPresent(a -> amounts.put(name, a));
              }
            });
    return new FactRule(
        when,
        reading.string(facts, "unit", inside, false),
        amounts,
        reading.string(object, "note", at, false));
  }

  private Optional<Amount> amount(JsonValue value, JsonPointer at) {
    if (!(value instanceof JsonObject object)) {
      reading.refuse(
          "policy.unsupported",
          at,
          "this version knows facts that are amounts: {\"amount\": 3, \"unit\": \"hour\"}");
      return Optional.empty();
    }
    reading.members(object, at, Set.of("amount", "unit"), Set.of());
    if (!object.has("amount")) {
      reading.refuse("policy.required", at, "\"amount\" is missing");
    }
    Optional<BigDecimal> quantity =
        object.get("amount").flatMap(v -> reading.amount(v, at.child("amount")));
    Optional<String> unit = reading.string(object, "unit", at, true);
    return quantity.isEmpty() || unit.isEmpty()
        ? Optional.empty()
        : Optional.of(new Amount(quantity.get(), unit.get()));
  }

  private Sharing sharing(JsonObject json, Set<String> leaves) {
    JsonPointer at = JsonPointer.ROOT.child("use");
    JsonObject use = json.get("use").flatMap(v -> reading.object(v, at)).orElse(JsonObject.EMPTY);
    reading.members(use, at, Set.of("inside", "free"), Set.of("withAward", "only"));
    use.get("inside")
        .filter(inside -> !inside.equals(new JsonString("exclusive")))
        .ifPresent(
            inside ->
                reading.refuse(
                    "policy.unsupported",
                    at.child("inside"),
                    "this version knows \"exclusive\" only; name what may share under \"free\""));
    JsonPointer inside = at.child("free");
    List<JsonValue> groups =
        use.get("free")
            .flatMap(v -> reading.array(v, inside))
            .map(JsonArray::items)
            .orElse(List.of());
    List<List<String>> free = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      JsonPointer here = inside.child(i);
      List<String> group =
          reading.array(groups.get(i), here).map(g -> reading.strings(g, here)).orElse(List.of());
      for (String name : group) {
        if (!name.equals(Sharing.ALL) && !leaves.contains(name)) {
          reading.refuse(
              "policy.reference",
              here,
              SafeText.quote(name) + " is not the id of a hold, count or sum rule");
        }
      }
      if (group.size() == 1) {
        reading.refuse("policy.range", here, "name at least two rules that may share");
      }
      free.add(group);
    }
    return new Sharing(free);
  }
}
