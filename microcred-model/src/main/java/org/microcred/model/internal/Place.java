package org.microcred.model.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/** Where in a document a reader is, and what it notes there. */
abstract class Place {
  /** The index of what is a member's only value. */
  public static final int ALONE = -1;

  private final Inspection inspection;
  private final @Nullable Place parent;
  private final String name;
  private final int index;

  /** How many credentials stand around this one. */
  private final int credentials;

  /** Whether a stand-in is read here, of which nothing is noted. */
  private final boolean muted;

  /** The root of a document. */
  Place(Inspection inspection) {
    this.inspection = inspection;
    this.parent = null;
    this.name = "";
    this.index = ALONE;
    this.credentials = 0;
    this.muted = false;
  }

  /** A place below another. */
  Place(Place parent, String name, int index, boolean muted) {
    this.inspection = parent.inspection;
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.credentials = parent.credentials;
    this.muted = parent.muted || muted;
  }

  /** The same place, in a credential of its own when it is embedded. */
  Place(Place same, boolean embedded) {
    this.inspection = same.inspection;
    this.parent = same.parent;
    this.name = same.name;
    this.index = same.index;
    this.credentials = embedded ? same.credentials + 1 : same.credentials;
    this.muted = same.muted || (embedded && !inspection.embeds(credentials, same));
  }

  final boolean isMuted() {
    return muted;
  }

  final boolean nullIsAbsent() {
    return inspection.nullIsAbsent();
  }

  /** {@return whether a fault would be listed} */
  final boolean isListening() {
    return !muted && !inspection.isFull();
  }

  /** {@return the bytes of the document, when this is its root and they are known} */
  public final Optional<byte[]> source() {
    return parent == null ? inspection.source() : Optional.empty();
  }

  public final JsonPointer pointer() {
    List<String> tokens = new ArrayList<>();
    collect(tokens);
    return new JsonPointer(tokens);
  }

  private void collect(List<String> tokens) {
    if (parent != null) {
      parent.collect(tokens);
      tokens.add(name);
      if (index != ALONE) {
        tokens.add(Integer.toString(index));
      }
    }
  }

  /** {@return the place of an element of a member, or of its only value} */
  public final JsonPointer pointer(String name, int index) {
    JsonPointer member = pointer().child(name);
    return index == ALONE ? member : member.child(index);
  }

  /** Notes a broken rule; the key and its arguments are those of {@link Messages}. */
  public final void fail(String key, JsonPointer pointer, String... arguments) {
    fail(Messages.violation(key, pointer, arguments));
  }

  public final void fail(Violation violation) {
    if (!muted) {
      inspection.fail(violation);
    }
  }

  public final void wrongType(String expected, JsonValue found, JsonPointer pointer) {
    fail("json.type", pointer, expected, found.typeName());
  }

  /** Notes what a person should know; the key and its arguments are those of {@link Messages}. */
  public final void warn(String key, JsonPointer pointer, String... arguments) {
    if (!muted) {
      inspection.warn(Messages.violation(key, pointer, arguments));
    }
  }

  /** {@return whether nothing is wrong so far with that member} */
  public final boolean isSound(String name) {
    return inspection.isClean() || isSound(pointer().child(name));
  }

  public final boolean isSound(JsonPointer pointer) {
    return !inspection.isFaulty(pointer);
  }
}
