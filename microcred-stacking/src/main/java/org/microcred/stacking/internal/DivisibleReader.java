package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Bound;
import org.microcred.stacking.Divisible;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Part;
import org.microcred.stacking.PartMeasure;
import org.microcred.stacking.Rule;
import org.microcred.stacking.Sharing;

/** Reads which holdings may be split. */
final class DivisibleReader {
  private static final JsonPointer AT = JsonPointer.ROOT.child("divisible");
  private static final BigDecimal SMALLEST = BigDecimal.valueOf(1, Decimals.SCALE);

  private final Reading reading;
  private final FilterReader filters;

  DivisibleReader(Reading reading, FilterReader filters) {
    this.reading = reading;
    this.filters = filters;
  }

  List<Divisible> read(JsonObject policy) {
    JsonValue value = policy.get("divisible").orElse(JsonBoolean.FALSE);
    if (value instanceof JsonBoolean all) {
      return all.value() ? List.of(new Divisible(Filter.ANY, SMALLEST)) : List.of();
    }
    List<JsonValue> items = reading.array(value, AT).map(JsonArray::items).orElse(List.of());
    List<Divisible> divisible = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonPointer here = AT.child(i);
      reading
          .object(items.get(i), here)
          .ifPresent(
              object -> {
                reading.members(object, here, Set.of("from", "step"), Set.of());
                Filter from =
                    object
                        .get("from")
                        .map(v -> filters.read(v, here.child("from")))
                        .orElse(Filter.ANY);
                BigDecimal step =
                    object
                        .get("step")
                        .flatMap(v -> reading.amount(v, here.child("step")))
                        .orElse(SMALLEST);
                divisible.add(new Divisible(from, step));
              });
    }
    return divisible;
  }

  /** Refuses what cannot be said of a part of a holding. */
  void check(Rule root, Sharing sharing) {
    List<Rule> leaves = new ArrayList<>();
    collect(root, leaves);
    for (Rule leaf : leaves) {
      parts(leaf).forEach(this::check);
    }
    for (Rule a : leaves) {
      for (Rule b : leaves) {
        for (Rule c : leaves) {
          if (competes(a, b, sharing) && competes(b, c, sharing) && isFree(a, c, sharing)) {
            reading.refuse(
                "policy.unsupported",
                AT,
                SafeText.quote(a.id())
                    + " and "
                    + SafeText.quote(c.id())
                    + " are free together, but not with "
                    + SafeText.quote(b.id())
                    + "; that is not supported where holdings may be split");
            return;
          }
        }
      }
    }
  }

  private static boolean competes(Rule a, Rule b, Sharing sharing) {
    return !a.equals(b) && !isFree(a, b, sharing);
  }

  private static boolean isFree(Rule a, Rule b, Sharing sharing) {
    return !a.equals(b)
        && sharing.free().stream()
            .anyMatch(
                group ->
                    (group.contains(a.id()) && group.contains(b.id()))
                        || (group.contains(Sharing.ALL)
                            && (group.contains(a.id()) || group.contains(b.id()))));
  }

  private static void collect(Rule rule, List<Rule> leaves) {
    List<Rule> inside = Rules.inside(rule);
    inside.forEach(inner -> collect(inner, leaves));
    if (inside.isEmpty() && !(rule instanceof Rule.Before)) {
      leaves.add(rule);
    }
  }

  private static List<Part> parts(Rule leaf) {
    return leaf instanceof Rule.Sum sum ? sum.ofWhich() : List.of();
  }

  private void check(Part part) {
    boolean share =
        part.atLeast().filter(b -> b.of() == Bound.Of.USED).isPresent()
            || part.atMost().filter(b -> b.of() == Bound.Of.USED).isPresent();
    boolean other =
        part.measure() instanceof PartMeasure.Sum || part.measure() instanceof PartMeasure.Mean;
    if (share || other) {
      reading.refuse(
          "policy.unsupported",
          AT,
          "what may be split is not supported together with means, with sums of another amount and "
              + "with shares of what is used inside \"ofWhich\"");
    }
    part.ofWhich().forEach(this::check);
  }
}
