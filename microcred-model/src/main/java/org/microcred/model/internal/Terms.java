package org.microcred.model.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.model.SafeText;
import org.microcred.model.Vocabulary;

/**
 * Reads terms: one that is nobody's is worth a warning in an extensible vocabulary, and a fault in
 * a closed one.
 */
public final class Terms {
  private Terms() {}

  /** {@return the term of a required member} */
  public static <T extends Vocabulary> T of(Cursor in, String name, Function<String, T> term) {
    return judged(in, name, term.apply(in.text(name)));
  }

  public static <T extends Vocabulary> Optional<T> optional(
      Cursor in, String name, Function<String, T> term) {
    return in.optionalText(name).map(text -> judged(in, name, term.apply(text)));
  }

  private static <T extends Vocabulary> T judged(Cursor in, String name, T term) {
    if (!term.isStandard() && !term.isExtension() && in.isSound(name)) {
      in.warn("ob.vocabulary", in.pointer().child(name), SafeText.quote(term.value()));
    }
    return term;
  }

  /** {@return the term of a closed vocabulary that a member's text is; empty only after a fault} */
  public static <T> Optional<T> closed(
      Cursor in, String name, String text, Function<String, Optional<T>> term, List<T> all) {
    Optional<T> found = term.apply(text);
    if (found.isEmpty() && in.isSound(name)) {
      in.fail("model.value", in.pointer().child(name), SafeText.quote(text), all.toString());
    }
    return found;
  }
}
