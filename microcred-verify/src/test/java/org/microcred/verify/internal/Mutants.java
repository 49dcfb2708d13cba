package org.microcred.verify.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Documents with one or two faults, or changes that are none. */
final class Mutants {
  private static final JsonString WORD = new JsonString("Nonsense");

  /** What can be put in the place of any value. */
  private static final List<JsonValue> REPLACEMENTS =
      List.of(
          JsonNull.NULL,
          JsonBoolean.TRUE,
          new JsonNumber("7"),
          new JsonNumber("1e400"),
          JsonObject.EMPTY,
          JsonArray.EMPTY,
          new JsonString(""),
          WORD,
          new JsonString("ext:word"),
          new JsonString("ext:-word"),
          new JsonString("an ext:word"),
          new JsonString("no uri"),
          new JsonString("2026-13-45T00:00:00Z"),
          new JsonString("2026-01-31"),
          JsonArray.of(WORD),
          JsonObject.builder().put("en", "A word").build(),
          JsonObject.builder().put("@value", "A word").put("@language", "en").build(),
          JsonObject.builder().put("id", "urn:example:1").put("type", "Example").build());

  private Mutants() {}

  /** The kinds of change. */
  private enum Change {
    REMOVE,
    REPLACE,
    WRAP,
    UNWRAP,
    DUPLICATE,
    EXTRA
  }

  /** A change at one place of a document. */
  private record Mutation(Change change, int place, JsonValue replacement) {}

  static Arbitrary<JsonObject> of(List<JsonObject> documents) {
    Arbitrary<Mutation> mutation =
        Combinators.combine(
                Arbitraries.frequency(
                    Tuple.of(3, Change.REMOVE),
                    Tuple.of(6, Change.REPLACE),
                    Tuple.of(1, Change.WRAP),
                    Tuple.of(1, Change.UNWRAP),
                    Tuple.of(1, Change.DUPLICATE),
                    Tuple.of(1, Change.EXTRA)),
                Arbitraries.integers().between(0, 1 << 20).withoutEdgeCases(),
                Arbitraries.of(REPLACEMENTS))
            .as(Mutation::new);
    return Combinators.combine(Arbitraries.of(documents), mutations(mutation)).as(Mutants::mutate);
  }

  /** The document without what stands there. */
  static JsonObject without(JsonObject document, JsonPointer place) {
    return (JsonObject) at(document, place.tokens(), new Mutation(Change.REMOVE, 0, JsonNull.NULL));
  }

  /** Mostly one, since what breaks in one place says little about another. */
  private static Arbitrary<List<Mutation>> mutations(Arbitrary<Mutation> mutation) {
    return Arbitraries.frequencyOf(
        Tuple.of(4, mutation.list().ofSize(1)), Tuple.of(1, mutation.list().ofSize(2)));
  }

  private static JsonObject mutate(JsonObject document, List<Mutation> mutations) {
    JsonValue mutant = document;
    for (Mutation mutation : mutations) {
      List<JsonPointer> places = new ArrayList<>();
      collect(mutant, JsonPointer.ROOT, places);
      if (!places.isEmpty()) {
        JsonPointer place = places.get(mutation.place() % places.size());
        mutant = at(mutant, place.tokens(), mutation);
      }
    }
    return (JsonObject) mutant;
  }

  private static void collect(JsonValue value, JsonPointer at, List<JsonPointer> places) {
    if (!at.tokens().isEmpty()) {
      places.add(at);
    }
    if (value instanceof JsonObject object) {
      object.members().forEach((name, member) -> collect(member, at.child(name), places));
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        collect(array.items().get(i), at.child(i), places);
      }
    }
  }

  private static JsonValue at(JsonValue parent, List<String> path, Mutation mutation) {
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (parent instanceof JsonArray array) {
      int index = Integer.parseInt(name);
      JsonValue item = array.items().get(index);
      List<JsonValue> items = new ArrayList<>(array.items());
      items.remove(index);
      items.addAll(
          index, rest.isEmpty() ? changed(item, mutation) : List.of(at(item, rest, mutation)));
      return new JsonArray(items);
    }
    JsonObject object = (JsonObject) parent;
    JsonValue value = object.get(name).orElseThrow();
    List<JsonValue> changed =
        rest.isEmpty() ? changed(value, mutation) : List.of(at(value, rest, mutation));
    JsonObject.Builder builder = JsonObject.builder();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      if (!member.getKey().equals(name)) {
        builder.put(member.getKey(), member.getValue());
      } else if (!changed.isEmpty()) {
        builder.put(name, changed.size() == 1 ? changed.get(0) : new JsonArray(changed));
      }
    }
    return builder.build();
  }

  /** What stands there afterwards: nothing, a value, or two in an array. */
  private static List<JsonValue> changed(JsonValue value, Mutation mutation) {
    return switch (mutation.change()) {
      case REMOVE -> List.of();
      case REPLACE -> List.of(mutation.replacement());
      case WRAP -> List.of(JsonArray.of(value));
      case UNWRAP ->
          List.of(
              value instanceof JsonArray array && !array.items().isEmpty()
                  ? array.items().get(0)
                  : value);
      case DUPLICATE -> List.of(value, value);
      case EXTRA ->
          List.of(
              value instanceof JsonObject object
                  ? object.with("extra", mutation.replacement())
                  : mutation.replacement());
    };
  }
}
