package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Parameter;

/** Collects what is wrong with a policy while it is read. */
final class Reading {
  /** Enough for an author; the rest would say the same again. */
  private static final int MAX_VIOLATIONS = 200;

  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, Parameter> parameters;
  private final Map<String, String> values;
  private final boolean sample;

  /** Reads a policy without parameters. */
  Reading() {
    this(Map.of(), Map.of(), false);
  }

  /**
   * Reads a policy with values for its parameters.
   *
   * @param sample whether they are made up, so that two dates need not agree
   */
  Reading(Map<String, Parameter> parameters, Map<String, String> values, boolean sample) {
    this.parameters = parameters;
    this.values = values;
    this.sample = sample;
  }

  Map<String, Parameter> parameters() {
    return parameters;
  }

  Map<String, String> values() {
    return values;
  }

  boolean isSample() {
    return sample;
  }

  void refuse(String code, JsonPointer at, String message) {
    refuse(new Violation(code, at, message));
  }

  void refuse(Violation violation) {
    if (violations.size() < MAX_VIOLATIONS) {
      violations.add(violation);
    }
  }

  boolean failed() {
    return !violations.isEmpty();
  }

  InvalidDocumentException exception() {
    return new InvalidDocumentException(violations);
  }

  /** Refuses every member that is not understood; {@code planned} are those of later versions. */
  void members(JsonObject object, JsonPointer at, Set<String> known, Set<String> planned) {
    for (String name : object.members().keySet()) {
      if (planned.contains(name)) {
        refuse(
            "policy.unsupported",
            at.child(name),
            SafeText.quote(name) + " is not supported by this version; take it out");
      } else if (!known.contains(name)) {
        refuse(
            "policy.unknown-member",
            at.child(name),
            SafeText.quote(name) + " is not a member that belongs here; check its spelling");
      }
    }
  }

  /** A string that is not empty; refused when it is there and another, or missing and required. */
  Optional<String> string(JsonObject object, String name, JsonPointer at, boolean required) {
    Optional<JsonValue> value = object.get(name);
    if (value.isEmpty()) {
      if (required) {
        refuse("policy.required", at, SafeText.quote(name) + " is missing");
      }
      return Optional.empty();
    }
    return string(value.get(), at.child(name));
  }

  Optional<String> string(JsonValue value, JsonPointer at) {
    if (value instanceof JsonString text && !text.value().isEmpty()) {
      return Optional.of(text.value());
    }
    refuse("policy.type", at, "expected a string that is not empty, found " + found(value));
    return Optional.empty();
  }

  /** One or more strings: a string stands for a list of one. Empty when refused. */
  List<String> strings(JsonValue value, JsonPointer at) {
    if (!(value instanceof JsonArray array)) {
      return string(value, at).map(List::of).orElse(List.of());
    }
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      string(array.items().get(i), at.child(i)).ifPresent(strings::add);
    }
    if (array.items().isEmpty()) {
      refuse("policy.range", at, "the list is empty; name at least one value");
    }
    return strings;
  }

  /** A member that has to be there. */
  Optional<JsonValue> required(JsonObject object, String name, JsonPointer at) {
    if (!object.has(name)) {
      refuse("policy.required", at, SafeText.quote(name) + " is missing");
    }
    return object.get(name);
  }

  Optional<JsonObject> object(JsonValue value, JsonPointer at) {
    if (value instanceof JsonObject object) {
      return Optional.of(object);
    }
    refuse("policy.type", at, "expected an object, found " + found(value));
    return Optional.empty();
  }

  Optional<JsonArray> array(JsonValue value, JsonPointer at) {
    if (value instanceof JsonArray array) {
      return Optional.of(array);
    }
    refuse("policy.type", at, "expected an array, found " + found(value));
    return Optional.empty();
  }

  Optional<Boolean> bool(JsonObject object, String name, JsonPointer at) {
    Optional<JsonValue> value = object.get(name);
    if (value.isPresent() && value.get() instanceof JsonBoolean b) {
      return Optional.of(b.value());
    }
    value.ifPresent(
        v -> refuse("policy.type", at.child(name), "expected true or false, found " + found(v)));
    return Optional.empty();
  }

  /** A whole number from 1 to a million. */
  Optional<Integer> count(JsonValue value, JsonPointer at) {
    if (value instanceof JsonNumber number && number.literal().matches("[1-9][0-9]{0,5}|1000000")) {
      return Optional.of(Integer.valueOf(number.literal()));
    }
    refuse("policy.number", at, "expected a whole number from 1 to 1000000, found " + found(value));
    return Optional.empty();
  }

  /** A whole number from 0 to a million. */
  Optional<Integer> wholeNumber(JsonValue value, JsonPointer at) {
    return value instanceof JsonNumber number && number.literal().equals("0")
        ? Optional.of(0)
        : count(value, at);
  }

  /** An amount as {@link #amount}, or 0. */
  Optional<BigDecimal> amountOrNone(JsonValue value, JsonPointer at) {
    return literal(value)
        .flatMap(Decimals::read)
        .filter(amount -> amount.signum() == 0)
        .or(() -> amount(value, at));
  }

  /** An amount over 0 with at most 6 decimals, as a number or as a string. */
  Optional<BigDecimal> amount(JsonValue value, JsonPointer at) {
    Optional<BigDecimal> amount = literal(value).flatMap(Decimals::read).filter(Decimals::isTarget);
    if (amount.isEmpty()) {
      refuse(
          "policy.number",
          at,
          "expected an amount over 0, at most 10000000, with at most 6 decimals, found "
              + found(value));
    }
    return amount;
  }

  /** A day such as 2026-01-31. */
  Optional<LocalDate> date(JsonObject object, String name, JsonPointer at) {
    Optional<JsonValue> value = object.get(name);
    Optional<LocalDate> day =
        value.flatMap(
            v -> v instanceof JsonString text ? ValueOrder.day(text.value()) : Optional.empty());
    if (value.isPresent() && day.isEmpty()) {
      refuse("policy.date", at.child(name), "expected a date such as \"2026-01-31\"");
    }
    return day;
  }

  /** One or more strings, numbers or truth values, as facts spell them. Empty when refused. */
  List<String> literals(JsonValue value, JsonPointer at) {
    if (!(value instanceof JsonArray array)) {
      return literal(value, at).map(List::of).orElse(List.of());
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      literal(array.items().get(i), at.child(i)).ifPresent(texts::add);
    }
    if (array.items().isEmpty()) {
      refuse("policy.range", at, "the list is empty; name at least one value");
    }
    return texts;
  }

  /** A string that is not empty, a number or a truth value, as facts spell it. */
  Optional<String> literal(JsonValue value, JsonPointer at) {
    Optional<String> text = HeldFacts.text(value).filter(t -> !t.isEmpty());
    if (text.isEmpty()) {
      refuse(
          "policy.type",
          at,
          "expected a string that is not empty, a number, true or false, found " + found(value));
    }
    return text;
  }

  /** The text of a string or the spelling of a number. */
  static Optional<String> literal(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return Optional.of(number.literal());
    }
    return value instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
  }

  private static String found(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return SafeText.of(number.literal());
    }
    return value instanceof JsonString text ? SafeText.quote(text.value()) : value.typeName();
  }
}
