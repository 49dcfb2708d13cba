package org.microcred.stacking.internal;

import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.stacking.Rule;

/** Reads rules about the days of what other rules use: periods, order. */
final class DayRuleReader {
  /** Such rules are tried day by day, one inside the other. */
  private static final int MAX = 20;

  private final Reading reading;
  private final Map<Rule.Before, JsonPointer> orders = new HashMap<>();
  private int count;

  DayRuleReader(Reading reading) {
    this.reading = reading;
  }

  /** The period of a rule about one, such as {@code P3Y}. */
  Optional<Period> period(JsonObject object, JsonPointer at) {
    count(at);
    Optional<String> text = reading.string(object, "within", at, true);
    if (text.isPresent()
        && text.get().matches("P(?=.)([0-9]{1,3}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?")) {
      return Optional.of(Period.parse(text.get()));
    }
    text.ifPresent(
        t ->
            reading.refuse(
                "policy.date",
                at.child("within"),
                "expected a period such as \"P3Y\", \"P18M\" or \"P90D\", found "
                    + SafeText.quote(t)));
    return Optional.empty();
  }

  Optional<Rule> before(JsonObject object, JsonPointer at, String id, Optional<String> note) {
    count(at);
    List<String> before =
        object
            .get("before")
            .map(value -> reading.strings(value, at.child("before")))
            .orElse(List.of());
    Optional<String> earlier = reading.string(object, "rule", at, true);
    boolean strict = reading.bool(object, "strict", at).orElse(false);
    if (before.isEmpty() || earlier.isEmpty()) {
      return Optional.empty();
    }
    Rule.Before rule = new Rule.Before(id, earlier.get(), before, strict, note);
    orders.put(rule, at);
    return Optional.of(rule);
  }

  private void count(JsonPointer at) {
    if (++count == MAX + 1) {
      reading.refuse(
          "policy.range", at, "a policy has at most " + MAX + " rules about periods and order");
    }
  }

  /** Checks what the rules about order refer to, once all rules are known. */
  void check(Rule root) {
    Map<String, Set<String>> leaves = new HashMap<>();
    collect(root, leaves);
    orders.forEach(
        (rule, at) -> {
          Set<String> first = referred(rule.earlier(), at.child("rule"), leaves);
          for (String id : rule.before()) {
            for (String leaf : referred(id, at.child("before"), leaves)) {
              if (first.contains(leaf)) {
                reading.refuse(
                    "policy.range", at, SafeText.quote(leaf) + " would have to come before itself");
              }
            }
          }
        });
  }

  private Set<String> referred(String id, JsonPointer at, Map<String, Set<String>> leaves) {
    Set<String> found = leaves.getOrDefault(id, Set.of());
    if (found.isEmpty()) {
      reading.refuse(
          "policy.reference",
          at,
          SafeText.quote(id) + " is not the id of a rule that uses holdings");
    }
    return found;
  }

  /** Notes the rules that use holdings below every rule. */
  private static Set<String> collect(Rule rule, Map<String, Set<String>> leaves) {
    List<Rule> inner = Rules.inside(rule);
    Set<String> below = new HashSet<>();
    if (inner.isEmpty() && !(rule instanceof Rule.Before)) {
      below.add(rule.id());
    }
    inner.forEach(r -> below.addAll(collect(r, leaves)));
    leaves.put(rule.id(), below);
    return below;
  }
}
