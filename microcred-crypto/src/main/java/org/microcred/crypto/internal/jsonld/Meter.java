package org.microcred.crypto.internal.jsonld;

import java.time.Duration;
import org.microcred.crypto.WorkBudget;

/** Counts the steps of one piece of work and charges them to the budget at the end. */
public final class Meter implements AutoCloseable {
  private final WorkBudget budget;
  private final long allowedTicks;
  private final long start = System.nanoTime();
  private final long allowedNanos;
  private long used;

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
    if (System.nanoTime() - start > allowedNanos) {
      throw OverBudgetException.time();
    }
  }

  /** The time that is left. */
  Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, allowedNanos - (System.nanoTime() - start)));
  }

  @Override
  public void close() {
    budget.use(used, Duration.ofNanos(System.nanoTime() - start));
  }
}
