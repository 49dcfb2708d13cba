package org.microcred.verify.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.KeyResolver;
import org.microcred.model.InvalidDocumentException;

/** Controller documents by one resolver, each looked up once in a call. */
final class Controllers {
  private final KeyResolver resolver;
  private final boolean onlyKeyNeedsNoName;
  private final Session session;
  private final Map<String, Optional<ControllerDocument>> known = new HashMap<>();

  /**
   * Starts with none.
   *
   * @param onlyKeyNeedsNoName whether a proof that names no key means the only one of its signer
   */
  Controllers(KeyResolver resolver, boolean onlyKeyNeedsNoName, Session session) {
    this.resolver = resolver;
    this.onlyKeyNeedsNoName = onlyKeyNeedsNoName;
    this.session = session;
  }

  boolean onlyKeyNeedsNoName() {
    return onlyKeyNeedsNoName;
  }

  Optional<ControllerDocument> find(String id) throws IOException, InvalidDocumentException {
    Optional<ControllerDocument> found = known.get(id);
    if (found == null) {
      found = session.resolve(resolver, id);
      known.put(id, found);
    }
    return found;
  }
}
