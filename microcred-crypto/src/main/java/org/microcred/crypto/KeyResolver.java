package org.microcred.crypto;

import java.io.IOException;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;

/**
 * Finds out which keys somebody controls. A DID method is one kind; implement it for another.
 *
 * <p>Implementations are thread-safe. They ask their {@link DocumentLoader} for what they need and
 * nothing else.
 */
@FunctionalInterface
public interface KeyResolver {
  /**
   * Looks up a controller document.
   *
   * @param controller a DID or an https URL, without fragment
   * @return the document, or empty when this resolver does not know such identifiers
   * @throws IOException when it could not be found out; the message says what was tried
   * @throws InvalidDocumentException when there is a document and it is wrong, for example about
   *     another id
   */
  Optional<ControllerDocument> resolve(String controller)
      throws IOException, InvalidDocumentException;

  /**
   * {@return a resolver that asks another one for what this one does not know}
   *
   * @param next whom to ask then
   */
  default KeyResolver or(KeyResolver next) {
    return controller -> {
      Optional<ControllerDocument> mine = resolve(controller);
      return mine.isPresent() ? mine : next.resolve(controller);
    };
  }
}
