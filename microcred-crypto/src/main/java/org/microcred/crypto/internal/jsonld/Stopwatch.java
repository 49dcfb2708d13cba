package org.microcred.crypto.internal.jsonld;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The time that this thread has worked: what else the machine does must not decide about a
 * document. Where that cannot be measured, as in virtual threads, it is the time on the wall.
 */
public final class Stopwatch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final boolean counts;
  private final long start;

  private Stopwatch(boolean counts) {
    this.counts = counts;
    this.start = now();
  }

  /** {@return one that runs from now on} */
  public static Stopwatch start() {
    return new Stopwatch(canCount());
  }

  /** {@return the nanoseconds since the start} */
  public long nanos() {
    return now() - start;
  }

  private long now() {
    return counts ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  private static boolean canCount() {
    try {
      return THREADS.isCurrentThreadCpuTimeSupported() && THREADS.getCurrentThreadCpuTime() >= 0;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }
}
