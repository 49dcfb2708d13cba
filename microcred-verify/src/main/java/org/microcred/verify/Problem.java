package org.microcred.verify;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.internal.ProblemCatalogue;

/**
 * What is wrong, in the shape of RFC 9457. Immutable.
 *
 * @param code what kind of problem, stable for ever
 * @param type the URI of the kind: the one that a W3C specification defines where there is one,
 *     else a tag URI with the code
 * @param title the kind in a few words of English
 * @param detail what is wrong here and what to do about it, in one line of English; values taken
 *     from the document are escaped and cut
 * @param pointer where in the document; the root when it is the whole
 * @param wording how to say the detail in other languages, where that is known
 */
public record Problem(
    String code,
    URI type,
    String title,
    String detail,
    JsonPointer pointer,
    Optional<Violation.Wording> wording) {

  public Problem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(wording, "wording");
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
        ProblemCatalogue.title(violation.code(), Locale.ROOT),
        violation.message(),
        violation.pointer(),
        violation.wording());
  }

  /**
   * {@return the kind in a few words; in English where there is no translation}
   *
   * @param locale the language
   */
  public String title(Locale locale) {
    String translated = ProblemCatalogue.title(code, locale);
    return translated.equals(code) ? title : translated;
  }

  /**
   * {@return what is wrong here and what to do about it; in English where there is no translation}
   *
   * @param locale the language
   */
  public String detail(Locale locale) {
    return new Violation(code, pointer, detail, wording).message(locale);
  }
}
