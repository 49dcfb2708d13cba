package org.microcred.crypto.internal.jsonld;

import java.time.Duration;
import org.microcred.crypto.WorkBudget;

/**
 * Counts the steps of one piece of work, by one thread, and charges them to the budget at the end.
 */
public final class Meter implements AutoCloseable {
  /** Asking for the time takes longer than a step. */
  private static final long STEPS_BETWEEN_LOOKS = 256;

  private final WorkBudget budget;
  private final long allowedTicks;
  private final Stopwatch time = Stopwatch.start();
  private final long allowedNanos;
  private long used;
  private long nextLook;

  public Meter(WorkBudget budget) {
    this.budget = budget;
    this.allowedTicks = budget.ticks();
    this.allowedNanos = budget.time().toNanos();
  }

  /** Takes one step, or throws {@link OverBudgetException}. */
  public void tick() {
    tick(1);
  }

  /** Takes that many steps, or throws {@link OverBudgetException}. */
  public void tick(long steps) {
    used += steps;
    if (used > allowedTicks) {
      throw OverBudgetException.ticks();
    }
    if (used >= nextLook) {
      nextLook = used + STEPS_BETWEEN_LOOKS;
      if (time.nanos() > allowedNanos) {
        throw OverBudgetException.time();
      }
    }
  }

  /** The time that is left. */
  Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, allowedNanos - time.nanos()));
  }

  @Override
  public void close() {
    budget.use(used, Duration.ofNanos(Math.max(0, time.nanos())));
  }
}
