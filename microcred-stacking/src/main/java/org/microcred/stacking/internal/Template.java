package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Parameter;

/**
 * A policy in which parameters stand for values: {@code {"param": "role"}}, or {@code {"by":
 * "role", "teacher": 15, "leader": 50}}. With values for all of them it becomes an ordinary policy,
 * in which everything stands where it stood.
 *
 * @param json the policy as it was written
 * @param parameters its parameters
 */
record Template(JsonObject json, Map<String, Parameter> parameters) {
  /** A policy without parameters: its rules say all that was written. */
  static final Template NONE = new Template(JsonObject.EMPTY, Map.of());

  /** A policy is read once for every value that a parameter may have. */
  private static final int MAX_SAMPLES = 64;

  /** Members in which nothing stands for a value. */
  private static final Set<String> LITERAL =
      Set.of("$schema", "id", "version", "note", "award", "parameters");

  Template {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The values that parameters have when none are given; one may be missing. */
  Map<String, String> defaults() {
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach((name, p) -> p.byDefault().ifPresent(value -> values.put(name, value)));
    return values;
  }

  boolean isBound() {
    return defaults().size() == parameters.size();
  }

  /** The same policy with other defaults. */
  Template with(Map<String, String> values) {
    JsonObject declared = json.object("parameters").orElse(JsonObject.EMPTY);
    Map<String, Parameter> changed = new LinkedHashMap<>(parameters);
    for (Map.Entry<String, String> value : values.entrySet()) {
      Parameter parameter = parameters.get(value.getKey());
      JsonObject member = declared.object(value.getKey()).orElse(JsonObject.EMPTY);
      if (parameter != null) {
        declared =
            declared.with(
                value.getKey(), member.with("default", json(parameter, value.getValue())));
        changed.put(
            value.getKey(),
            new Parameter(parameter.type(), parameter.oneOf(), Optional.of(value.getValue())));
      }
    }
    return new Template(json.with("parameters", declared), changed);
  }

  /**
   * Values with which each part of the policy is there at least once, to see whether it is sound.
   */
  List<Map<String, String>> samples(Reading reading) {
    Map<String, String> base = new LinkedHashMap<>();
    parameters.forEach((name, parameter) -> base.put(name, sample(parameter)));
    List<Map<String, String>> samples = new ArrayList<>(List.of(base));
    parameters.forEach(
        (name, parameter) ->
            parameter.oneOf().stream()
                .filter(value -> !value.equals(base.get(name)))
                .forEach(
                    value -> {
                      Map<String, String> sample = new LinkedHashMap<>(base);
                      sample.put(name, value);
                      samples.add(sample);
                    }));
    if (samples.size() > MAX_SAMPLES) {
      reading.refuse(
          "policy.range",
          JsonPointer.ROOT.child("parameters"),
          "the parameters have more than " + MAX_SAMPLES + " values under \"oneOf\" together");
    }
    return samples;
  }

  private static String sample(Parameter parameter) {
    return parameter
        .byDefault()
        .or(() -> parameter.oneOf().stream().findFirst())
        .orElse(
            switch (parameter.type()) {
              case DATE -> "2000-01-01";
              case NUMBER -> "1";
              case STRING -> "sample";
            });
  }

  /** The policy with the values in their places. */
  JsonObject bind(Map<String, String> values, Reading reading) {
    JsonObject.Builder bound = JsonObject.builder();
    json.members()
        .forEach(
            (name, value) ->
                bound.put(
                    name,
                    LITERAL.contains(name)
                        ? value
                        : replace(value, values, JsonPointer.ROOT.child(name), reading)));
    return bound.build();
  }

  private JsonValue replace(
      JsonValue value, Map<String, String> values, JsonPointer at, Reading reading) {
    if (value instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>();
      for (int i = 0; i < array.items().size(); i++) {
        items.add(replace(array.items().get(i), values, at.child(i), reading));
      }
      return new JsonArray(items);
    } else if (value instanceof JsonObject object) {
      if (object.has("param") && object.members().size() == 1) {
        return given(named(object, "param", at, reading), values);
      } else if (object.has("by") && !object.has("of")) {
        // A mean says by what it is weighed, and of what it is one.
        return chosen(object, values, at, reading);
      }
      JsonObject.Builder members = JsonObject.builder();
      object
          .members()
          .forEach((name, v) -> members.put(name, replace(v, values, at.child(name), reading)));
      return members.build();
    }
    return value;
  }

  private JsonValue given(String name, Map<String, String> values) {
    Parameter parameter = parameters.get(name);
    String value = values.get(name);
    return parameter == null || value == null ? JsonNull.NULL : json(parameter, value);
  }

  private static JsonValue json(Parameter parameter, String value) {
    return parameter.type() == Parameter.Type.NUMBER
        ? new JsonNumber(value)
        : new JsonString(value);
  }

  /** The name of a parameter; empty when it is refused. */
  private String named(JsonObject object, String member, JsonPointer at, Reading reading) {
    String name = object.string(member).orElse("");
    if (!parameters.containsKey(name)) {
      reading.refuse(
          "policy.reference",
          at.child(member),
          "no parameter is called " + SafeText.quote(name) + "; declare it under \"parameters\"");
      return "";
    }
    return name;
  }

  /** The value for the value of a parameter, which has to be there for each that it may have. */
  private JsonValue chosen(
      JsonObject object, Map<String, String> values, JsonPointer at, Reading reading) {
    String name = named(object, "by", at, reading);
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      return JsonNull.NULL;
    }
    Set<String> choices = new HashSet<>(object.members().keySet());
    choices.remove("by");
    if (parameter.oneOf().isEmpty() || !choices.equals(new HashSet<>(parameter.oneOf()))) {
      reading.refuse(
          "policy.range",
          at,
          "give one value for each that "
              + SafeText.quote(name)
              + " may have: "
              + SafeText.of(String.join(", ", parameter.oneOf())));
      return JsonNull.NULL;
    }
    String choice = values.getOrDefault(name, "");
    return object
        .get(choice)
        .map(value -> replace(value, values, at.child(choice), reading))
        .orElse(JsonNull.NULL);
  }
}
