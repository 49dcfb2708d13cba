package org.microcred.model.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.model.Limits;
import org.microcred.model.internal.Inspection;
import org.microcred.model.internal.Messages;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * A value of a document that is being held against rules, with the place where it stands. Unlike
 * the reader it takes whatever is there: what is missing or has another JSON type was already
 * reported, so a rule that does not find what it looks for has nothing to say.
 */
public record Place(JsonValue value, JsonPointer pointer, Inspection inspection) {

  /** {@return the root of a document} */
  public static Place root(JsonObject document, Inspection inspection) {
    return new Place(document, JsonPointer.ROOT, inspection);
  }

  /** {@return the object that is here; an empty one when it is something else} */
  public JsonObject object() {
    return value instanceof JsonObject object ? object : JsonObject.EMPTY;
  }

  public Optional<Place> member(String name) {
    return object()
        .get(name)
        .filter(v -> v != JsonNull.NULL && !isTooDeep())
        .map(v -> new Place(v, pointer.child(name), inspection));
  }

  /** {@return the elements of an array, or the only element itself} */
  public List<Place> items(String name) {
    Optional<Place> member = member(name);
    if (member.isEmpty() || !(member.get().value instanceof JsonArray array)) {
      return member.stream().toList();
    }
    List<Place> items = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      items.add(new Place(array.items().get(i), member.get().pointer.child(i), inspection));
    }
    return items;
  }

  /** {@return the text that is here} */
  public Optional<String> text() {
    return value instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
  }

  /** {@return whether that is among the types of the object that is here} */
  public boolean hasType(String type) {
    return object().list("type").contains(new JsonString(type));
  }

  public Optional<String> text(String name) {
    return object().string(name);
  }

  /** {@return whether that member has a text with something to read in it} */
  public boolean says(String name) {
    return text(name).filter(text -> !text.isBlank()).isPresent();
  }

  /** Notes a broken rule; the key and its arguments are those of {@link Messages}. */
  public void fail(String key, String... arguments) {
    if (!inspection.isFaulty(pointer)) {
      inspection.fail(Messages.violation(key, pointer, arguments));
    }
  }

  /** Notes that a member is missing or wrong; the arguments are those of {@link Messages}. */
  public void fail(String key, JsonPointer member, String... arguments) {
    new Place(value, member.under(pointer), inspection).fail(key, arguments);
  }

  /** {@return whether the reader has already given up on what is below} */
  private boolean isTooDeep() {
    return pointer.tokens().size() > 2 * Limits.MAX_DEPTH;
  }
}
