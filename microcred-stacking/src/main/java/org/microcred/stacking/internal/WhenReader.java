package org.microcred.stacking.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Condition;
import org.microcred.stacking.Parameter;
import org.microcred.stacking.Rule;
import org.microcred.stacking.ValueTest;

/** Reads under which condition a rule applies, and whether it does with the values given. */
final class WhenReader {
  private static final ValueOrder ORDER = new ValueOrder(Map.of());

  private static final Parameter TEXT =
      new Parameter(Parameter.Type.STRING, List.of(), Optional.empty());

  private final Reading reading;

  WhenReader(Reading reading) {
    this.reading = reading;
  }

  /** {@code {"param": "role", "is": "leader"}}. */
  Optional<Condition> read(JsonValue value, JsonPointer at) {
    JsonObject object = reading.object(value, at).orElse(JsonObject.EMPTY);
    Set<String> tests = Set.of("is", "not", "atLeast", "atMost");
    reading.members(
        object, at, Set.of("param", "is", "not", "atLeast", "atMost"), Set.of("allOf", "anyOf"));
    Optional<String> name = reading.string(object, "param", at, true);
    List<String> given = object.members().keySet().stream().filter(tests::contains).toList();
    if (given.size() != 1) {
      reading.refuse("policy.required", at, "give exactly one of is, not, atLeast, atMost");
      return Optional.empty();
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!reading.parameters().containsKey(name.get())) {
      reading.refuse(
          "policy.reference",
          at.child("param"),
          "no parameter is called "
              + SafeText.quote(name.get())
              + "; declare it under \"parameters\"");
      return Optional.empty();
    }
    Parameter parameter = reading.parameters().getOrDefault(name.get(), TEXT);
    String kind = given.get(0);
    JsonPointer here = at.child(kind);
    List<String> values = reading.literals(object.get(kind).orElseThrow(), here);
    boolean compares = kind.startsWith("at");
    if (compares && (parameter.type() == Parameter.Type.STRING || values.size() > 1)) {
      reading.refuse("policy.type", here, "only one date or one number can be compared");
      return Optional.empty();
    }
    for (String one : values) {
      if (!isSound(parameter, one)) {
        reading.refuse(
            "policy.reference", here, SafeText.quote(one) + " is no value of this parameter");
      }
    }
    String first = values.stream().findFirst().orElse("");
    ValueTest test =
        switch (kind) {
          case "atLeast" -> new ValueTest.AtLeast(first, Optional.empty());
          case "atMost" -> new ValueTest.AtMost(first, Optional.empty());
          default -> new ValueTest.Is(values);
        };
    return Optional.of(new Condition(name.get(), test, !kind.equals("not")));
  }

  private static boolean isSound(Parameter parameter, String value) {
    return switch (parameter.type()) {
      case DATE -> ValueOrder.day(value).isPresent();
      case NUMBER -> Decimals.read(value).isPresent();
      case STRING -> parameter.oneOf().isEmpty() || parameter.oneOf().contains(value);
    };
  }

  /** Whether a rule applies with the values that the parameters have. */
  boolean applies(Condition condition) {
    String value = reading.values().getOrDefault(condition.parameter(), "");
    return (ORDER.test(condition.test(), value) == Truth.TRUE) == condition.wanted();
  }

  /** Refuses rules of which none applies: nothing is earned because a rule is not there. */
  void checkAll(List<Rule> rules, JsonPointer at) {
    if (!rules.isEmpty() && rules.stream().noneMatch(WhenReader::applies)) {
      reading.refuse("policy.range", at, "with these parameters none of the rules applies");
    }
  }

  /** Refuses alternatives of which too few apply, unless there are too few of them anyway. */
  void checkSome(List<Rule> rules, int atLeast, int all, JsonPointer at) {
    long applying = rules.stream().filter(WhenReader::applies).count();
    if (applying < atLeast && atLeast <= all && rules.size() == all) {
      reading.refuse(
          "policy.range",
          at.child("someOf"),
          "asks for " + atLeast + " rules; with these parameters " + applying + " apply");
    }
  }

  /** Whether a rule is there at all. */
  static boolean applies(Rule rule) {
    return !(rule instanceof Rule.When when) || when.applies();
  }
}
