package org.microcred.stacking.internal;

import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tries the days of all rules about days that matter, one rule inside the other. */
final class Sweeps {
  private final List<Sweep> active;
  private final Budget budget;

  Sweeps(CompiledPolicy policy, BitSet needed, Budget budget) {
    active = policy.sweeps.stream().filter(sweep -> sweep.isActive(needed)).toList();
    this.budget = budget;
  }

  List<Sweep> active() {
    return active;
  }

  /** The first answer, with days for which there is one; holdings that fit none are no use. */
  @Nullable Assignment first(List<Row> rows, Function<List<Row>, @Nullable Assignment> solve) {
    return first(0, rows, solve);
  }

  private @Nullable Assignment first(
      int i, List<Row> rows, Function<List<Row>, @Nullable Assignment> solve) {
    Assignment relaxed = solve.apply(rows);
    if (relaxed == null || i == active.size()) {
      return relaxed;
    }
    for (int day : active.get(i).days(rows)) {
      budget.spend(rows.size());
      Assignment found = first(i + 1, active.get(i).restrict(rows, day), solve);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Hands out every choice of days, this one among them, with the holdings that fit it. */
  void each(List<Row> rows, int today, Choice choice) {
    each(0, rows, today, new int[active.size()], choice);
  }

  private void each(int i, List<Row> rows, int today, int[] days, Choice choice) {
    if (i == active.size()) {
      choice.accept(rows, days);
      return;
    }
    TreeSet<Integer> tried = new TreeSet<>(active.get(i).days(rows));
    tried.add(today);
    for (int day : tried) {
      budget.spend(1 + rows.size());
      days[i] = day;
      each(i + 1, active.get(i).restrict(rows, day), today, days, choice);
    }
  }

  /** What is done with a choice of days. */
  interface Choice {
    /**
     * Takes one.
     *
     * @param rows the holdings that fit
     * @param days the day of each active rule
     */
    void accept(List<Row> rows, int[] days);
  }
}
