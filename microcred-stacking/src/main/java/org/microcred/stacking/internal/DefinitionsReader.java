package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Amount;
import org.microcred.stacking.Definitions;
import org.microcred.stacking.FactRule;
import org.microcred.stacking.FactSource;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Unit;
import org.microcred.stacking.ValueRule;

/** Reads what a policy defines: its zone, units, scales and facts. */
final class DefinitionsReader {
  private static final Set<String> PLACES = Set.of("from", "tag", "result", "column");

  private final Reading reading;
  private final JsonObject policy;

  DefinitionsReader(Reading reading, JsonObject policy) {
    this.reading = reading;
    this.policy = policy;
  }

  /** The names of the facts that the policy defines or gives. */
  Set<String> factNames() {
    Set<String> names = new HashSet<>(Set.of(FactRule.UNIT));
    policy.object("facts").ifPresent(facts -> names.addAll(facts.members().keySet()));
    names.addAll(given());
    return names;
  }

  /** The names of the facts that "set" gives. */
  private Set<String> given() {
    Set<String> names = new HashSet<>();
    for (JsonValue item : policy.list("set")) {
      if (item instanceof JsonObject rule) {
        rule.object("facts").ifPresent(facts -> names.addAll(facts.members().keySet()));
      }
    }
    return names;
  }

  Set<String> scaleNames() {
    return policy.object("scales").map(o -> o.members().keySet()).orElse(Set.of());
  }

  Definitions read(FilterReader filters) {
    Map<String, Unit> units = map("units", this::unit);
    Units known = new Units(units);
    JsonPointer at = JsonPointer.ROOT.child("units");
    units.keySet().stream()
        .filter(name -> !known.hasBase(name))
        .forEach(
            name ->
                reading.refuse(
                    "policy.cycle",
                    at.child(name),
                    "the unit is said in terms of itself, or of a chain of more than "
                        + Units.MAX_STEPS));
    // What "set" gives must not depend on what "set" gives.
    Set<String> held = factNames();
    held.removeAll(given());
    FilterReader when = new FilterReader(reading, scaleNames(), held, given());
    return new Definitions(
        zone(),
        reading.failed() ? Map.of() : units,
        map("scales", this::scale),
        map("facts", this::source),
        list("set", (rule, here) -> factRule(rule, here, when)),
        list("values", (rule, here) -> valueRule(rule, here, filters)));
  }

  private ZoneId zone() {
    Optional<String> name = reading.string(policy, "timeZone", JsonPointer.ROOT, false);
    try {
      return name.<ZoneId>map(ZoneId::of)
          .filter(z -> !name.get().equals("UTC"))
          .orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      reading.refuse(
          "policy.date",
          JsonPointer.ROOT.child("timeZone"),
          "expected a time zone such as \"Europe/Vienna\" or \"UTC\"");
      return ZoneOffset.UTC;
    }
  }

  private <V> Map<String, V> map(
      String name, BiFunction<JsonValue, JsonPointer, Optional<V>> read) {
    JsonPointer at = JsonPointer.ROOT.child(name);
    Map<String, V> map = new LinkedHashMap<>();
    policy
        .get(name)
        .flatMap(v -> reading.object(v, at))
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach((key, value) -> read.apply(value, at.child(key)).ifPresent(v -> map.put(key, v)));
    return map;
  }

  private <V> List<V> list(String name, BiFunction<JsonObject, JsonPointer, Optional<V>> read) {
    JsonPointer at = JsonPointer.ROOT.child(name);
    List<JsonValue> items =
        policy.get(name).flatMap(v -> reading.array(v, at)).map(JsonArray::items).orElse(List.of());
    List<V> list = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonPointer here = at.child(i);
      reading.object(items.get(i), here).flatMap(o -> read.apply(o, here)).ifPresent(list::add);
    }
    return list;
  }

  private Optional<Unit> unit(JsonValue value, JsonPointer at) {
    JsonObject object = reading.object(value, at).orElse(JsonObject.EMPTY);
    reading.members(object, at, Set.of("is", "of"), Set.of());
    Optional<BigDecimal> is =
        reading.required(object, "is", at).flatMap(v -> reading.amount(v, at.child("is")));
    Optional<String> of = reading.string(object, "of", at, true);
    return is.isEmpty() || of.isEmpty()
        ? Optional.empty()
        : Optional.of(new Unit(is.get(), of.get()));
  }

  private Optional<List<String>> scale(JsonValue value, JsonPointer at) {
    List<String> values =
        reading.array(value, at).map(array -> reading.strings(array, at)).orElse(List.of());
    if (new HashSet<>(values).size() < values.size()) {
      reading.refuse("policy.range", at, "a value stands twice on this scale");
    }
    return Optional.of(values);
  }

  private Optional<FactSource> source(JsonValue value, JsonPointer at) {
    JsonObject object = reading.object(value, at).orElse(JsonObject.EMPTY);
    Set<String> known = new HashSet<>(PLACES);
    known.addAll(List.of("unit", "absent"));
    reading.members(object, at, known, Set.of());
    List<String> places = PLACES.stream().filter(object::has).toList();
    if (places.size() != 1) {
      reading.refuse(
          "policy.required", at, "give exactly one of \"from\", \"tag\", \"result\", \"column\"");
      return Optional.empty();
    }
    String place = places.get(0);
    Optional<List<String>> absent =
        object
            .get("absent")
            .map(v -> v == JsonNull.NULL ? List.of() : reading.literals(v, at.child("absent")));
    Optional<String> unit = reading.string(object, "unit", at, false);
    return reading
        .string(object, place, at, true)
        .flatMap(text -> place(place, text, at.child(place)))
        .map(found -> new FactSource(found, unit, absent));
  }

  private Optional<FactSource.Place> place(String kind, String text, JsonPointer at) {
    return switch (kind) {
      case "tag" -> Optional.of(new FactSource.Place.Tag(text));
      case "result" -> Optional.of(new FactSource.Place.Result(text));
      case "column" -> Optional.of(new FactSource.Place.Column(text));
      default -> {
        try {
          yield Optional.of(new FactSource.Place.Member(JsonPointer.parse(text)));
        } catch (IllegalArgumentException e) {
          reading.refuse(
              "policy.type", at, "expected a JSON pointer such as \"/credentialSubject/term\"");
          yield Optional.empty();
        }
      }
    };
  }

  private Optional<FactRule> factRule(JsonObject object, JsonPointer at, FilterReader filters) {
    reading.members(object, at, Set.of("when", "facts", "note"), Set.of());
    Filter when = object.get("when").map(v -> filters.read(v, at.child("when"))).orElse(Filter.ANY);
    JsonPointer inside = at.child("facts");
    JsonObject facts =
        reading
            .required(object, "facts", at)
            .flatMap(v -> reading.object(v, inside))
            .orElse(JsonObject.EMPTY);
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Amount> amounts = new LinkedHashMap<>();
    facts
        .members()
        .forEach(
            (name, value) -> {
              JsonPointer here = inside.child(name);
              if (value instanceof JsonObject amount && !name.equals(FactRule.UNIT)) {
                amount(amount, here).ifPresent(a -> amounts.put(name, a));
              } else {
                reading.literal(value, here).ifPresent(v -> values.put(name, v));
              }
            });
    Optional<String> note = reading.string(object, "note", at, false);
    return Optional.of(new FactRule(when, values, amounts, note));
  }

  private Optional<ValueRule> valueRule(JsonObject object, JsonPointer at, FilterReader filters) {
    reading.members(object, at, Set.of("from", "credits", "note"), Set.of());
    Filter from = object.get("from").map(v -> filters.read(v, at.child("from"))).orElse(Filter.ANY);
    Optional<String> note = reading.string(object, "note", at, false);
    return reading
        .required(object, "credits", at)
        .flatMap(v -> reading.object(v, at.child("credits")))
        .flatMap(o -> amount(o, at.child("credits")))
        .map(credits -> new ValueRule(from, credits, note));
  }

  private Optional<Amount> amount(JsonObject object, JsonPointer at) {
    reading.members(object, at, Set.of("amount", "unit"), Set.of());
    Optional<BigDecimal> quantity =
        reading.required(object, "amount", at).flatMap(v -> reading.amount(v, at.child("amount")));
    Optional<String> unit = reading.string(object, "unit", at, true);
    return quantity.isEmpty() || unit.isEmpty()
        ? Optional.empty()
        : Optional.of(new Amount(quantity.get(), unit.get()));
  }
}
