package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Bound;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Measure;
import org.microcred.stacking.Part;
import org.microcred.stacking.PartMeasure;

/** Reads {@code ofWhich}: conditions on what a rule uses. */
final class PartReader {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MOST_GRADE = BigDecimal.valueOf(1_000_000);

  private final Reading reading;
  private final FilterReader filters;

  /** The id that an object gives itself, or its pointer. */
  private final BiFunction<JsonObject, JsonPointer, String> ids;

  PartReader(
      Reading reading, FilterReader filters, BiFunction<JsonObject, JsonPointer, String> ids) {
    this.reading = reading;
    this.filters = filters;
    this.ids = ids;
  }

  /**
   * The parts of a rule, or of a part.
   *
   * @param counts whether the rule counts holdings; otherwise it is a sum
   */
  List<Part> read(JsonObject owner, JsonPointer ownerAt, boolean counts) {
    JsonPointer at = ownerAt.child("ofWhich");
    List<JsonValue> items =
        owner
            .get("ofWhich")
            .flatMap(v -> reading.array(v, at))
            .map(JsonArray::items)
            .orElse(List.of());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonPointer here = at.child(i);
      reading.object(items.get(i), here).ifPresent(o -> parts.add(part(o, here, counts)));
    }
    return parts;
  }

  private Part part(JsonObject object, JsonPointer at, boolean counts) {
    reading.members(
        object,
        at,
        Set.of("id", "note", "from", "count", "sum", "mean", "atLeast", "atMost", "ofWhich"),
        Set.of("reason"));
    List<String> own = List.of("count", "sum", "mean").stream().filter(object::has).toList();
    if (own.size() > 1 || (!own.isEmpty() && object.has("from"))) {
      reading.refuse("policy.required", at, "give only one of from, count, sum and mean");
    }
    String kind = own.isEmpty() ? "" : own.get(0);
    JsonPointer inside = own.isEmpty() ? at : at.child(kind);
    JsonObject body =
        own.isEmpty()
            ? object
            : object.get(kind).flatMap(v -> reading.object(v, inside)).orElse(JsonObject.EMPTY);
    PartMeasure measure =
        switch (kind) {
          case "count" -> count(body, inside);
          case "sum" -> sum(body, inside);
          case "mean" -> mean(body, inside);
          default -> new PartMeasure.OfRule();
        };
    Filter from =
        body.get("from").map(v -> filters.read(v, inside.child("from"))).orElse(Filter.ANY);
    if (!object.has("atLeast") && !object.has("atMost")) {
      reading.refuse("policy.required", at, "give \"atLeast\", \"atMost\" or both");
    }
    if (kind.equals("mean") && object.has("atMost")) {
      reading.refuse("policy.unsupported", at.child("atMost"), "a mean has a minimum only");
    }
    boolean counted = kind.equals("count") || (kind.isEmpty() && counts);
    return new Part(
        ids.apply(object, at),
        from,
        measure,
        object.get("atLeast").map(v -> bound(v, at.child("atLeast"), kind, counted)),
        object.get("atMost").map(v -> bound(v, at.child("atMost"), kind, counted)),
        read(object, at, counts),
        reading.string(object, "note", at, false));
  }

  private PartMeasure count(JsonObject body, JsonPointer at) {
    reading.members(body, at, Set.of("from"), Set.of("distinctBy"));
    return new PartMeasure.Count();
  }

  private PartMeasure sum(JsonObject body, JsonPointer at) {
    reading.members(body, at, Set.of("from", "of", "unit", "absent"), Set.of("distinctBy"));
    boolean absentIsZero = body.has("absent");
    if (absentIsZero
        && !(body.get("absent").orElseThrow() instanceof JsonNumber n && n.literal().equals("0"))) {
      reading.refuse("policy.number", at.child("absent"), "expected 0");
    }
    Optional<Measure> of =
        body.get("of").flatMap(v -> RuleReader.measure(reading, v, at.child("of")));
    if (!body.has("of")) {
      reading.refuse("policy.required", at, "\"of\" is missing");
    }
    Optional<String> unit = reading.string(body, "unit", at, true);
    return new PartMeasure.Sum(of.orElse(Measure.credits()), unit.orElse("?"), absentIsZero);
  }

  /** {@code {"of": "result" | {"result": id} | {"fact": name}, "by": "credits" | "holding"}}. */
  private PartMeasure mean(JsonObject body, JsonPointer at) {
    reading.members(body, at, Set.of("from", "of", "by"), Set.of());
    Optional<String> by = reading.string(body, "by", at, false);
    if (by.isPresent() && !Set.of("credits", "holding").contains(by.get())) {
      reading.refuse("policy.reference", at.child("by"), "expected \"credits\" or \"holding\"");
    }
    Optional<JsonValue> of = body.get("of");
    Optional<String> fact = Optional.empty();
    Optional<String> description = Optional.empty();
    if (of.isPresent() && of.get() instanceof JsonObject object) {
      reading.members(object, at.child("of"), Set.of("result", "fact"), Set.of());
      fact = reading.string(object, "fact", at.child("of"), false);
      description = reading.string(object, "result", at.child("of"), false);
      if (object.has("fact") == object.has("result")) {
        reading.refuse("policy.required", at.child("of"), "give either \"result\" or \"fact\"");
      }
    } else if (of.isEmpty() || !of.get().equals(new JsonString("result"))) {
      reading.refuse(
          "policy.required",
          at.child("of"),
          "expected \"result\", {\"result\": \"…\"} or {\"fact\": \"…\"}");
    }
    return new PartMeasure.Mean(fact, description, !by.equals(Optional.of("holding")));
  }

  private Bound bound(JsonValue value, JsonPointer at, String kind, boolean counts) {
    if (value instanceof JsonObject object) {
      return percent(object, at, kind);
    }
    Optional<BigDecimal> given;
    if (kind.equals("mean")) {
      given =
          Reading.literal(value)
              .flatMap(Decimals::read)
              .filter(v -> v.scale() <= Decimals.SCALE && v.compareTo(MOST_GRADE) <= 0);
      if (given.isEmpty()) {
        reading.refuse(
            "policy.number", at, "expected a number from 0 to 1000000, with at most 6 decimals");
      }
    } else if (counts) {
      given = reading.wholeNumber(value, at).map(BigDecimal::valueOf);
    } else {
      given = reading.amountOrNone(value, at);
    }
    return new Bound(given.orElse(BigDecimal.ZERO), Bound.Of.NOTHING);
  }

  private Bound percent(JsonObject object, JsonPointer at, String kind) {
    reading.members(object, at, Set.of("percent", "of"), Set.of());
    if (!kind.isEmpty()) {
      reading.refuse(
          "policy.unsupported",
          at,
          "a percentage belongs to a part that measures as its rule does");
    }
    Optional<BigDecimal> percent =
        object
            .get("percent")
            .flatMap(Reading::literal)
            .flatMap(Decimals::read)
            .filter(p -> p.scale() <= 4 && p.compareTo(HUNDRED) <= 0);
    if (percent.isEmpty()) {
      reading.refuse(
          "policy.number",
          at.child("percent"),
          "expected a percentage from 0 to 100, with at most 4 decimals");
    }
    Optional<String> of = reading.string(object, "of", at, true);
    if (of.isPresent() && !Set.of("required", "used").contains(of.get())) {
      reading.refuse(
          "policy.reference",
          at.child("of"),
          "expected \"required\" or \"used\", found " + SafeText.quote(of.get()));
    }
    return new Bound(
        percent.orElse(BigDecimal.ZERO),
        of.equals(Optional.of("used")) ? Bound.Of.USED : Bound.Of.REQUIRED);
  }
}
