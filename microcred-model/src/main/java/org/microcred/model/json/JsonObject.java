package org.microcred.model.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON object. Members keep the order in which they were read; equality, as in JSON, does not
 * depend on it.
 *
 * @param members name to value, unmodifiable
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
  /** The object without members. */
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public JsonObject {
    if (!(members instanceof Fresh)) {
      members = new LinkedHashMap<>(members);
      members.forEach(
          (name, value) -> {
            Objects.requireNonNull(name, "name of a member");
            Objects.requireNonNull(value, "value of a member");
          });
    }
    members = Collections.unmodifiableMap(members);
  }

  /** {@return a builder without members} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with the members of this object} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.members.putAll(members);
    return builder;
  }

  /**
   * {@return the member's value, or empty when there is no such member}
   *
   * @param name the member's name
   */
  public Optional<JsonValue> get(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /**
   * {@return the member's text, or empty when there is no such member or it is not a string}
   *
   * @param name the member's name
   */
  public Optional<String> string(String name) {
    return members.get(name) instanceof JsonString s ? Optional.of(s.value()) : Optional.empty();
  }

  /**
   * {@return the member as an object, or empty when there is no such member or it is not an object}
   *
   * @param name the member's name
   */
  public Optional<JsonObject> object(String name) {
    return members.get(name) instanceof JsonObject o ? Optional.of(o) : Optional.empty();
  }

  /**
   * {@return the member's elements: those of an array, else the value itself as the only one; empty
   * when there is no such member}
   *
   * <p>JSON-LD writes a set of one as the element itself, so this is how sets are read.
   *
   * @param name the member's name
   */
  public List<JsonValue> list(String name) {
    JsonValue value = members.get(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof JsonArray array ? array.items() : List.of(value);
  }

  /**
   * {@return whether there is such a member, null included}
   *
   * @param name the member's name
   */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /**
   * {@return this object without one member}
   *
   * @param name the name of the member to leave out
   */
  public JsonObject without(String name) {
    if (!has(name)) {
      return this;
    }
    Builder builder = toBuilder();
    builder.members.remove(name);
    return builder.build();
  }

  /**
   * {@return this object with one member set, in its old place or at the end}
   *
   * @param name the member's name
   * @param value its new value
   */
  public JsonObject with(String name, JsonValue value) {
    return toBuilder().put(name, value).build();
  }

  @Override
  public String typeName() {
    return "an object";
  }

  @Override
  public String toString() {
    return Json.write(this);
  }

  /**
   * Members that were made for one object and that nobody else holds: neither copied nor looked at
   * again.
   */
  static final class Fresh extends LinkedHashMap<String, JsonValue> {
    private static final long serialVersionUID = 1L;
  }

  /** Collects members in order. Not thread-safe. */
  public static final class Builder {
    private final LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Sets a member.
     *
     * @param name its name
     * @param value its value
     * @return this builder
     */
    public Builder put(String name, JsonValue value) {
      members.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Sets a member to a string.
     *
     * @param name its name
     * @param value its text
     * @return this builder
     */
    public Builder put(String name, String value) {
      return put(name, new JsonString(value));
    }

    /**
     * Sets a member when there is a value for it.
     *
     * @param name its name
     * @param value its value, or empty to leave the member out
     * @return this builder
     */
    public Builder putIfPresent(String name, Optional<? extends JsonValue> value) {
      value.ifPresent(v -> put(name, v));
      return this;
    }

    /**
     * Sets all members of another object.
     *
     * @param other whose members to take
     * @return this builder
     */
    public Builder putAll(JsonObject other) {
      members.putAll(other.members());
      return this;
    }

    /** {@return the object} */
    public JsonObject build() {
      return members.isEmpty() && EMPTY != null ? EMPTY : new JsonObject(members);
    }
  }
}
