package org.microcred.crypto.internal.jsonld;

import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/** The work is over its budget. Unchecked, since it has to pass through titanium. */
public final class OverBudgetException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String code;

  private OverBudgetException(String code, String message) {
    super(message);
    this.code = code;
  }

  static OverBudgetException ticks() {
    return new OverBudgetException(
        "limit.canonicalisation",
        "canonicalising this document and checking its parts takes more steps than are allowed; a document with many nodes"
            + " that look alike and have no id is made to do that, give them ids or raise"
            + " Limits.canonicalisationTicks");
  }

  static OverBudgetException time() {
    return new OverBudgetException(
        "limit.deadline",
        "canonicalising this document and checking its parts takes more time than is allowed; raise"
            + " Limits.canonicalisationTime when the machine is slow");
  }

  /** What to report. */
  public Violation violation() {
    return new Violation(code, JsonPointer.ROOT, String.valueOf(getMessage()));
  }
}
