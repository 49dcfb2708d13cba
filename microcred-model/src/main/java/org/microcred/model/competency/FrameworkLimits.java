package org.microcred.model.competency;

import java.util.List;
import java.util.Objects;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.internal.Messages;
import org.microcred.model.json.JsonPointer;

/**
 * How much of a stranger's framework is read before giving up. Frameworks are read as a stream, one
 * object at a time, so they may be far larger than a credential; going over a limit is a {@code
 * limit.*} violation.
 *
 * @param documentBytes the size of the whole package or list, in bytes
 * @param objects how many competencies, associations, rubrics and definitions there are together,
 *     at most {@value #MAX_OBJECTS}
 * @param object how large and deep each of them may be
 */
public record FrameworkLimits(int documentBytes, int objects, Limits object) {
  /** The most objects that can be allowed. */
  public static final int MAX_OBJECTS = 1 << 24;

  private static final FrameworkLimits DEFAULTS =
      new FrameworkLimits(512 << 20, 4_000_000, Limits.defaults());

  public FrameworkLimits {
    Objects.requireNonNull(object, "object");
    if (documentBytes < 1) {
      throw new IllegalArgumentException("documentBytes is not positive");
    }
    if (objects < 1 || objects > MAX_OBJECTS) {
      throw new IllegalArgumentException("objects is not between 1 and " + MAX_OBJECTS);
    }
  }

  /** {@return 512 MiB, 4,000,000 objects, each within the limits of a document from strangers} */
  public static FrameworkLimits defaults() {
    return DEFAULTS;
  }

  void refuseLonger(int bytes) throws InvalidDocumentException {
    if (bytes > documentBytes) {
      throw new InvalidDocumentException(
          List.of(
              Messages.violation(
                  "limit.document", JsonPointer.ROOT, Integer.toString(documentBytes))));
    }
  }
}
