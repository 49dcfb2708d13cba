package org.microcred.crypto.internal.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * How many values, types and ids there are. Counted once in the compact document, by our own walk,
 * and once in what titanium expanded it to: they must agree, or something was lost on the way.
 */
final class Tally {
  private int values;
  private int types;
  private int ids;

  /** Counts a value of a property: a literal, a node, a list, an item of a list. */
  void value() {
    values++;
  }

  /** Counts a type of a node. */
  void type() {
    types++;
  }

  /** Counts the id of a node, or a reference to one. */
  void id() {
    ids++;
  }

  /** The counts of an expanded document. */
  static Tally of(JsonArray expanded) {
    Tally tally = new Tally();
    expanded.forEach(node -> tally.expanded(node));
    return tally;
  }

  private void expanded(JsonValue value) {
    if (!(value instanceof JsonObject object) || object.containsKey("@value")) {
      return;
    }
    object.forEach(
        (key, member) -> {
          switch (key) {
            case "@id" -> ids++;
            case "@type" -> types += member.asJsonArray().size();
            case "@graph" -> member.asJsonArray().forEach(this::expanded);
            default ->
                member
                    .asJsonArray()
                    .forEach(
                        item -> {
                          values++;
                          expanded(item);
                        });
          }
        });
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally that
        && values == that.values
        && types == that.types
        && ids == that.ids;
  }

  @Override
  public int hashCode() {
    return values * 31 * 31 + types * 31 + ids;
  }

  @Override
  public String toString() {
    return values + " values, " + types + " types, " + ids + " ids";
  }
}
