package org.microcred.stacking.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Filter;
import org.microcred.stacking.ValueTest;

/** Writes filters: several filters on different members as one object. */
final class FilterWriter {
  private FilterWriter() {}

  static JsonObject write(Filter filter) {
    if (filter instanceof Filter.Because because) {
      Filter inner = because.filter();
      // An inner reason stands in an object of its own.
      JsonObject json =
          inner instanceof Filter.Because
              ? JsonObject.builder().put("allOf", JsonArray.of(write(inner))).build()
              : write(inner);
      return json.toBuilder().put("reason", because.reason().name()).build();
    }
    if (filter instanceof Filter.Fact fact && !Filter.Fact.STANDARD.contains(fact.name())) {
      return test(fact.test(), fact.every(), fact.absent()).put("fact", fact.name()).build();
    }
    if (filter instanceof Filter.AllOf allOf) {
      Set<String> names = new HashSet<>();
      boolean apart = allOf.filters().stream().allMatch(f -> hasName(f) && names.add(name(f)));
      if (allOf.filters().size() != 1 && apart) {
        JsonObject.Builder json = JsonObject.builder();
        allOf.filters().forEach(f -> json.put(name(f), value(f)));
        return json.build();
      }
    }
    return JsonObject.builder().put(name(filter), value(filter)).build();
  }

  /** Whether a filter is one member of an object, and not the whole object. */
  private static boolean hasName(Filter filter) {
    return !(filter instanceof Filter.Because)
        && !(filter instanceof Filter.Fact fact && !Filter.Fact.STANDARD.contains(fact.name()));
  }

  private static String name(Filter filter) {
    if (filter instanceof Filter.AllOf) {
      return "allOf";
    } else if (filter instanceof Filter.AnyOf) {
      return "anyOf";
    } else if (filter instanceof Filter.Not) {
      return "not";
    } else if (filter instanceof Filter.Achievement) {
      return "achievement";
    } else if (filter instanceof Filter.Fact fact) {
      return fact.name();
    } else if (filter instanceof Filter.Aligned) {
      return "competency";
    }
    return filter instanceof Filter.Earned ? "earned" : "result";
  }

  private static JsonValue value(Filter filter) {
    if (filter instanceof Filter.AllOf allOf) {
      return list(allOf.filters());
    } else if (filter instanceof Filter.AnyOf anyOf) {
      return list(anyOf.filters());
    } else if (filter instanceof Filter.Not not) {
      return write(not.filter());
    } else if (filter instanceof Filter.Achievement achievement) {
      return texts(achievement.ids());
    } else if (filter instanceof Filter.Fact fact) {
      return fact.test() instanceof ValueTest.Is is && !fact.every() && fact.absent().isEmpty()
          ? texts(is.values())
          : test(fact.test(), fact.every(), fact.absent()).build();
    } else if (filter instanceof Filter.Aligned aligned) {
      return AlignedReader.write(aligned);
    } else if (filter instanceof Filter.Result result) {
      JsonObject.Builder json = test(result.test(), result.every(), result.absent());
      result.description().ifPresent(id -> json.put("description", id));
      return json.build();
    }
    Filter.Earned earned = (Filter.Earned) filter;
    JsonObject.Builder json = JsonObject.builder();
    earned.from().ifPresent(day -> json.put("from", day.toString()));
    earned.to().ifPresent(day -> json.put("to", day.toString()));
    earned.within().ifPresent(period -> json.put("within", period.toString()));
    earned.of().ifPresent(day -> json.put("of", day.toString()));
    earned.fact().ifPresent(name -> json.put("fact", name));
    absent(json, earned.absent());
    return json.build();
  }

  static JsonObject test(ValueTest test) {
    return test(test, false, Optional.empty()).build();
  }

  private static JsonObject.Builder test(ValueTest test, boolean every, Optional<Boolean> absent) {
    JsonObject.Builder json = JsonObject.builder();
    if (test instanceof ValueTest.Is is) {
      json.put("is", texts(is.values()));
    } else if (test instanceof ValueTest.AtLeast least) {
      json.put("atLeast", least.value());
      least.scale().ifPresent(scale -> json.put("scale", scale));
    } else if (test instanceof ValueTest.AtMost most) {
      json.put("atMost", most.value());
      most.scale().ifPresent(scale -> json.put("scale", scale));
    } else {
      json.put("present", JsonBoolean.TRUE);
    }
    if (every) {
      json.put("every", JsonBoolean.TRUE);
    }
    absent(json, absent);
    return json;
  }

  private static JsonValue texts(List<String> values) {
    return values.size() == 1 ? new JsonString(values.get(0)) : JsonArray.ofStrings(values);
  }

  private static void absent(JsonObject.Builder json, Optional<Boolean> absent) {
    absent.ifPresent(answer -> json.put("absent", JsonBoolean.of(answer)));
  }

  private static JsonArray list(List<Filter> filters) {
    return PolicyWriter.array(filters.stream().map(FilterWriter::write).toList());
  }
}
