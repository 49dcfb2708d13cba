package org.microcred.verify.internal;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Whether the JSON Schema library can act on every keyword of a schema. It passes over a pattern, a
 * reference or a bound that it cannot read, and what was passed over was not checked.
 */
final class SchemaSoundness {
  private static final Set<String> REFERENCES = Set.of("$id", "$ref", "$dynamicRef", "$schema");
  private static final Set<String> BOUNDS =
      Set.of(
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minContains",
          "maxContains",
          "minProperties",
          "maxProperties");

  /** The library notes the way to each keyword, names included, however often it comes there. */
  private static final int MAX_NAME = 256;

  private SchemaSoundness() {}

  /** What in the schema cannot be acted on, for people; empty when there is nothing. */
  static Optional<String> flaw(JsonValue schema) {
    if (schema instanceof JsonArray array) {
      return array.stream().flatMap(item -> flaw(item).stream()).findFirst();
    }
    if (schema instanceof JsonObject object) {
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        if (member.getKey().length() > MAX_NAME) {
          return Optional.of("it has a name of more than " + MAX_NAME + " characters");
        }
        Optional<String> flaw =
            keyword(member.getKey(), member.getValue()).or(() -> flaw(member.getValue()));
        if (flaw.isPresent()) {
          return flaw;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> keyword(String name, JsonValue value) {
    if (value instanceof JsonString text) {
      if (name.equals("pattern")) {
        return pattern(text.value());
      }
      if (REFERENCES.contains(name)) {
        return reference(name, text.value());
      }
    }
    if (value instanceof JsonObject patterns && name.equals("patternProperties")) {
      return patterns.members().keySet().stream().flatMap(p -> pattern(p).stream()).findFirst();
    }
    if (value instanceof JsonNumber number && BOUNDS.contains(name)) {
      return bound(name, number.value());
    }
    return Optional.empty();
  }

  private static Optional<String> pattern(String pattern) {
    try {
      Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("the pattern " + SafeText.quote(pattern) + " cannot be read");
    }
  }

  private static Optional<String> reference(String name, String reference) {
    try {
      URI unused = new URI(reference);
      return Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.of(name + " is no URI reference: " + SafeText.quote(reference));
    }
  }

  private static Optional<String> bound(String name, BigDecimal bound) {
    return bound.signum() < 0 || bound.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
        ? Optional.of(name + " is out of range")
        : Optional.empty();
  }
}
