package org.microcred.stacking.internal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Amount;
import org.microcred.stacking.Definitions;
import org.microcred.stacking.FactRule;
import org.microcred.stacking.FactSource;
import org.microcred.stacking.Unit;
import org.microcred.stacking.ValueRule;

/** Writes what a policy defines. */
final class DefinitionsWriter {
  private DefinitionsWriter() {}

  static void write(Definitions definitions, JsonObject.Builder json) {
    if (!definitions.zone().equals(ZoneOffset.UTC)) {
      json.put("timeZone", definitions.zone().getId());
    }
    map(json, "units", definitions.units(), DefinitionsWriter::unit);
    map(json, "scales", definitions.scales(), JsonArray::ofStrings);
    map(json, "facts", definitions.facts(), DefinitionsWriter::source);
    list(json, "set", definitions.set(), DefinitionsWriter::factRule);
    list(json, "values", definitions.values(), DefinitionsWriter::valueRule);
  }

  private static <V> void map(
      JsonObject.Builder json, String name, Map<String, V> map, Function<V, JsonValue> write) {
    if (!map.isEmpty()) {
      JsonObject.Builder object = JsonObject.builder();
      map.forEach((key, value) -> object.put(key, write.apply(value)));
      json.put(name, object.build());
    }
  }

  private static <V> void list(
      JsonObject.Builder json, String name, List<V> list, Function<V, JsonValue> write) {
    if (!list.isEmpty()) {
      json.put(name, new JsonArray(list.stream().map(write).toList()));
    }
  }

  private static JsonValue unit(Unit unit) {
    return JsonObject.builder().put("is", unit.is().toPlainString()).put("of", unit.of()).build();
  }

  private static JsonValue source(FactSource source) {
    JsonObject.Builder json = JsonObject.builder();
    FactSource.Place place = source.place();
    if (place instanceof FactSource.Place.Member member) {
      json.put("from", member.pointer().toString());
    } else if (place instanceof FactSource.Place.Tag tag) {
      json.put("tag", tag.prefix());
    } else if (place instanceof FactSource.Place.Result result) {
      json.put("result", result.description());
    } else if (place instanceof FactSource.Place.Column column) {
      json.put("column", column.name());
    }
    source.unit().ifPresent(unit -> json.put("unit", unit));
    source
        .absent()
        .ifPresent(
            values ->
                json.put("absent", values.isEmpty() ? JsonNull.NULL : JsonArray.ofStrings(values)));
    return json.build();
  }

  private static JsonValue factRule(FactRule rule) {
    JsonObject.Builder facts = JsonObject.builder();
    rule.values().forEach((name, value) -> facts.put(name, new JsonString(value)));
    rule.amounts().forEach((name, amount) -> facts.put(name, amount(amount)));
    JsonObject.Builder json =
        JsonObject.builder()
            .put("when", FilterWriter.write(rule.when()))
            .put("facts", facts.build());
    rule.note().ifPresent(note -> json.put("note", note));
    return json.build();
  }

  private static JsonValue valueRule(ValueRule rule) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("from", FilterWriter.write(rule.from()))
            .put("credits", amount(rule.credits()));
    rule.note().ifPresent(note -> json.put("note", note));
    return json.build();
  }

  private static JsonObject amount(Amount amount) {
    return JsonObject.builder()
        .put("amount", amount.value().toPlainString())
        .put("unit", amount.unit())
        .build();
  }
}
