package org.microcred.crypto.internal.net;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Ends what another thread is doing on the network, by closing its socket. Thread-safe. */
final class Abort {
  private @Nullable Closeable open;
  private boolean aborted;

  /** Notes what to close; closes it at once when it is over already. */
  synchronized void guard(Closeable socket) throws IOException {
    if (aborted) {
      socket.close();
      throw new IOException("called off");
    }
    open = socket;
  }

  synchronized boolean isAborted() {
    return aborted;
  }

  /** Waits, unless it is called off. */
  synchronized void pause(long millis) throws IOException, InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    for (long left = millis; left > 0 && !aborted; left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    if (aborted) {
      throw new IOException("called off");
    }
  }

  synchronized void abort() {
    aborted = true;
    notifyAll();
    if (open != null) {
      closeQuietly(open);
    }
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // a socket that cannot be closed is of no use to anybody either
    }
  }
}
