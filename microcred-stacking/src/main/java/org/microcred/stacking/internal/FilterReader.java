package org.microcred.stacking.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Reason;
import org.microcred.stacking.ValueTest;

/**
 * Reads filters. A filter that is refused reads as {@link Filter#ANY}, and the policy is refused.
 */
final class FilterReader {
  private static final Set<String> TESTS = Set.of("is", "not", "atLeast", "atMost", "present");
  private static final Set<String> KNOWN = known();

  private final Reading reading;
  private final Set<String> scales;
  private final Set<String> facts;
  private final Set<String> forbidden;

  /** Reads filters of a policy that has these scales and defines these facts. */
  FilterReader(Reading reading, Set<String> scales, Set<String> facts) {
    this(reading, scales, facts, Set.of());
  }

  /** The same for a place where some facts are not known yet. */
  FilterReader(Reading reading, Set<String> scales, Set<String> facts, Set<String> forbidden) {
    this.reading = reading;
    this.scales = scales;
    this.facts = facts;
    this.forbidden = forbidden;
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(Filter.Fact.STANDARD);
    known.addAll(
        List.of(
            "allOf",
            "anyOf",
            "not",
            "achievement",
            "competency",
            "result",
            "earned",
            "fact",
            "reason"));
    known.addAll(TESTS);
    known.addAll(List.of("every", "absent", "scale"));
    return known;
  }

  Filter read(JsonValue value, JsonPointer at) {
    Optional<JsonObject> object = reading.object(value, at);
    if (object.isEmpty()) {
      return Filter.ANY;
    }
    JsonObject filter = object.get();
    reading.members(filter, at, KNOWN, Set.of());
    List<Filter> filters = new ArrayList<>();
    filter.members().forEach((name, v) -> member(name, v, filter, at).ifPresent(filters::add));
    Filter all = filters.size() == 1 ? filters.get(0) : new Filter.AllOf(filters);
    return reason(filter, at).<Filter>map(reason -> new Filter.Because(all, reason)).orElse(all);
  }

  private Optional<Filter> member(String name, JsonValue value, JsonObject whole, JsonPointer at) {
    JsonPointer here = at.child(name);
    if (forbidden.contains(name)) {
      reading.refuse(
          "policy.cycle",
          here,
          SafeText.quote(name) + " is given by \"set\", so what \"set\" gives cannot depend on it");
    }
    if (Filter.Fact.STANDARD.contains(name)) {
      return Optional.of(fact(name, value, here));
    }
    return switch (name) {
      case "allOf" -> Optional.of(new Filter.AllOf(list(value, here)));
      case "anyOf" -> Optional.of(new Filter.AnyOf(list(value, here)));
      // Beside "fact" it is a test of that fact.
      case "not" ->
          whole.has("fact") ? Optional.empty() : Optional.of(new Filter.Not(read(value, here)));
      case "achievement" -> Optional.of(new Filter.Achievement(reading.strings(value, here)));
      case "competency" -> Optional.of(AlignedReader.read(reading, this, value, here));
      case "result" -> Optional.of(result(value, here));
      case "earned" -> Optional.of(earned(value, here));
      case "fact" -> Optional.of(ownFact(whole, at));
      default -> {
        if (!name.equals("reason") && KNOWN.contains(name) && !whole.has("fact")) {
          reading.refuse(
              "policy.unknown-member", here, SafeText.quote(name) + " belongs beside \"fact\"");
        }
        yield Optional.empty();
      }
    };
  }

  private Optional<Reason> reason(JsonObject filter, JsonPointer at) {
    Optional<String> name = reading.string(filter, "reason", at, false);
    Optional<Reason> reason =
        Reasons.known().stream().filter(r -> name.filter(r.name()::equals).isPresent()).findFirst();
    if (name.isPresent() && reason.isEmpty()) {
      reading.refuse(
          "policy.reference",
          at.child("reason"),
          "expected one of "
              + Reasons.known().stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
    return reason;
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

  /** {@code "x"}, {@code ["x", "y"]}, or an object with one test. */
  private Filter fact(String name, JsonValue value, JsonPointer at) {
    if (!(value instanceof JsonObject object)) {
      return new Filter.Fact(
          name, new ValueTest.Is(reading.literals(value, at)), false, Optional.empty());
    }
    reading.members(object, at, factMembers(), Set.of());
    return test(name, object, at);
  }

  /** {@code {"fact": "track", "is": "paid"}}. */
  private Filter ownFact(JsonObject object, JsonPointer at) {
    Optional<String> name = reading.string(object, "fact", at, true);
    if (name.isPresent() && !facts.contains(name.get())) {
      reading.refuse(
          "policy.reference",
          at.child("fact"),
          "no fact is called "
              + SafeText.quote(name.get())
              + "; declare it under \"facts\" or give it under \"set\"");
    }
    return test(name.orElse(""), object, at);
  }

  private static Set<String> factMembers() {
    Set<String> members = new HashSet<>(TESTS);
    members.addAll(List.of("every", "absent", "scale"));
    return members;
  }

  private Filter test(String name, JsonObject object, JsonPointer at) {
    Optional<Boolean> absent = reading.bool(object, "absent", at);
    boolean every = reading.bool(object, "every", at).orElse(false);
    Optional<ValueTest> test = valueTest(object, at, TESTS);
    if (test.isEmpty()) {
      return Filter.ANY;
    }
    if (object.has("not")) {
      // What is said about absence is said about the whole question, the "not" included.
      return new Filter.Not(new Filter.Fact(name, test.get(), every, absent.map(a -> !a)));
    }
    Filter.Fact fact = new Filter.Fact(name, test.get(), every, absent);
    boolean isAbsence =
        test.get() instanceof ValueTest.Present
            && !reading.bool(object, "present", at).orElse(true);
    return isAbsence ? new Filter.Not(fact) : fact;
  }

  /** {@code "x"}, {@code ["x", "y"]}, or an object with one test. */
  Optional<ValueTest> test(JsonValue value, JsonPointer at) {
    if (!(value instanceof JsonObject object)) {
      return Optional.of(new ValueTest.Is(reading.literals(value, at)));
    }
    reading.members(object, at, Set.of("is", "atLeast", "atMost", "scale"), Set.of());
    return valueTest(object, at, Set.of("is", "atLeast", "atMost"));
  }

  /** The one test of several that is given. */
  private Optional<ValueTest> valueTest(JsonObject object, JsonPointer at, Set<String> names) {
    List<String> given = object.members().keySet().stream().filter(names::contains).toList();
    if (given.size() != 1) {
      reading.refuse(
          "policy.required",
          at,
          "give exactly one of " + names.stream().sorted().collect(Collectors.joining(", ")));
      return Optional.empty();
    }
    String name = given.get(0);
    JsonPointer here = at.child(name);
    JsonValue value = object.get(name).orElseThrow();
    boolean compares = name.equals("atLeast") || name.equals("atMost");
    Optional<String> scale = reading.string(object, "scale", at, false);
    if (scale.isPresent() && !compares) {
      reading.refuse(
          "policy.unknown-member",
          at.child("scale"),
          "\"scale\" belongs to \"atLeast\" and \"atMost\"");
    } else if (scale.isPresent() && !scales.contains(scale.get())) {
      reading.refuse(
          "policy.reference",
          at.child("scale"),
          "no scale is called " + SafeText.quote(scale.get()) + "; declare it under \"scales\"");
    }
    if (!compares) {
      return Optional.of(
          name.equals("present")
              ? new ValueTest.Present()
              : new ValueTest.Is(reading.literals(value, here)));
    }
    Optional<String> bound = reading.literal(value, here);
    return bound.map(
        text ->
            name.equals("atLeast")
                ? new ValueTest.AtLeast(text, scale)
                : new ValueTest.AtMost(text, scale));
  }

  private Filter result(JsonValue value, JsonPointer at) {
    Optional<JsonObject> found = reading.object(value, at);
    if (found.isEmpty()) {
      return Filter.ANY;
    }
    JsonObject object = found.get();
    Set<String> known = factMembers();
    known.remove("not");
    known.remove("present");
    known.add("description");
    if (object.has("which")) {
      reading.refuse(
          "policy.unknown-member",
          at.child("which"),
          "\"which\" compares attempts, not results; put it beside \"hold\", \"count\" or \"sum\"");
      known.add("which");
    }
    reading.members(object, at, known, Set.of());
    Optional<Boolean> absent = reading.bool(object, "absent", at);
    boolean every = reading.bool(object, "every", at).orElse(false);
    Optional<String> description = reading.string(object, "description", at, false);
    return valueTest(object, at, Set.of("is", "atLeast", "atMost"))
        .<Filter>map(test -> new Filter.Result(test, description, every, absent))
        .orElse(Filter.ANY);
  }

  private Filter earned(JsonValue value, JsonPointer at) {
    Optional<JsonObject> found = reading.object(value, at);
    if (found.isEmpty()) {
      return Filter.ANY;
    }
    JsonObject object = found.get();
    reading.members(object, at, Set.of("from", "to", "within", "of", "fact", "absent"), Set.of());
    Optional<LocalDate> from = reading.date(object, "from", at);
    Optional<LocalDate> to = reading.date(object, "to", at);
    Optional<Period> within = period(object, at);
    Optional<LocalDate> of = reading.date(object, "of", at);
    if (!object.has("from") && !object.has("to") && !object.has("within")) {
      reading.refuse("policy.required", at, "give \"from\", \"to\" or \"within\"");
    }
    if (object.has("of") && !object.has("within")) {
      reading.refuse("policy.unknown-member", at.child("of"), "\"of\" belongs to \"within\"");
    }
    boolean bothGiven = from.isPresent() && to.isPresent() && !reading.isSample();
    if (bothGiven && from.get().isAfter(to.get())) {
      reading.refuse("policy.range", at, "\"from\" is after \"to\": no day lies between");
    }
    Optional<String> fact = reading.string(object, "fact", at, false);
    if (fact.isPresent() && !fact.get().equals("validFrom") && !facts.contains(fact.get())) {
      reading.refuse(
          "policy.reference",
          at.child("fact"),
          "expected \"validFrom\" or a fact that is declared under \"facts\"");
    }
    return new Filter.Earned(from, to, within, of, fact, reading.bool(object, "absent", at));
  }

  /** A period such as P3Y or P18M, as ISO 8601 writes it. */
  private Optional<Period> period(JsonObject object, JsonPointer at) {
    Optional<JsonValue> value = object.get("within");
    if (value.isPresent()
        && value.get() instanceof JsonString text
        && text.value().matches("P([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?")) {
      try {
        return Optional.of(Period.parse(text.value()));
      } catch (DateTimeException e) {
        // "P" alone is no period: refused below.
      }
    }
    value.ifPresent(
        v ->
            reading.refuse(
                "policy.date",
                at.child("within"),
                "expected a period such as \"P3Y\" or \"P18M\""));
    return Optional.empty();
  }
}
