package org.microcred.model.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Writes the components of a record as members, in the specification's order. */
public final class Members {
  private final JsonObject.Builder json = JsonObject.builder();

  public Members put(String name, String value) {
    json.put(name, value);
    return this;
  }

  public Members put(String name, JsonValue value) {
    json.put(name, value);
    return this;
  }

  public Members put(String name, boolean value) {
    return put(name, JsonBoolean.of(value));
  }

  public Members text(String name, Optional<String> value) {
    value.ifPresent(v -> json.put(name, v));
    return this;
  }

  /** Writes a set, when it has elements, as an array. */
  public Members texts(String name, List<String> values) {
    return values.isEmpty() ? this : put(name, JsonArray.ofStrings(values));
  }

  /** {@return a set in its short form: the element itself when it is the only one} */
  public static JsonValue compact(List<String> values) {
    return values.size() == 1 ? new JsonString(values.get(0)) : JsonArray.ofStrings(values);
  }

  public Members number(String name, Optional<BigDecimal> value) {
    value.ifPresent(v -> json.put(name, JsonNumber.of(v)));
    return this;
  }

  public Members instant(String name, Optional<Instant> value) {
    value.ifPresent(v -> json.put(name, v.toString()));
    return this;
  }

  public <T> Members object(
      String name, Optional<T> value, Function<T, ? extends JsonValue> write) {
    value.ifPresent(v -> json.put(name, write.apply(v)));
    return this;
  }

  /** Writes a set, when it has elements, as an array. */
  public <T> Members objects(String name, List<T> values, Function<T, ? extends JsonValue> write) {
    return values.isEmpty()
        ? this
        : put(name, new JsonArray(values.stream().<JsonValue>map(write).toList()));
  }

  /** Writes members that another type knows. */
  public Members all(Consumer<Members> write) {
    write.accept(this);
    return this;
  }

  /**
   * {@return all of it, with the members of which the type knows nothing at the end; a component
   * wins over a member of the same name}
   */
  public JsonObject with(JsonObject more) {
    JsonObject typed = json.build();
    more.members()
        .forEach(
            (name, value) -> {
              if (!typed.has(name)) {
                json.put(name, value);
              }
            });
    return json.build();
  }

  public JsonObject build() {
    return json.build();
  }
}
