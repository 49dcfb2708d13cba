package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The ways in which a holding that may be split is shared out over the slots that it may fill. */
final class Splits {
  private final Component component;
  private final SearchRow row;
  private final long[] most;
  private final Budget budget;
  private final boolean restricted;
  private final List<Search.Option> options = new ArrayList<>();

  /**
   * The ways in which a holding may be shared out.
   *
   * @param most for each slot, more than which is of no use; 0 where nothing is
   */
  Splits(Component component, SearchRow row, long[] most, boolean restricted, Budget budget) {
    this.component = component;
    this.row = row;
    this.most = most;
    this.restricted = restricted;
    this.budget = budget;
  }

  List<Search.Option> options() {
    share(0, new long[most.length]);
    // The largest amounts first, so that needs fall fast.
    Collections.reverse(options);
    return options;
  }

  private void share(int slot, long[] given) {
    budget.spend(1);
    if (slot == most.length) {
      if (restricted || isFull(given)) {
        add(given);
      }
      return;
    }
    share(slot + 1, given);
    long whole = row.amounts()[slot];
    long step = isSum(slot) ? row.step() : whole;
    for (long amount = Math.min(step, whole); amount > 0; amount = next(slot, amount, step)) {
      given[slot] = amount;
      if (!fits(given, slot)) {
        break;
      }
      share(slot + 1, given);
    }
    given[slot] = 0;
  }

  /** The next amount that a slot may get, or 0; its last one is all, where that is of use. */
  private long next(int slot, long amount, long step) {
    long whole = row.amounts()[slot];
    return amount >= most[slot] || amount >= whole ? 0 : Math.min(whole, amount + step);
  }

  private boolean isSum(int slot) {
    return !leaf(slot).counts();
  }

  private Leaf leaf(int slot) {
    return component.leaves().get(row.leaves()[slot]);
  }

  /** Whether what is given to a slot goes together with all that is given. */
  private boolean fits(long[] given, int slot) {
    if (most[slot] == 0) {
      return false;
    }
    long sum = given[slot];
    for (int other = 0; other < given.length; other++) {
      if (other != slot && given[other] > 0 && competes(slot, other)) {
        boolean parts =
            isSum(slot)
                && isSum(other)
                && row.amounts()[slot] == row.amounts()[other]
                && leaf(slot).unit().equals(leaf(other).unit())
                && row.leaves()[slot] != row.leaves()[other]
                && given[slot] % row.step() == 0
                && given[other] % row.step() == 0;
        if (!parts) {
          return false;
        }
        sum += given[other];
      }
    }
    return sum <= row.amounts()[slot];
  }

  private boolean competes(int a, int b) {
    return row.leaves()[a] == row.leaves()[b]
        || component.policy().compete(leaf(a).index(), leaf(b).index());
  }

  /** Whether nothing more could be given to any slot. */
  private boolean isFull(long[] given) {
    for (int slot = 0; slot < given.length; slot++) {
      long before = given[slot];
      long step = isSum(slot) ? row.step() : row.amounts()[slot];
      long more = before == 0 ? Math.min(step, row.amounts()[slot]) : next(slot, before, step);
      if (more > 0 && most[slot] > 0) {
        given[slot] = more;
        boolean fits = fits(given, slot);
        given[slot] = before;
        if (fits) {
          return false;
        }
      }
    }
    return true;
  }

  private void add(long[] given) {
    int[] slots = new int[given.length];
    long[] amounts = new long[given.length];
    int n = 0;
    for (int slot = 0; slot < given.length; slot++) {
      if (given[slot] < row.row().floor(leaf(slot).index())) {
        return;
      }
      if (given[slot] > 0) {
        slots[n] = slot;
        amounts[n++] = given[slot];
      }
    }
    options.add(new Search.Option(Arrays.copyOf(slots, n), Arrays.copyOf(amounts, n)));
  }
}
