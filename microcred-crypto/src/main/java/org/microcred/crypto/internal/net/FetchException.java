package org.microcred.crypto.internal.net;

import java.io.IOException;
import org.microcred.crypto.DocumentGoneException;

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

  /** Whether the server says that the document was withdrawn for good. */
  private final boolean gone;

  static FetchException gone(String message) {
    return new FetchException(Again.NEVER, message, true);
  }

  FetchException(Again again, String message) {
    this(again, message, false);
  }

  private FetchException(Again again, String message, boolean gone) {
    super(message);
    this.again = again;
    this.gone = gone;
  }

  FetchException(Again again, String message, IOException cause) {
    super(message, cause);
    this.again = again;
    this.gone = false;
  }

  /** What those hear who asked. */
  static IOException told(String why, boolean gone) {
    return gone ? new DocumentGoneException(why) : new IOException(why);
  }

  Again again() {
    return again;
  }

  boolean isGone() {
    return gone;
  }
}
