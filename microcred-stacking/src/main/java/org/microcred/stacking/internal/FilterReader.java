package org.microcred.stacking.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Filter;

/**
 * Reads filters. A filter that is refused reads as {@link Filter#ANY}, and the policy is refused.
 */
final class FilterReader {
  private static final Set<String> KNOWN =
      Set.of("allOf", "anyOf", "not", "achievement", "issuer", "source", "tag", "result", "earned");
  private static final Set<String> PLANNED =
      Set.of("level", "field", "alignment", "type", "fact", "evidence", "reason", "status");

  private final Reading reading;
  private final Set<String> scales;

  FilterReader(Reading reading, Set<String> scales) {
    this.reading = reading;
    this.scales = scales;
  }

  Filter read(JsonValue value, JsonPointer at) {
    Optional<JsonObject> object = reading.object(value, at);
    if (object.isEmpty()) {
      return Filter.ANY;
    }
    reading.members(object.get(), at, KNOWN, PLANNED);
    List<Filter> filters = new ArrayList<>();
    for (Map.Entry<String, JsonValue> member : object.get().members().entrySet()) {
      if (KNOWN.contains(member.getKey())) {
        filters.add(member(member.getKey(), member.getValue(), at.child(member.getKey())));
      }
    }
    return filters.size() == 1 ? filters.get(0) : new Filter.AllOf(filters);
  }

  private Filter member(String name, JsonValue value, JsonPointer at) {
    return switch (name) {
      case "allOf" -> new Filter.AllOf(list(value, at));
      case "anyOf" -> new Filter.AnyOf(list(value, at));
      case "not" -> new Filter.Not(read(value, at));
      case "achievement" -> new Filter.Achievement(reading.strings(value, at));
      case "result" -> result(value, at);
      case "earned" -> earned(value, at);
      default -> names(name, value, at);
    };
  }

  private List<Filter> list(JsonValue value, JsonPointer at) {
    List<JsonValue> items = reading.array(value, at).map(JsonArray::items).orElse(List.of());
    if (value instanceof JsonArray && items.isEmpty()) {
      reading.refuse("policy.range", at, "the list is empty; name at least one filter");
    }
    List<Filter> filters = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      filters.add(read(items.get(i), at.child(i)));
    }
    return filters;
  }

  /** {@code "x"}, {@code ["x", "y"]}, or {@code {"is" or "not": …, "absent": …}}. */
  private Filter names(String name, JsonValue value, JsonPointer at) {
    if (!(value instanceof JsonObject object)) {
      return named(name, reading.strings(value, at), Optional.empty());
    }
    reading.members(object, at, Set.of("is", "not", "absent"), Set.of("every"));
    Optional<Boolean> absent = reading.bool(object, "absent", at);
    if (object.has("is") == object.has("not")) {
      reading.refuse("policy.required", at, "give either \"is\" or \"not\"");
      return Filter.ANY;
    }
    if (object.has("is")) {
      return named(name, strings(object, "is", at), absent);
    }
    // What is said about absence is said about the whole question, the "not" included.
    return new Filter.Not(named(name, strings(object, "not", at), absent.map(a -> !a)));
  }

  private static Filter named(String name, List<String> values, Optional<Boolean> absent) {
    return switch (name) {
      case "issuer" -> new Filter.Issuer(values, absent);
      case "source" -> new Filter.Source(values, absent);
      default -> new Filter.Tag(values, absent);
    };
  }

  private List<String> strings(JsonObject object, String name, JsonPointer at) {
    return object.get(name).map(value -> reading.strings(value, at.child(name))).orElse(List.of());
  }

  private Filter result(JsonValue value, JsonPointer at) {
    Optional<JsonObject> found = reading.object(value, at);
    if (found.isEmpty()) {
      return Filter.ANY;
    }
    JsonObject object = found.get();
    reading.members(
        object,
        at,
        Set.of("atLeast", "is", "description", "scale", "absent"),
        Set.of("every", "which", "atMost"));
    Optional<Boolean> absent = reading.bool(object, "absent", at);
    Optional<String> description = reading.string(object, "description", at, false);
    Optional<String> scale = reading.string(object, "scale", at, false);
    if (scale.isPresent() && !scales.contains(scale.get())) {
      reading.refuse(
          "policy.reference",
          at.child("scale"),
          "no scale is called " + SafeText.quote(scale.get()) + "; declare it under \"scales\"");
    }
    if (object.has("is") == object.has("atLeast")) {
      reading.refuse("policy.required", at, "give either \"is\" or \"atLeast\"");
      return Filter.ANY;
    }
    if (object.has("is")) {
      if (scale.isPresent()) {
        reading.refuse(
            "policy.unknown-member", at.child("scale"), "\"scale\" belongs to \"atLeast\"");
      }
      return new Filter.ResultIs(strings(object, "is", at), description, absent);
    }
    Optional<String> least = object.get("atLeast").flatMap(Reading::literal);
    if (least.isEmpty()) {
      reading.refuse("policy.type", at.child("atLeast"), "expected a string or a number");
    }
    return new Filter.ResultAtLeast(least.orElse(""), description, scale, absent);
  }

  private Filter earned(JsonValue value, JsonPointer at) {
    Optional<JsonObject> found = reading.object(value, at);
    if (found.isEmpty()) {
      return Filter.ANY;
    }
    JsonObject object = found.get();
    reading.members(object, at, Set.of("from", "to", "absent"), Set.of("within"));
    Optional<LocalDate> from = date(object, "from", at);
    Optional<LocalDate> to = date(object, "to", at);
    if (!object.has("from") && !object.has("to")) {
      reading.refuse("policy.required", at, "give \"from\", \"to\" or both");
    }
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      reading.refuse("policy.range", at, "\"from\" is after \"to\": no day lies between");
    }
    return new Filter.Earned(from, to, reading.bool(object, "absent", at));
  }

  private Optional<LocalDate> date(JsonObject object, String name, JsonPointer at) {
    Optional<JsonValue> value = object.get(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonString text
        && text.value().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      try {
        return Optional.of(LocalDate.parse(text.value()));
      } catch (DateTimeException e) {
        // Not a day of the calendar: refused below.
      }
    }
    if (value.get() instanceof JsonObject) {
      reading.refuse(
          "policy.unsupported",
          at.child(name),
          "parameters are not supported by this version; give a date");
    } else {
      reading.refuse("policy.date", at.child(name), "expected a date such as \"2026-01-31\"");
    }
    return Optional.empty();
  }
}
