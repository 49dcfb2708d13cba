package org.microcred.crypto;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.microcred.crypto.internal.jsonld.Stopwatch;
import org.microcred.model.Limits;

/**
 * The work that one top-level call may put into context processing, RDF canonicalisation, keys and
 * signatures, shared by all proofs and embedded credentials of that call.
 *
 * <p>Ticks are steps of the algorithms and decide alone, so that the answer does not depend on the
 * machine; the time is the backstop behind them. It is the time that the thread has worked, not the
 * time that it waited for the network or for other work on the machine. Thread-safe; make a new one
 * for every call.
 */
public final class WorkBudget {
  private final AtomicLong ticks;
  private final AtomicLong nanos;

  private WorkBudget(long ticks, Duration time) {
    this.ticks = new AtomicLong(ticks);
    this.nanos = new AtomicLong(time.toNanos());
  }

  /**
   * {@return a full budget}
   *
   * @param limits which name the ticks and the time
   */
  public static WorkBudget of(Limits limits) {
    return new WorkBudget(limits.canonicalisationTicks(), limits.canonicalisationTime());
  }

  /** {@return the ticks that are left; not positive when there are none} */
  public long ticks() {
    return ticks.get();
  }

  /** {@return the time that is left; not positive when there is none} */
  public Duration time() {
    return Duration.ofNanos(nanos.get());
  }

  /**
   * Takes what a piece of work has used.
   *
   * @param usedTicks not negative
   * @param usedTime not negative
   */
  public void use(long usedTicks, Duration usedTime) {
    if (usedTicks < 0 || Objects.requireNonNull(usedTime, "usedTime").isNegative()) {
      throw new IllegalArgumentException("usedTicks or usedTime is negative");
    }
    ticks.addAndGet(-usedTicks);
    nanos.addAndGet(-usedTime.toNanos());
  }

  /** {@return whether there is no time left} */
  public boolean isOver() {
    return nanos.get() <= 0;
  }

  /** {@return a timer that runs from now on, for work of this thread} */
  public Timer start() {
    return new Timer();
  }

  /**
   * Measures the time that a thread works and charges it to the budget when it is stopped, less
   * what was charged meanwhile by parts of the work. For one thread.
   */
  public final class Timer {
    private final Stopwatch time = Stopwatch.start();
    private final long left = nanos.get();

    private Timer() {}

    /** {@return whether the work has taken all the time that was left when it began} */
    public boolean isOver() {
      return time.nanos() >= left;
    }

    /** Charges the time. */
    public void stop() {
      long chargedMeanwhile = left - nanos.get();
      nanos.addAndGet(-Math.max(0, time.nanos() - chargedMeanwhile));
    }
  }
}
