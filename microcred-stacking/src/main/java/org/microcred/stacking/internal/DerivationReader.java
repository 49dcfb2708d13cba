package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.microcred.stacking.Amount;
import org.microcred.stacking.Derivation;

/** Reads and writes what is computed of an award. */
final class DerivationReader {
  private static final JsonPointer AT = JsonPointer.ROOT.child("derive");
  private static final Set<String> KINDS = Set.of("credits", "mean", "level");

  private final Reading reading;
  private final Set<String> rules;

  /** Reads derivations of a policy that has rules of these ids. */
  DerivationReader(Reading reading, Set<String> rules) {
    this.reading = reading;
    this.rules = rules;
  }

  List<Derivation> read(JsonObject policy) {
    List<JsonValue> items =
        policy
            .get("derive")
            .flatMap(v -> reading.array(v, AT))
            .map(JsonArray::items)
            .orElse(List.of());
    List<Derivation> derivations = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      derivation(items.get(i), AT.child(i)).ifPresent(derivations::add);
    }
    return derivations;
  }

  private Optional<Derivation> derivation(JsonValue value, JsonPointer at) {
    JsonObject object = reading.object(value, at).orElse(JsonObject.EMPTY);
    reading.members(object, at, KINDS, Set.of());
    if (object.members().size() != 1) {
      reading.refuse("policy.required", at, "give exactly one of credits, level, mean");
      return Optional.empty();
    }
    String kind = object.members().keySet().iterator().next();
    JsonPointer inside = at.child(kind);
    JsonObject body =
        object.get(kind).flatMap(v -> reading.object(v, inside)).orElse(JsonObject.EMPTY);
    Optional<String> over = reading.string(body, "over", inside, false);
    over.filter(id -> !rules.contains(id))
        .ifPresent(
            id ->
                reading.refuse(
                    "policy.reference",
                    inside.child("over"),
                    SafeText.quote(id) + " is not the id of a rule"));
    return switch (kind) {
      case "credits" -> {
        reading.members(body, inside, Set.of("unit", "over"), Set.of());
        yield reading
            .string(body, "unit", inside, true)
            .map(unit -> new Derivation.Credits(unit, over));
      }
      case "mean" -> Optional.of(mean(body, inside, over));
      case "level" -> level(body, inside, over);
      default -> Optional.empty();
    };
  }

  private Derivation mean(JsonObject body, JsonPointer at, Optional<String> over) {
    reading.members(body, at, Set.of("points", "description", "weight", "over"), Set.of());
    Map<String, BigDecimal> points = new LinkedHashMap<>();
    JsonPointer inside = at.child("points");
    body.get("points")
        .flatMap(v -> reading.object(v, inside))
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach(
            (value, worth) ->
                Reading.literal(worth)
                    .flatMap(Decimals::read)
                    .ifPresentOrElse(
                        number -> points.put(value, number),
                        () ->
                            reading.refuse(
                                "policy.number",
                                inside.child(value),
                                "expected a number that is not negative")));
    return new Derivation.Mean(
        points,
        reading.string(body, "description", at, false),
        reading.string(body, "weight", at, false),
        over);
  }

  private Optional<Derivation> level(JsonObject body, JsonPointer at, Optional<String> over) {
    reading.members(body, at, Set.of("take", "countBack", "unit", "over"), Set.of());
    if (body.has("take") == body.has("countBack")) {
      reading.refuse("policy.required", at, "give either \"take\" or \"countBack\"");
      return Optional.empty();
    }
    if (body.has("countBack")) {
      Optional<BigDecimal> amount =
          body.get("countBack").flatMap(v -> reading.amount(v, at.child("countBack")));
      Optional<String> unit = reading.string(body, "unit", at, true);
      return amount.isEmpty() || unit.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Derivation.Level(
                  Derivation.Take.HIGHEST,
                  Optional.of(new Amount(amount.get(), unit.get())),
                  over));
    }
    Optional<String> take = reading.string(body, "take", at, false);
    if (take.filter(t -> t.equals("highest") || t.equals("lowest")).isEmpty()) {
      reading.refuse("policy.reference", at.child("take"), "expected highest or lowest");
      return Optional.empty();
    }
    return Optional.of(
        new Derivation.Level(
            take.get().equals("highest") ? Derivation.Take.HIGHEST : Derivation.Take.LOWEST,
            Optional.empty(),
            over));
  }

  static void write(List<Derivation> derivations, JsonObject.Builder json) {
    if (!derivations.isEmpty()) {
      json.put(
          "derive",
          new JsonArray(derivations.stream().<JsonValue>map(DerivationReader::one).toList()));
    }
  }

  private static JsonObject one(Derivation derivation) {
    JsonObject.Builder body = JsonObject.builder();
    String kind = "level";
    if (derivation instanceof Derivation.Credits credits) {
      kind = "credits";
      body.put("unit", credits.unit());
    } else if (derivation instanceof Derivation.Mean mean) {
      kind = "mean";
      if (!mean.points().isEmpty()) {
        JsonObject.Builder points = JsonObject.builder();
        mean.points().forEach((value, worth) -> points.put(value, JsonNumber.of(worth)));
        body.put("points", points.build());
      }
      mean.description().ifPresent(id -> body.put("description", id));
      mean.weight().ifPresent(unit -> body.put("weight", unit));
    } else if (derivation instanceof Derivation.Level level) {
      level
          .back()
          .ifPresentOrElse(
              back -> body.put("countBack", back.value().toPlainString()).put("unit", back.unit()),
              () ->
                  body.put("take", level.take() == Derivation.Take.HIGHEST ? "highest" : "lowest"));
    }
    derivation.over().ifPresent(id -> body.put("over", id));
    return JsonObject.builder().put(kind, body.build()).build();
  }
}
