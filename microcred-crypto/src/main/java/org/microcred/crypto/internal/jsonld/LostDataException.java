package org.microcred.crypto.internal.jsonld;

import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/** Something in the expanded document has no place in quads: our walk should have seen it. */
final class LostDataException extends Exception {
  private static final long serialVersionUID = 1L;

  LostDataException(String what) {
    super(what);
  }

  Violation violation() {
    return new Violation(
        "context.lost-data",
        JsonPointer.ROOT,
        "canonicalisation would drop a part of the document (" + getMessage() + ")");
  }
}
