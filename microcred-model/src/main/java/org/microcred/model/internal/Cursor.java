package org.microcred.model.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Reads the members of one JSON object, notes where they have the wrong JSON type or are missing,
 * and remembers which were read, so that {@link #more} can keep the others.
 *
 * <p>After a fault it goes on with a stand-in, so that one reading finds everything. Stand-ins
 * never leave the reader: a document with a fault yields no credential.
 */
public final class Cursor extends Place {
  private final Conformance conformance;
  private final JsonObject object;
  private final int depth;
  private final Unread unread;

  private Cursor(Inspection inspection, Conformance conformance, JsonObject document) {
    super(inspection);
    this.conformance = conformance;
    this.object = document;
    this.depth = 0;
    this.unread = new Unread(object);
  }

  private Cursor(Cursor parent, String name, int index, JsonObject object, boolean standIn) {
    super(parent, name, index, standIn);
    this.conformance = parent.conformance;
    this.object = object;
    this.depth = parent.depth + 1;
    this.unread = new Unread(object);
  }

  private Cursor(Cursor same, Conformance other, boolean embedded) {
    super(same, embedded);
    this.conformance = other;
    this.object = isMuted() ? JsonObject.EMPTY : same.object;
    this.depth = same.depth;
    this.unread = new Unread(object);
  }

  /** {@return the cursor at the root of a document} */
  public static Cursor root(JsonObject document, Conformance conformance, Inspection inspection) {
    return new Cursor(inspection, conformance, document).withoutNulls();
  }

  /** {@return this object, read by other rules} */
  public Cursor by(Conformance other) {
    return new Cursor(this, other, false);
  }

  /** {@return this object as a credential inside another; a stand-in when it is over a limit} */
  public Cursor embedded(Conformance own) {
    return new Cursor(this, own, true);
  }

  public JsonObject object() {
    return object;
  }

  public Conformance conformance() {
    return conformance;
  }

  // --- members with one value ---

  /** {@return the text of a required member} */
  public String text(String name) {
    JsonValue value = required(name);
    return value == null ? "" : asText(value, name, ALONE);
  }

  /** {@return the text of a required member that must be an absolute URI} */
  public String uri(String name) {
    String text = text(name);
    if (isSound(name) && !Uris.isAbsolute(text)) {
      fail("model.uri", pointer().child(name));
    }
    return text;
  }

  public Optional<String> optionalText(String name) {
    JsonValue value = take(name);
    return value == null ? Optional.empty() : Optional.of(asText(value, name, ALONE));
  }

  /** {@return the text of a member if it is a text; anything else is left to {@link #more}} */
  public Optional<String> textIfAny(String name) {
    return object.string(name).isPresent() ? optionalText(name) : Optional.empty();
  }

  /** {@return the value of a required member that is true or false} */
  public boolean flag(String name) {
    JsonValue value = required(name);
    if (value instanceof JsonBoolean flag) {
      return flag.value();
    }
    if (value != null) {
      wrongType("true or false", value, pointer().child(name));
    }
    return false;
  }

  /** {@return the object of a required member} */
  public <T> T object(String name, Function<Cursor, T> read) {
    JsonValue value = required(name);
    if (value instanceof JsonObject child) {
      return read.apply(at(child, name, ALONE));
    }
    if (value != null) {
      wrongType("an object", value, pointer().child(name));
    }
    return read.apply(standIn(name));
  }

  public <T> Optional<T> optionalObject(String name, Function<Cursor, T> read) {
    JsonValue value = take(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonObject child) {
      return below(child, name, ALONE, read);
    }
    wrongType("an object", value, pointer().child(name));
    return Optional.empty();
  }

  /** {@return an object in a member, read in its place; empty when that is too deep} */
  public <T> Optional<T> below(JsonObject child, String name, int index, Function<Cursor, T> read) {
    return isTooDeep() ? Optional.empty() : Optional.of(read.apply(at(child, name, index)));
  }

  // --- members with many values: an array, or the only element itself (JSON-LD 1.1 §4.3.2) ---

  public List<String> texts(String name) {
    return items(name, (item, index) -> asText(item, name, index));
  }

  public <T> List<T> objects(String name, Function<Cursor, T> read) {
    return items(
        name,
        (item, index) -> {
          if (!(item instanceof JsonObject child)) {
            wrongType("an object", item, pointer(name, index));
            return null;
          }
          return isTooDeep() ? null : read.apply(at(child, name, index));
        });
  }

  /** {@return the elements of a member that are objects or texts} */
  public <T> List<T> objectsOrTexts(
      String name, Function<Cursor, T> read, BiFunction<String, JsonPointer, T> readText) {
    return items(
        name,
        (item, index) -> {
          if (item instanceof JsonString text) {
            return readText.apply(text.value(), pointer(name, index));
          }
          if (!(item instanceof JsonObject child)) {
            wrongType("an object or a string", item, pointer(name, index));
            return null;
          }
          return isTooDeep() ? null : read.apply(at(child, name, index));
        });
  }

  /** {@return the types of this object, at least one; which ones is a matter of constraints} */
  public List<String> types() {
    return required("type") == null ? List.of() : texts("type");
  }

  /** Demands a {@code type} that has a single possible value. */
  public void constantType(String type) {
    String found = text("type");
    if (isSound("type") && !found.equals(type)) {
      fail(
          "model.type#constant",
          pointer().child("type"),
          SafeText.quote(type),
          SafeText.quote(found));
    }
  }

  /** Refuses an empty array where there is one element at least. */
  public void refuseEmpty(String name) {
    if (object.get(name).orElse(JsonNull.NULL) instanceof JsonArray array
        && array.items().isEmpty()) {
      fail("model.empty", pointer().child(name));
    }
  }

  // --- what is left ---

  /** {@return the members that nothing has read, in their order} */
  public JsonObject more() {
    return unread.members();
  }

  /** Refuses members that nothing has read, where the specification allows no extensions. */
  public void refuseMore(String what) {
    for (String name : more().members().keySet()) {
      if (isSound(name)) {
        fail("model.unknown-member", pointer().child(name), what);
      }
    }
  }

  /** {@return the record, held against its Bean Validation constraints} */
  public <T extends Record> T checked(T value) {
    if (isListening()) {
      Constraints.check(value, this);
    }
    return value;
  }

  // --- how ---

  /** The elements of a member as they are read, without those that cannot be. */
  private <T> List<T> items(String name, ItemReader<T> reader) {
    JsonValue value = take(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof JsonArray array)) {
      T only = reader.read(value, ALONE);
      return only == null ? List.of() : List.of(only);
    }
    List<T> items = new ArrayList<>(array.items().size());
    for (int i = 0; i < array.items().size(); i++) {
      T item = reader.read(array.items().get(i), i);
      if (item != null) {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }

  /** Reads one value of a member; null when it cannot. */
  private interface ItemReader<T> {
    @Nullable T read(JsonValue item, int index);
  }

  /** {@return the value of a member, which counts as read from now on; null when it has none} */
  public @Nullable JsonValue take(String name) {
    JsonValue value = object.members().get(name);
    if (value != null) {
      unread.remove(name);
    }
    return value instanceof JsonNull ? null : value;
  }

  /** {@return as {@link #take}, with a fault when the member is missing} */
  public @Nullable JsonValue required(String name) {
    JsonValue value = take(name);
    if (value == null && (!object.has(name) || nullIsAbsent())) {
      fail("model.required", pointer().child(name));
    }
    return value;
  }

  private Cursor withoutNulls() {
    if (object.members().containsValue(JsonNull.NULL)) {
      object
          .members()
          .forEach(
              (member, value) -> {
                if (value == JsonNull.NULL && nullIsAbsent()) {
                  warn("json.null", pointer().child(member));
                } else if (value == JsonNull.NULL) {
                  fail("json.null", pointer().child(member));
                }
              });
    }
    return this;
  }

  private String asText(JsonValue value, String name, int index) {
    if (value instanceof JsonString string) {
      return string.value();
    }
    wrongType("a string", value, pointer(name, index));
    return "";
  }

  /** Stops a document that was not read with {@link Limits} before the stack ends. */
  private boolean isTooDeep() {
    if (depth < Limits.MAX_DEPTH) {
      return false;
    }
    fail("limit.depth", pointer(), Integer.toString(Limits.MAX_DEPTH));
    return true;
  }

  private Cursor at(JsonObject child, String name, int index) {
    return new Cursor(this, name, index, child, false).withoutNulls();
  }

  private Cursor standIn(String name) {
    return new Cursor(this, name, ALONE, JsonObject.EMPTY, true);
  }
}
