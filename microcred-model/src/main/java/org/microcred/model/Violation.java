package org.microcred.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Messages;
import org.microcred.model.json.JsonPointer;

/**
 * One broken rule.
 *
 * @param code what kind of rule, stable for ever: {@code area.rule} in lower case
 * @param pointer the place in the document; the root when it is the whole
 * @param message what is wrong and what to do about it, for people, in one line of English; values
 *     taken from the document are escaped and cut
 * @param wording how to say it in other languages, where that is known
 */
public record Violation(
    String code, JsonPointer pointer, String message, Optional<Wording> wording) {
  /**
   * A sentence of the message bundle and what to put in.
   *
   * @param key which sentence
   * @param arguments what stands in its places, escaped and cut
   */
  public record Wording(String key, List<String> arguments) {
    public Wording {
      Objects.requireNonNull(key, "key");
      arguments = List.copyOf(arguments);
    }
  }

  public Violation {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(wording, "wording");
  }

  /**
   * A broken rule that is told in English only.
   *
   * @param code what kind of rule
   * @param pointer the place in the document
   * @param message what is wrong and what to do about it
   */
  public Violation(String code, JsonPointer pointer, String message) {
    this(code, pointer, message, Optional.empty());
  }

  /**
   * {@return the message in a language, or in English where there is no translation}
   *
   * @param locale whose language to take; German is there beside English
   */
  public String message(Locale locale) {
    return wording.flatMap(w -> Messages.text(w, locale)).orElse(message);
  }

  /**
   * {@return the same violation, seen from a document in which this one's document is at {@code
   * base}}
   *
   * @param base where this violation's document stands
   */
  public Violation under(JsonPointer base) {
    return new Violation(code, pointer.under(base), message, wording);
  }

  @Override
  public String toString() {
    return pointer.tokens().isEmpty() ? message : SafeText.of(pointer.toString()) + ": " + message;
  }
}
