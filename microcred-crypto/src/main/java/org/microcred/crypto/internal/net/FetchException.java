package org.microcred.crypto.internal.net;

import java.io.IOException;

/** A document was not to be had, and whether asking again could help. */
final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What could help. */
  enum Again {
    /** Nothing: the answer would be the same. */
    NEVER,
    /** One more try: the connection broke. */
    ONCE,
    /** Waiting: the server is busy or broken. */
    LATER
  }

  private final Again again;

  FetchException(Again again, String message) {
    super(message);
    this.again = again;
  }

  FetchException(Again again, String message, IOException cause) {
    super(message, cause);
    this.again = again;
  }

  Again again() {
    return again;
  }
}
