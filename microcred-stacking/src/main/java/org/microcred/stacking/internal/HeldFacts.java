package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Definitions;
import org.microcred.stacking.FactRule;
import org.microcred.stacking.FactSource;
import org.microcred.stacking.HeldAlignment;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;

/** Finds facts: what the policy sets, what the holding says, what the policy takes absence for. */
final class HeldFacts {
  private final Definitions definitions;
  private final FilterEvaluator filters;

  HeldFacts(Definitions definitions, FilterEvaluator filters) {
    this.definitions = definitions;
    this.filters = filters;
  }

  /** Whether a fact is known. */
  enum State {
    /** It is; it may have no value. */
    KNOWN,
    /** The holding does not state it. */
    ABSENT,
    /** Whether the policy gives it is not known. */
    UNKNOWN
  }

  /**
   * A fact about a holding.
   *
   * @param state whether it is known
   * @param values its values; empty unless it is known
   */
  record Stated(State state, List<String> values) {
    static final Stated ABSENT = new Stated(State.ABSENT, List.of());
    static final Stated UNKNOWN = new Stated(State.UNKNOWN, List.of());

    static Stated known(List<String> values) {
      return new Stated(State.KNOWN, values);
    }
  }

  Stated find(String name, Holding holding) {
    for (FactRule rule : definitions.set()) {
      String value = rule.values().get(name);
      if (value != null) {
        Truth applies = filters.test(rule.when(), holding);
        if (applies == Truth.TRUE) {
          return Stated.known(List.of(value));
        } else if (applies == Truth.UNKNOWN) {
          return Stated.UNKNOWN;
        }
      }
    }
    List<String> own = own(name, holding);
    if (!own.isEmpty()) {
      return Stated.known(own);
    }
    FactSource source = definitions.facts().get(name);
    if (source == null) {
      return Stated.ABSENT;
    }
    List<String> found = at(source.place(), holding);
    return found.isEmpty()
        ? source.absent().map(Stated::known).orElse(Stated.ABSENT)
        : Stated.known(found);
  }

  /** What the holding itself says. */
  static List<String> own(String name, Holding holding) {
    return switch (name) {
      case "issuer" -> list(holding.issuer());
      case "source" -> list(holding.source());
      case "tag" -> holding.tags();
      case "alignment" -> holding.alignments().stream().map(HeldAlignment::targetUrl).toList();
      default -> holding.facts().getOrDefault(name, List.of());
    };
  }

  private static List<String> list(Optional<String> value) {
    return value.isPresent() ? List.of(value.get()) : List.of();
  }

  private static List<String> at(FactSource.Place place, Holding holding) {
    if (place instanceof FactSource.Place.Tag tag) {
      return holding.tags().stream()
          .filter(t -> t.startsWith(tag.prefix()))
          .map(t -> t.substring(tag.prefix().length()))
          .toList();
    } else if (place instanceof FactSource.Place.Result result) {
      return holding.results().stream()
          .filter(r -> r.description().equals(Optional.of(result.description())))
          .flatMap(r -> value(r).stream())
          .toList();
    } else if (place instanceof FactSource.Place.Column column) {
      return holding.facts().getOrDefault(column.name(), List.of());
    }
    FactSource.Place.Member member = (FactSource.Place.Member) place;
    List<String> texts = new ArrayList<>();
    holding
        .document()
        .flatMap(member.pointer()::in)
        .ifPresent(
            value -> {
              List<JsonValue> items =
                  value instanceof JsonArray array ? array.items() : List.of(value);
              items.forEach(item -> text(item).ifPresent(texts::add));
            });
    return texts;
  }

  private static Optional<String> value(HeldResult result) {
    return result.achievedLevel().or(result::value);
  }

  /** A string, the plain spelling of a number, or a truth value; an object says no fact. */
  static Optional<String> text(JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.value());
    } else if (value instanceof JsonNumber number) {
      return Optional.of(
          Decimals.read(number.literal())
              .map(decimal -> decimal.toPlainString())
              .orElse(number.literal()));
    }
    return value instanceof JsonBoolean bool
        ? Optional.of(Boolean.toString(bool.value()))
        : Optional.empty();
  }
}
