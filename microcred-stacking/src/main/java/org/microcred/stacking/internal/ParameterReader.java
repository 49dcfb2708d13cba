package org.microcred.stacking.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Parameter;

/** Reads the parameters of a policy, and values for them. */
final class ParameterReader {
  private static final JsonPointer AT = JsonPointer.ROOT.child("parameters");

  private static final Map<String, Parameter.Type> TYPES =
      Map.of(
          "date", Parameter.Type.DATE,
          "number", Parameter.Type.NUMBER,
          "string", Parameter.Type.STRING);

  private final Reading reading;

  ParameterReader(Reading reading) {
    this.reading = reading;
  }

  Map<String, Parameter> read(JsonObject policy) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    policy
        .get("parameters")
        .flatMap(value -> reading.object(value, AT))
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach(
            (name, value) ->
                parameter(value, AT.child(name)).ifPresent(p -> parameters.put(name, p)));
    return parameters;
  }

  private Optional<Parameter> parameter(JsonValue value, JsonPointer at) {
    JsonObject object = reading.object(value, at).orElse(JsonObject.EMPTY);
    reading.members(object, at, Set.of("type", "oneOf", "default", "note"), Set.of());
    Optional<String> name = reading.string(object, "type", at, true);
    Optional<Parameter.Type> type = name.map(n -> TYPES.get(n));
    if (name.isPresent() && type.isEmpty()) {
      reading.refuse("policy.reference", at.child("type"), "expected date, number or string");
    }
    if (type.isEmpty()) {
      return Optional.empty();
    }
    List<String> oneOf =
        object.get("oneOf").map(v -> reading.literals(v, at.child("oneOf"))).orElse(List.of());
    Parameter open = new Parameter(type.get(), oneOf, Optional.empty());
    Parameter free = new Parameter(type.get(), List.of(), Optional.empty());
    oneOf.forEach(one -> check(free, one, at.child("oneOf")));
    if (new HashSet<>(oneOf).size() < oneOf.size() || oneOf.contains("by")) {
      reading.refuse("policy.range", at.child("oneOf"), "a value stands there twice, or is \"by\"");
    }
    Optional<String> byDefault =
        object.get("default").flatMap(v -> reading.literal(v, at.child("default")));
    byDefault.ifPresent(v -> check(open, v, at.child("default")));
    return Optional.of(new Parameter(type.get(), oneOf, byDefault));
  }

  /** Refuses values that parameters cannot have, and parameters without a value. */
  void check(Map<String, Parameter> parameters, Map<String, String> values) {
    parameters.forEach(
        (name, parameter) -> {
          Optional<String> value = Optional.ofNullable(values.get(name)).or(parameter::byDefault);
          if (value.isEmpty()) {
            reading.refuse(
                "policy.parameter",
                AT.child(name),
                "the parameter "
                    + SafeText.quote(name)
                    + " has no value; give it with the case"
                    + (parameter.oneOf().isEmpty()
                        ? ""
                        : ": " + SafeText.of(String.join(", ", parameter.oneOf()))));
          }
          value.ifPresent(v -> check(parameter, v, AT.child(name)));
        });
    values.keySet().stream()
        .filter(name -> !parameters.containsKey(name))
        .forEach(
            name ->
                reading.refuse(
                    "policy.parameter",
                    AT.child(name),
                    "the policy has no parameter " + SafeText.quote(name)));
  }

  private void check(Parameter parameter, String value, JsonPointer at) {
    boolean sound =
        switch (parameter.type()) {
          case DATE -> ValueOrder.day(value).isPresent();
          case NUMBER -> Decimals.read(value).isPresent();
          case STRING -> !value.isEmpty();
        };
    if (!sound) {
      reading.refuse(
          "policy.parameter",
          at,
          SafeText.quote(value)
              + " is not "
              + switch (parameter.type()) {
                case DATE -> "a date such as \"2026-01-31\"";
                case NUMBER -> "a number that is not negative";
                case STRING -> "a text";
              });
    } else if (!parameter.oneOf().isEmpty() && !parameter.oneOf().contains(value)) {
      reading.refuse(
          "policy.parameter",
          at,
          SafeText.quote(value)
              + " is not one of "
              + SafeText.of(String.join(", ", parameter.oneOf())));
    }
  }
}
