package org.microcred.verify.internal;

import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/** Says why the status could not be found out; the place is that of the entry. */
final class StatusOpenException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Violation why;

  StatusOpenException(String code, String message) {
    super(message, null, false, false); // told in a report, so nobody looks at the stack
    this.why = new Violation(code, JsonPointer.ROOT, message);
  }

  /** A reason that was found at a place of the entry. */
  private StatusOpenException(Violation why) {
    super(why.message(), null, false, false);
    this.why = why;
  }

  /** An entry that cannot be read: all of its faults are told by the first. */
  static StatusOpenException entry(InvalidDocumentException e) {
    return new StatusOpenException(e.violations().get(0));
  }

  /** A list that cannot be read. */
  static StatusOpenException list(String url, InvalidDocumentException e) {
    Violation first = e.violations().get(0);
    String code = first.code();
    return new StatusOpenException(
        code.startsWith("limit.") || code.startsWith("status.") ? code : "status.list",
        about(url) + first.message());
  }

  /** How a sentence about a list begins. */
  static String about(String url) {
    return "the list " + SafeText.of(url) + ": ";
  }

  Violation why() {
    return why;
  }
}
