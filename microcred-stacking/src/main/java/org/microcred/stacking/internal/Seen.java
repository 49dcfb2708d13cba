package org.microcred.stacking.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The states that search has been in: what was needed, and used up of the limits, before which
 * holding. Bounded memory.
 */
final class Seen {
  private static final long MAX_CELLS = 6_000_000;

  private final Set<State> states = new HashSet<>();
  private long cells;

  /** Whether a state is new, as far as is remembered. */
  boolean isNew(int row, long[] need, long[] load, BitSet taken) {
    long[] words = taken.toLongArray();
    long[] cell = Arrays.copyOf(need, need.length + load.length + 1 + words.length);
    System.arraycopy(load, 0, cell, need.length, load.length);
    cell[need.length + load.length] = row;
    System.arraycopy(words, 0, cell, need.length + load.length + 1, words.length);
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
