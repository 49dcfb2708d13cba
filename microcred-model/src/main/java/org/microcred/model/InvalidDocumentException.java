package org.microcred.model;

import java.util.List;
import java.util.stream.Collectors;
import org.microcred.model.json.JsonPointer;

/** A document that breaks rules; carries every {@link Violation} that was found. */
public final class InvalidDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int MAX_SHOWN = 20;

  private final transient List<Violation> violations;

  /**
   * Makes the exception.
   *
   * @param violations what is wrong, at least one
   */
  public InvalidDocumentException(List<Violation> violations) {
    super(message(violations));
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("violations is empty");
    }
    this.violations = List.copyOf(violations);
  }

  private static String message(List<Violation> violations) {
    String shown =
        violations.stream()
            .limit(MAX_SHOWN)
            .map(Violation::toString)
            .collect(Collectors.joining("; "));
    int rest = violations.size() - MAX_SHOWN;
    return rest > 0 ? shown + "; and " + rest + " more" : shown;
  }

  /**
   * {@return the exception for a single violation}
   *
   * @param code its code
   * @param pointer its place
   * @param message its text
   */
  public static InvalidDocumentException of(String code, JsonPointer pointer, String message) {
    return new InvalidDocumentException(List.of(new Violation(code, pointer, message)));
  }

  /** {@return what is wrong, at least one violation} */
  public List<Violation> violations() {
    return violations;
  }
}
