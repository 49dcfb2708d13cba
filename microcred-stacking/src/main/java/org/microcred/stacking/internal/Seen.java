package org.microcred.stacking.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The states that search has been in: what was needed before which holding. Bounded memory. */
final class Seen {
  private static final long MAX_CELLS = 6_000_000;

  private final Set<State> states = new HashSet<>();
  private long cells;

  /** Whether a state is new, as far as is remembered. */
  boolean isNew(int row, long[] need, boolean[] taken) {
    long[] cell = Arrays.copyOf(need, need.length + 1 + (need.length + 62) / 63);
    cell[need.length] = row;
    for (int l = 0; l < taken.length; l++) {
      if (taken[l]) {
        cell[need.length + 1 + l / 63] |= 1L << (l % 63);
      }
    }
    State state = new State(cell);
    if (states.contains(state)) {
      return false;
    }
    if (cells < MAX_CELLS) {
      cells += cell.length + 8;
      states.add(state);
    }
    return true;
  }

  private static final class State {
    private final long[] cell;
    private final int hash;

    State(long[] cell) {
      this.cell = cell;
      hash = Arrays.hashCode(cell);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      return other instanceof State that && Arrays.equals(cell, that.cell);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
