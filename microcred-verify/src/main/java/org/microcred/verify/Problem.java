package org.microcred.verify;

import java.net.URI;
import java.util.Objects;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.internal.ProblemCatalogue;

/**
 * What is wrong, in the shape of RFC 9457. Immutable.
 *
 * @param code what kind of problem, stable for ever
 * @param type the URI of the kind: the one that a W3C specification defines where there is one,
 *     else a tag URI with the code
 * @param title the kind in a few words, translatable
 * @param detail what is wrong here and what to do about it, in one line; values taken from the
 *     document are escaped and cut
 * @param pointer where in the document; the root when it is the whole
 */
public record Problem(String code, URI type, String title, String detail, JsonPointer pointer) {

  public Problem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(pointer, "pointer");
  }

  /**
   * {@return the problem of a broken rule}
   *
   * @param violation the broken rule
   */
  public static Problem of(Violation violation) {
    return new Problem(
        violation.code(),
        ProblemCatalogue.type(violation.code()),
        ProblemCatalogue.title(violation.code()),
        violation.message(),
        violation.pointer());
  }
}
