package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Condition;
import org.microcred.stacking.DistinctBy;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Measure;
import org.microcred.stacking.Rule;
import org.microcred.stacking.Scope;

/** Reads rules. A rule that is refused reads as empty, and the policy is refused. */
final class RuleReader {
  private static final List<String> KINDS =
      List.of("hold", "count", "sum", "cover", "allOf", "someOf", "when", "within", "before");
  private static final Set<String> PLANNED = Set.of("mean");

  private final Reading reading;
  private final FilterReader filters;
  private final Units units;
  private final WhenReader whens;
  private final Map<String, JsonPointer> ids = new HashMap<>();
  private final Set<String> leaves = new java.util.LinkedHashSet<>();
  private final PartReader parts;
  private final DayRuleReader days;

  RuleReader(Reading reading, FilterReader filters, Units units) {
    this.reading = reading;
    this.filters = filters;
    this.units = units;
    whens = new WhenReader(reading);
    parts = new PartReader(reading, filters, this::id);
    days = new DayRuleReader(reading);
  }

  /** The ids of the leaf rules that were read. */
  Set<String> leaves() {
    return leaves;
  }

  /** Reads the rule of a policy. */
  Optional<Rule> root(JsonValue value, JsonPointer at) {
    Optional<Rule> root = read(value, at);
    root.ifPresent(days::check);
    return root;
  }

  private Optional<Rule> read(JsonValue value, JsonPointer at) {
    Optional<JsonObject> found = reading.object(value, at);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonObject object = found.get();
    List<String> kinds = KINDS.stream().filter(object::has).toList();
    if (kinds.size() != 1) {
      boolean planned = object.members().keySet().stream().anyMatch(PLANNED::contains);
      if (!kinds.isEmpty() || !planned) {
        reading.refuse("policy.required", at, "give exactly one of " + String.join(", ", KINDS));
      }
      reading.members(object, at, object.members().keySet(), PLANNED);
      return Optional.empty();
    }
    String id = id(object, at);
    Optional<String> note = reading.string(object, "note", at, false);
    return switch (kinds.get(0)) {
      case "hold" -> hold(object, at, id, note);
      case "count" -> count(object, at, id, note);
      case "sum" -> sum(object, at, id, note);
      case "cover" -> cover(object, at, id, note);
      case "when" -> when(object, at, id, note);
      case "allOf" -> allOf(object, at, id, note);
      case "someOf" -> someOf(object, at, id, note);
      case "within" -> within(object, at, id, note);
      default -> {
        known(object, at, "before", "rule", "strict");
        yield days.before(object, at, id, note);
      }
    };
  }

  private String id(JsonObject object, JsonPointer at) {
    Optional<String> given = reading.string(object, "id", at, false);
    if (given.isEmpty()) {
      return at.toString();
    }
    String id = given.get();
    if (id.startsWith("/") || id.equals("*")) {
      reading.refuse(
          "policy.id", at.child("id"), "an id is not \"*\" and does not begin with a slash");
    }
    if (ids.putIfAbsent(id, at) != null) {
      reading.refuse(
          "policy.duplicate-id",
          at.child("id"),
          SafeText.quote(id) + " is also the id of the rule at " + ids.get(id));
    }
    return id;
  }

  private Optional<Rule> hold(JsonObject object, JsonPointer at, String id, Optional<String> note) {
    known(object, at, "hold", "inForce", "which");
    leaves.add(id);
    return Optional.of(
        new Rule.Hold(id, ScopeReader.read(reading, object, at), filter(object, "hold", at), note));
  }

  private Optional<Rule> count(
      JsonObject object, JsonPointer at, String id, Optional<String> note) {
    known(object, at, "count", "atLeast", "ofWhich", "inForce", "which");
    leaves.add(id);
    Optional<JsonObject> body = body(object, "count", at);
    Optional<Integer> atLeast = reading.required(object, "atLeast", at).flatMap(v -> count(v, at));
    if (body.isEmpty() || atLeast.isEmpty()) {
      return Optional.empty();
    }
    JsonPointer inside = at.child("count");
    reading.members(body.get(), inside, Set.of("from", "distinctBy"), Set.of());
    return Optional.of(
        new Rule.Count(
            id,
            ScopeReader.read(reading, object, at),
            filter(body.get(), "from", inside),
            distinctBy(body.get(), inside),
            atLeast.get(),
            parts.read(object, at, true),
            note));
  }

  private Optional<Integer> count(JsonValue value, JsonPointer at) {
    return reading.count(value, at.child("atLeast"));
  }

  private Optional<Rule> sum(JsonObject object, JsonPointer at, String id, Optional<String> note) {
    known(object, at, "sum", "atLeast", "ofWhich", "inForce", "which");
    leaves.add(id);
    Optional<JsonObject> body = body(object, "sum", at);
    Optional<BigDecimal> atLeast =
        reading
            .required(object, "atLeast", at)
            .flatMap(v -> reading.amount(v, at.child("atLeast")));
    if (body.isEmpty()) {
      return Optional.empty();
    }
    JsonPointer inside = at.child("sum");
    reading.members(
        body.get(), inside, Set.of("of", "unit", "from", "distinctBy", "absent"), Set.of());
    Optional<Measure> of =
        reading
            .required(body.get(), "of", inside)
            .flatMap(v -> measure(reading, v, inside.child("of")));
    Optional<String> unit = reading.string(body.get(), "unit", inside, true);
    Scope scope = ScopeReader.read(reading, object, at);
    Filter from = filter(body.get(), "from", inside);
    Optional<DistinctBy> distinctBy = distinctBy(body.get(), inside);
    Optional<JsonValue> absent = body.get().get("absent");
    if (absent.isPresent()
        && !(absent.get() instanceof JsonNumber number && number.literal().equals("0"))) {
      reading.refuse("policy.number", inside.child("absent"), "expected 0");
    }
    if (of.isEmpty() || unit.isEmpty() || atLeast.isEmpty()) {
      return Optional.empty();
    }
    if (!Decimals.isTarget(units.toBase(atLeast.get(), unit.get()))) {
      reading.refuse(
          "policy.number",
          at.child("atLeast"),
          "in "
              + SafeText.quote(units.base(unit.get()))
              + ", to which the unit is converted, it is over 10000000 or has more than 6"
              + " decimals");
    }
    return Optional.of(
        new Rule.Sum(
            id,
            of.get(),
            unit.get(),
            scope,
            from,
            distinctBy,
            absent.isPresent(),
            atLeast.get(),
            parts.read(object, at, false),
            note));
  }

  /** {@code "credits"}, or {@code {"fact": name}}. */
  static Optional<Measure> measure(Reading reading, JsonValue value, JsonPointer at) {
    if (value instanceof JsonObject object) {
      reading.members(object, at, Set.of("fact"), Set.of());
      return reading.string(object, "fact", at, true).map(Measure::ofFact);
    }
    Optional<String> name = reading.string(value, at);
    if (name.isPresent() && !name.get().equals("credits")) {
      reading.refuse("policy.reference", at, "expected \"credits\" or {\"fact\": \"…\"}");
      return Optional.empty();
    }
    return name.map(n -> Measure.credits());
  }

  private Optional<Rule> cover(
      JsonObject object, JsonPointer at, String id, Optional<String> note) {
    known(object, at, "cover", "inForce", "which");
    leaves.add(id);
    return CoverReader.read(reading, filters, object, at, id, note);
  }

  private Optional<Rule> when(JsonObject object, JsonPointer at, String id, Optional<String> note) {
    known(object, at, "when", "rule");
    Optional<Condition> condition =
        object.get("when").flatMap(v -> whens.read(v, at.child("when")));
    Optional<Rule> rule =
        reading.required(object, "rule", at).flatMap(v -> read(v, at.child("rule")));
    return condition.isEmpty() || rule.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rule.When(id, condition.get(), whens.applies(condition.get()), rule.get(), note));
  }

  private Optional<Rule> within(
      JsonObject object, JsonPointer at, String id, Optional<String> note) {
    known(object, at, "within", "rule");
    Optional<Period> period = days.period(object, at);
    Optional<Rule> rule =
        reading.required(object, "rule", at).flatMap(v -> read(v, at.child("rule")));
    return period.isEmpty() || rule.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rule.Within(id, period.get(), rule.get(), note));
  }

  private Optional<Rule> allOf(
      JsonObject object, JsonPointer at, String id, Optional<String> note) {
    known(object, at, "allOf");
    List<Rule> rules = rules(object, "allOf", at);
    whens.checkAll(rules, at);
    return rules.isEmpty() ? Optional.empty() : Optional.of(new Rule.AllOf(id, rules, note));
  }

  private Optional<Rule> someOf(
      JsonObject object, JsonPointer at, String id, Optional<String> note) {
    known(object, at, "someOf", "rules");
    Optional<Integer> atLeast =
        reading.required(object, "someOf", at).flatMap(v -> reading.count(v, at.child("someOf")));
    List<Rule> rules =
        reading.required(object, "rules", at).isPresent() ? rules(object, "rules", at) : List.of();
    if (atLeast.isPresent() && atLeast.get() > object.list("rules").size()) {
      reading.refuse(
          "policy.range",
          at.child("someOf"),
          "asks for "
              + atLeast.get()
              + " of "
              + object.list("rules").size()
              + " rules; nobody can earn that");
    }
    atLeast.ifPresent(n -> whens.checkSome(rules, n, object.list("rules").size(), at));
    return atLeast.isEmpty() || rules.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rule.SomeOf(id, atLeast.get(), rules, note));
  }

  private List<Rule> rules(JsonObject object, String name, JsonPointer at) {
    JsonPointer inside = at.child(name);
    List<JsonValue> items =
        object
            .get(name)
            .flatMap(value -> reading.array(value, inside))
            .map(JsonArray::items)
            .orElse(List.of());
    if (object.get(name).orElseThrow() instanceof JsonArray && items.isEmpty()) {
      reading.refuse("policy.range", inside, "the list is empty; name at least one rule");
    }
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      read(items.get(i), inside.child(i)).ifPresent(rules::add);
    }
    return rules;
  }

  private void known(JsonObject object, JsonPointer at, String... names) {
    Set<String> known = new java.util.HashSet<>(Set.of(names));
    known.add("id");
    known.add("note");
    reading.members(object, at, known, PLANNED);
  }

  private Optional<JsonObject> body(JsonObject object, String name, JsonPointer at) {
    return object.get(name).flatMap(value -> reading.object(value, at.child(name)));
  }

  private Filter filter(JsonObject object, String name, JsonPointer at) {
    return object.get(name).map(value -> filters.read(value, at.child(name))).orElse(Filter.ANY);
  }

  private Optional<DistinctBy> distinctBy(JsonObject object, JsonPointer at) {
    Optional<String> name = reading.string(object, "distinctBy", at, false);
    Optional<DistinctBy> by = name.flatMap(DistinctByName::of);
    if (name.isPresent() && by.isEmpty()) {
      reading.refuse(
          "policy.unsupported",
          at.child("distinctBy"),
          "this version tells holdings apart by " + DistinctByName.all());
    }
    return by;
  }
}
