package org.microcred.verify.internal;

import org.microcred.crypto.WorkBudget;

/**
 * The steps that comparing with schemas may take in one call. Steps decide, so that the answer does
 * not depend on the machine; the time that the call has for calculations is the backstop. Confined
 * to the calling thread, on which it ends the library's work by throwing {@link TooMuch}.
 */
final class SchemaWork {
  /** What one call may take; a published schema takes some hundred thousand. */
  static final long STEPS = 20_000_000;

  private static final int DEPTH = 512;

  /** Asking for the time takes longer than a step. */
  private static final long STEPS_BETWEEN_LOOKS = 4096;

  private final WorkBudget budget;
  private WorkBudget.Timer timer;
  private long left;
  private long nextLook;
  private int depth;

  SchemaWork(WorkBudget budget, long steps) {
    this.budget = budget;
    this.timer = budget.start();
    this.left = steps;
    this.nextLook = steps;
  }

  /** How many steps are left. */
  long left() {
    return left;
  }

  /** Thrown when there were too many steps, or they took too long. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch(String message) {
      super(message, null, false, false); // told in a report, so nobody looks at the stack
    }
  }

  /** Begins to compare with one more schema. */
  void start() {
    timer = budget.start();
    depth = 0;
  }

  /** Charges the time to the call. */
  void stop() {
    timer.stop();
  }

  /** Takes steps. */
  void step(long steps) {
    left -= steps;
    if (left <= 0) {
      throw new TooMuch("it takes more work than a schema may make");
    }
    if (left <= nextLook) {
      nextLook = left - STEPS_BETWEEN_LOOKS;
      if (timer.isOver()) {
        throw new TooMuch("the time for such work is used up");
      }
    }
  }

  /** One keyword inside another: what the library notes of it grows with the depth. */
  void enter() {
    if (++depth > DEPTH) {
      throw new TooMuch("it refers to itself without end, or too deeply");
    }
    step(20L + depth);
  }

  void leave() {
    depth--;
  }
}
