package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Catalogue;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingBuilder;

/** Reads catalogues. */
public final class CatalogueReader {
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "achievement",
          "name",
          "issuer",
          "source",
          "credits",
          "tags",
          "alignments",
          "result",
          "facts",
          "costs",
          "requires",
          "note");

  private final Reading reading = new Reading();

  private CatalogueReader() {}

  /**
   * Reads a catalogue.
   *
   * @param json any JSON
   * @return the catalogue
   * @throws InvalidDocumentException with everything that is wrong
   */
  public static Catalogue read(JsonValue json) throws InvalidDocumentException {
    return new CatalogueReader().catalogue(json);
  }

  private Catalogue catalogue(JsonValue json) throws InvalidDocumentException {
    JsonPointer root = JsonPointer.ROOT;
    JsonObject object = reading.object(json, root).orElse(JsonObject.EMPTY);
    reading.members(object, root, Set.of("unit", "items", "note"), Set.of());
    Optional<String> unit = reading.string(object, "unit", root, true);
    JsonPointer at = root.child("items");
    List<JsonValue> values =
        reading
            .required(object, "items", root)
            .flatMap(v -> reading.array(v, at))
            .map(JsonArray::items)
            .orElse(List.of());
    List<Catalogue.Item> items = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      JsonPointer here = at.child(i);
      reading
          .object(values.get(i), here)
          .flatMap(item -> item(item, unit.orElse(""), here, ids))
          .ifPresent(items::add);
    }
    if (reading.failed() || unit.isEmpty()) {
      throw reading.exception();
    }
    return new Catalogue(unit.get(), items);
  }

  private Optional<Catalogue.Item> item(
      JsonObject item, String unit, JsonPointer at, Set<String> ids) {
    reading.members(item, at, KNOWN, Set.of());
    Optional<String> id = reading.string(item, "id", at, true);
    id.filter(name -> !ids.add(name))
        .ifPresent(
            name ->
                reading.refuse(
                    "policy.duplicate-id",
                    at.child("id"),
                    SafeText.quote(name) + " is also the id of another item"));
    List<String> achievements = strings(item, "achievement", at);
    reading.required(item, "achievement", at);
    Map<String, BigDecimal> costs = costs(item, unit, at);
    List<String> requires = strings(item, "requires", at);
    if (id.isEmpty() || achievements.isEmpty() || !costs.containsKey(unit)) {
      return Optional.empty();
    }
    HoldingBuilder holding = Holding.builder(id.get(), achievements.get(0));
    achievements.stream().skip(1).forEach(holding::alsoAchievement);
    reading.string(item, "name", at, false).ifPresent(holding::name);
    reading.string(item, "issuer", at, false).ifPresent(holding::issuer);
    reading.string(item, "source", at, false).ifPresent(holding::source);
    item.get("credits")
        .flatMap(v -> reading.amountOrNone(v, at.child("credits")))
        .ifPresent(holding::credits);
    strings(item, "tags", at).forEach(holding::tag);
    strings(item, "alignments", at).forEach(holding::alignment);
    item.get("result")
        .flatMap(v -> reading.literal(v, at.child("result")))
        .ifPresent(value -> holding.result(HeldResult.of(value, HeldResult.Scale.NONE)));
    JsonPointer facts = at.child("facts");
    item.get("facts")
        .flatMap(v -> reading.object(v, facts))
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach(
            (name, value) ->
                reading
                    .literals(value, facts.child(name))
                    .forEach(text -> holding.fact(name, text)));
    return Optional.of(new Catalogue.Item(holding.build(), costs, requires));
  }

  private List<String> strings(JsonObject item, String name, JsonPointer at) {
    return item.get(name).map(v -> reading.strings(v, at.child(name))).orElse(List.of());
  }

  private Map<String, BigDecimal> costs(JsonObject item, String unit, JsonPointer at) {
    JsonPointer here = at.child("costs");
    Map<String, BigDecimal> costs = new TreeMap<>();
    reading
        .required(item, "costs", at)
        .flatMap(v -> reading.object(v, here))
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach(
            (name, value) ->
                reading
                    .amountOrNone(value, here.child(name))
                    .ifPresent(amount -> costs.put(name, amount)));
    if (item.object("costs").isPresent() && !item.object("costs").get().has(unit)) {
      reading.refuse(
          "policy.required", here, "say what it costs in " + SafeText.quote(unit) + ", 0 included");
    }
    return costs;
  }
}
