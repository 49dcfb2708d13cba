package org.microcred.model.openbadges2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uris;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Reads what is a URI alone or a whole object (Open Badges 2.0: properties of type "@id"). */
final class Linked {
  private Linked() {}

  /** {@return the value of a required member} */
  static <T> T required(
      Cursor in, String name, Function<String, T> named, Function<Cursor, T> read) {
    in.required(name);
    return optional(in, name, named, read).orElseGet(() -> named.apply(""));
  }

  static <T> Optional<T> optional(
      Cursor in, String name, Function<String, T> named, Function<Cursor, T> read) {
    JsonValue value = in.take(name);
    return value == null ? Optional.empty() : item(in, value, name, Cursor.ALONE, named, read);
  }

  /** {@return the values of a member that may have many} */
  static <T> List<T> all(
      Cursor in, String name, Function<String, T> named, Function<Cursor, T> read) {
    if (!(in.take(name) instanceof JsonArray array)) {
      return optional(in, name, named, read).stream().toList();
    }
    List<T> all = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      item(in, array.items().get(i), name, i, named, read).ifPresent(all::add);
    }
    return all;
  }

  /** {@return other badge objects, by their URIs or embedded} */
  static <T extends BadgeObject> List<Reference<T>> references(
      Cursor in, String name, Function<Cursor, T> read) {
    return all(in, name, Reference::to, embedding(read));
  }

  /** {@return a reader of references to embedded documents} */
  static <T extends BadgeObject> Function<Cursor, Reference<T>> embedding(
      Function<Cursor, T> read) {
    return in -> Reference.embedded(in, read.apply(in));
  }

  /** Refuses a linked object with the id of the one that links it: they would be one object. */
  static void refuseSameId(Cursor in, String id, String name, Reference<?> reference) {
    if (!id.isEmpty() && reference.id().filter(id::equals).isPresent()) {
      JsonPointer member = in.pointer().child(name);
      in.fail("ob2.duplicate-id", reference.document().isPresent() ? member.child("id") : member);
    }
  }

  private static <T> Optional<T> item(
      Cursor in,
      JsonValue value,
      String name,
      int index,
      Function<String, T> named,
      Function<Cursor, T> read) {
    if (value instanceof JsonObject object) {
      return in.below(object, name, index, read);
    }
    JsonPointer place = in.pointer(name, index);
    if (value instanceof JsonString uri) {
      if (!Uris.isAbsolute(uri.value())) {
        in.fail("model.uri", place);
      }
      return Optional.of(named.apply(uri.value()));
    }
    in.wrongType("a string or an object", value, place);
    return Optional.empty();
  }
}
