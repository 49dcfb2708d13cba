package org.microcred.crypto.internal.jsonld;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.microcred.model.Findings;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/** What the JSON Canonicalization Scheme (RFC 8785) can sign without changing it. */
public final class Jcs {
  private Jcs() {}

  /**
   * Whether the canonical form has every number with exactly the value that it has here: RFC 8785
   * writes doubles, so what is shown could be another number than what is signed.
   */
  public static Findings check(JsonValue value) {
    List<JsonPointer> rounded = new ArrayList<>();
    collect(value, JsonPointer.ROOT, rounded);
    return new Findings(
        rounded.stream()
            .map(
                at ->
                    new Violation(
                        "context.number", at, "the number would be signed as another one"))
            .toList(),
        List.of(),
        List.of());
  }

  private static void collect(JsonValue value, JsonPointer at, List<JsonPointer> rounded) {
    if (value instanceof JsonObject object) {
      object.members().forEach((name, member) -> collect(member, at.child(name), rounded));
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        collect(array.items().get(i), at.child(i), rounded);
      }
    } else if (value instanceof JsonNumber number && !survives(number)) {
      rounded.add(at);
    }
  }

  private static boolean survives(JsonNumber number) {
    double binary = number.value().doubleValue();
    return !Double.isInfinite(binary)
        && new BigDecimal(Json.writeCanonical(number)).compareTo(number.value()) == 0;
  }
}
