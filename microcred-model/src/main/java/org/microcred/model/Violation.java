package org.microcred.model;

import java.util.Objects;
import org.microcred.model.json.JsonPointer;

/**
 * One broken rule.
 *
 * @param code what kind of rule, stable for ever: {@code area.rule} in lower case
 * @param pointer the place in the document; the root when it is the whole
 * @param message what is wrong and what to do about it, for people, in one line; values taken from
 *     the document are escaped and cut
 */
public record Violation(String code, JsonPointer pointer, String message) {
  public Violation {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(message, "message");
  }

  /**
   * {@return the same violation, seen from a document in which this one's document is at {@code
   * base}}
   *
   * @param base where this violation's document stands
   */
  public Violation under(JsonPointer base) {
    return new Violation(code, pointer.under(base), message);
  }

  @Override
  public String toString() {
    return pointer.tokens().isEmpty() ? message : SafeText.of(pointer.toString()) + ": " + message;
  }
}
