package org.microcred.crypto;

import java.io.IOException;

/**
 * Whoever should have a document says that it was withdrawn for good: HTTP status 410. A {@link
 * DocumentLoader} throws it where it knows; for a hosted assertion of Open Badges 2.0 it means that
 * it was revoked, for everything else that it could not be had.
 */
public final class DocumentGoneException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Says that a document is gone.
   *
   * @param message what was tried
   */
  public DocumentGoneException(String message) {
    super(message);
  }
}
