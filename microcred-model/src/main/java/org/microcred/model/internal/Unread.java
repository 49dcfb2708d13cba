package org.microcred.model.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.microcred.model.json.JsonObject;

/** The members of an object that nothing has read yet. Not thread-safe. */
final class Unread {
  /** Up to so many names are compared with each other; for more, a set is faster. */
  private static final int FEW = 16;

  private final JsonObject object;
  private final List<String> read = new ArrayList<>();

  Unread(JsonObject object) {
    this.object = object;
  }

  /** Notes that a member of the object was read. */
  void remove(String name) {
    // Checking that it is there and reading it come one after the other.
    if (read.isEmpty() || !read.get(read.size() - 1).equals(name)) {
      read.add(name);
    }
  }

  /** {@return the members that were not read, in their order} */
  JsonObject members() {
    if (isEmpty()) {
      return JsonObject.EMPTY;
    }
    Set<String> names = new HashSet<>(read);
    JsonObject.Builder unread = JsonObject.builder();
    object
        .members()
        .forEach(
            (name, value) -> {
              if (!names.contains(name)) {
                unread.put(name, value);
              }
            });
    return unread.build();
  }

  /** The common case: as many different names were read as there are. */
  private boolean isEmpty() {
    int size = read.size();
    if (size != object.members().size() || size > FEW) {
      return false;
    }
    for (int i = 1; i < size; i++) {
      if (read.subList(0, i).contains(read.get(i))) {
        return false;
      }
    }
    return true;
  }
}
