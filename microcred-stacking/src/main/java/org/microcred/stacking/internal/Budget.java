package org.microcred.stacking.internal;

/** The work that is left, in elementary steps: what ends a search is counted, never timed. */
final class Budget {
  private long left;

  Budget(long steps) {
    left = steps;
  }

  void spend(long steps) {
    left -= steps;
    if (left < 0) {
      left = 0;
      throw new Exceeded();
    }
  }

  /** The work allowed has ended. Never leaves the engine. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exceeded() {
      super("budget exceeded", null, false, false);
    }
  }
}
