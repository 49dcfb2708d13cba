package org.microcred.crypto;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.microcred.model.Limits;

/**
 * The work that one top-level call may put into context processing and RDF canonicalisation, shared
 * by all proofs and embedded credentials of that call.
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
}
