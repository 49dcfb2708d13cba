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

/** Writes filters: several filters on different members as one object. */
final class FilterWriter {
  private FilterWriter() {}

  static JsonObject write(Filter filter) {
    if (filter instanceof Filter.AllOf allOf) {
      Set<String> names = new HashSet<>();
      boolean apart = allOf.filters().stream().allMatch(f -> names.add(name(f)));
      if (allOf.filters().size() != 1 && apart) {
        JsonObject.Builder json = JsonObject.builder();
        allOf.filters().forEach(f -> json.put(name(f), value(f)));
        return json.build();
      }
    }
    return JsonObject.builder().put(name(filter), value(filter)).build();
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
    } else if (filter instanceof Filter.Issuer) {
      return "issuer";
    } else if (filter instanceof Filter.Source) {
      return "source";
    } else if (filter instanceof Filter.Tag) {
      return "tag";
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
      return names(achievement.ids(), Optional.empty());
    } else if (filter instanceof Filter.Issuer issuer) {
      return names(issuer.ids(), issuer.absent());
    } else if (filter instanceof Filter.Source source) {
      return names(source.ids(), source.absent());
    } else if (filter instanceof Filter.Tag tag) {
      return names(tag.tags(), tag.absent());
    }
    JsonObject.Builder json = JsonObject.builder();
    if (filter instanceof Filter.ResultIs is) {
      json.put("is", JsonArray.ofStrings(is.values()));
      is.description().ifPresent(id -> json.put("description", id));
      absent(json, is.absent());
    } else if (filter instanceof Filter.ResultAtLeast least) {
      json.put("atLeast", least.value());
      least.description().ifPresent(id -> json.put("description", id));
      least.scale().ifPresent(scale -> json.put("scale", scale));
      absent(json, least.absent());
    } else if (filter instanceof Filter.Earned earned) {
      earned.from().ifPresent(day -> json.put("from", day.toString()));
      earned.to().ifPresent(day -> json.put("to", day.toString()));
      absent(json, earned.absent());
    }
    return json.build();
  }

  private static JsonValue names(List<String> values, Optional<Boolean> absent) {
    JsonValue names =
        values.size() == 1 ? new JsonString(values.get(0)) : JsonArray.ofStrings(values);
    if (absent.isEmpty()) {
      return names;
    }
    JsonObject.Builder json = JsonObject.builder().put("is", names);
    absent(json, absent);
    return json.build();
  }

  private static void absent(JsonObject.Builder json, Optional<Boolean> absent) {
    absent.ifPresent(answer -> json.put("absent", JsonBoolean.of(answer)));
  }

  private static JsonArray list(List<Filter> filters) {
    return PolicyWriter.array(filters.stream().map(FilterWriter::write).toList());
  }
}
