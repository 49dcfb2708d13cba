package org.microcred.stacking.internal;

import java.util.Map;
import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.stacking.Scope;

/** Reads and writes which holdings a rule looks at. */
final class ScopeReader {
  private static final Map<String, Scope.InForce> IN_FORCE =
      Map.of(
          "now", Scope.InForce.NOW,
          "whenEarned", Scope.InForce.WHEN_EARNED,
          "ever", Scope.InForce.EVER);

  private static final Map<String, Scope.Attempt> WHICH =
      Map.of(
          "first", Scope.Attempt.FIRST,
          "latest", Scope.Attempt.LATEST,
          "best", Scope.Attempt.BEST);

  private ScopeReader() {}

  static Scope read(Reading reading, JsonObject rule, JsonPointer at) {
    return new Scope(
        one(reading, rule, "inForce", at, IN_FORCE).orElse(Scope.InForce.NOW),
        one(reading, rule, "which", at, WHICH));
  }

  static void write(Scope scope, JsonObject.Builder json) {
    if (scope.inForce() != Scope.InForce.NOW) {
      json.put("inForce", name(IN_FORCE, scope.inForce()));
    }
    scope.which().ifPresent(which -> json.put("which", name(WHICH, which)));
  }

  private static <V> Optional<V> one(
      Reading reading, JsonObject rule, String member, JsonPointer at, Map<String, V> values) {
    Optional<String> name = reading.string(rule, member, at, false);
    Optional<V> value = name.map(n -> values.get(n));
    if (name.isPresent() && value.isEmpty()) {
      reading.refuse(
          "policy.reference",
          at.child(member),
          "expected one of " + String.join(", ", values.keySet().stream().sorted().toList()));
    }
    return value;
  }

  private static <V> String name(Map<String, V> values, V value) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .findFirst()
        .orElseThrow()
        .getKey();
  }
}
