package org.microcred.crypto.internal.net;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The instant by which all has to be over. Immutable. */
record Deadline(long nanoTime) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The milliseconds that are left, at least one. */
  int millis() throws SocketTimeoutException {
    return millis(Duration.ofDays(1));
  }

  /** The milliseconds that are left, or fewer, at least one. */
  int millis(Duration atMost) throws SocketTimeoutException {
    long left = Math.min(nanosLeft(), atMost.toNanos());
    if (left <= 0) {
      throw new SocketTimeoutException("no time left");
    }
    return (int) Math.max(1, left / 1_000_000);
  }

  /** Not positive when it is over. */
  long nanosLeft() {
    return nanoTime - System.nanoTime();
  }
}
