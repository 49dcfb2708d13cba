package org.microcred.stacking.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/**
 * A rule about the days of holdings that are used together. It is decided by trying days: each
 * leaves only the holdings that fit it, and among them nothing is left to mind.
 */
sealed interface Sweep {
  /** The day after all others. */
  int LAST = Integer.MAX_VALUE;

  /** The leaves whose holdings it is about. */
  BitSet leaves();

  /** Whether it matters when these leaves are needed. */
  boolean isActive(BitSet needed);

  /** The leaves at whose holdings the days to be tried are found. */
  BitSet at();

  /** Whether a holding of a day may serve a leaf when this day is tried. */
  boolean fits(int leaf, int day, int tried);

  /** The days to be tried. */
  default List<Integer> days(List<Row> rows) {
    TreeSet<Integer> days = new TreeSet<>(List.of(LAST));
    for (Row row : rows) {
      if (row.day() != Row.ANY_DAY) {
        for (int leaf : row.leaves()) {
          if (at().get(leaf)) {
            days.add(row.day());
          }
        }
      }
    }
    return List.copyOf(days.descendingSet());
  }

  /** What fits a day. */
  default List<Row> restrict(List<Row> rows, int tried) {
    return rows.stream()
        .map(row -> row.only(leaf -> !leaves().get(leaf) || fits(leaf, row.day(), tried)))
        .toList();
  }

  /**
   * All within a period: from the first day on, which is the one that is tried.
   *
   * @param leaves the leaves
   * @param period how long the window is, both its ends included
   */
  record Window(BitSet leaves, Period period) implements Sweep {
    @Override
    public boolean isActive(BitSet needed) {
      return leaves.intersects(needed);
    }

    @Override
    public BitSet at() {
      return leaves;
    }

    @Override
    public boolean fits(int leaf, int day, int tried) {
      return day == Row.ANY_DAY || (tried != LAST && day >= tried && day <= end(tried));
    }

    private int end(int first) {
      return (int) LocalDate.ofEpochDay(first).plus(period).toEpochDay();
    }
  }

  /**
   * What serves some leaves comes before what serves others: before the first of these, on the day
   * that is tried.
   *
   * @param leaf the leaf that stands for the rule
   * @param first the leaves whose holdings come first
   * @param then the leaves whose holdings follow
   * @param strict whether they may not be of one day
   */
  record Order(int leaf, BitSet first, BitSet then, boolean strict) implements Sweep {
    @Override
    public BitSet leaves() {
      BitSet both = (BitSet) first.clone();
      both.or(then);
      return both;
    }

    @Override
    public boolean isActive(BitSet needed) {
      return needed.get(leaf);
    }

    @Override
    public BitSet at() {
      return then;
    }

    @Override
    public boolean fits(int served, int day, int tried) {
      if (day == Row.ANY_DAY) {
        return true;
      }
      return first.get(served) ? strict ? day < tried : day <= tried : day >= tried;
    }
  }
}
