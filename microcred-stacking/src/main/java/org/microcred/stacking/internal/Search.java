package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Depth first over the holdings, the most constrained first; at each, over the leaves that it may
 * serve. Cut where what is left cannot reach what is needed, and where the same needs and loads
 * were met before the same holdings already. No recursion: the depth is the number of holdings.
 */
final class Search {
  private static final int MAX_TOGETHER = 64;

  private final Component component;
  private final CompiledPolicy policy;
  private final List<Leaf> leaves;
  private final List<Limit> limits;
  private final List<SearchRow> rows = new ArrayList<>();

  /** For each value that counts once, the last holding that has it. */
  private final int[] lastOf;

  /** The last holding that has to give something; -1 when none has to. */
  private int lastGiver = -1;

  private final long[] slack;
  private final boolean allCompete;
  private final Bounds bounds;
  private final Seen seen = new Seen();
  private final Budget budget;

  Search(Component component, Measures measures, long[] slack, Budget budget) {
    this.component = component;
    policy = component.policy();
    leaves = component.leaves();
    limits = component.limits();
    this.slack = slack;
    this.budget = budget;
    allCompete = component.allCompete();
    Map<Long, Integer> values = new HashMap<>();
    boolean nested = Steps.isNested(component);
    long common = Steps.common(component);
    for (Row row : SearchOrder.of(component)) {
      long step = row.step() == 0 ? 0 : Steps.of(row, nested, common);
      rows.add(SearchRow.of(row, component, values, step));
    }
    lastOf = new int[values.size()];
    for (int r = 0; r < rows.size(); r++) {
      for (int value : rows.get(r).values()) {
        if (value != SearchRow.ANY) {
          lastOf[value] = r;
        }
      }
      if (LongStream.of(rows.get(r).row().floors()).anyMatch(floor -> floor > 0)) {
        lastGiver = r;
      }
    }
    bounds = new Bounds(rows, leaves, limits, measures, allCompete, budget);
  }

  /** An assignment that lacks no more than may be lacking, or null when there is none. */
  @Nullable Assignment run() {
    List<Frame> stack = new ArrayList<>();
    long[] need = leaves.stream().mapToLong(Leaf::need).toArray();
    Frame frame = new Frame(0, need, new long[limits.size()], new BitSet());
    while (true) {
      budget.spend(1);
      if (frame.row > lastGiver && bounds.isDone(frame.need, frame.load, slack)) {
        return assignment(stack);
      }
      if (frame.row < rows.size()
          && bounds.isOpen(frame.row, frame.need, frame.load, slack)
          && seen.isNew(frame.row, frame.need, frame.load, frame.taken)) {
        frame.options = options(frame);
        stack.add(frame);
      }
      while (!stack.isEmpty() && stack.get(stack.size() - 1).isExhausted()) {
        stack.remove(stack.size() - 1);
      }
      if (stack.isEmpty()) {
        return null;
      }
      frame = step(stack.get(stack.size() - 1));
    }
  }

  private Frame step(Frame frame) {
    Option option = frame.options.get(frame.next++);
    SearchRow row = rows.get(frame.row);
    long[] need = frame.need.clone();
    BitSet taken = (BitSet) frame.taken.clone();
    for (int i = 0; i < option.slots().length; i++) {
      int slot = option.slots()[i];
      int leaf = row.leaves()[slot];
      need[leaf] = Math.max(0, need[leaf] - option.amounts()[i]);
      if (row.values()[slot] != SearchRow.ANY) {
        taken.set(row.values()[slot]);
      }
    }
    taken.stream().filter(value -> lastOf[value] <= frame.row).forEach(taken::clear);
    return new Frame(frame.row + 1, need, loads(frame, row, option), taken);
  }

  private long[] loads(Frame frame, SearchRow row, Option option) {
    long[] load = frame.load;
    for (int l : row.limits()) {
      Limit limit = limits.get(l);
      for (int i = 0; i < option.slots().length; i++) {
        int leaf = leaves.get(row.leaves()[option.slots()[i]]).index();
        if (limit.leaves().get(leaf)) {
          load = load == frame.load ? frame.load.clone() : load;
          long more = row.row().weight(limit, leaf, option.amounts()[i]);
          // What a minimum has above itself never matters.
          long sum = Decimals.add(load[l], more);
          load[l] = limit.soft() ? Math.max(limit.atMost(), sum) : sum;
          break;
        }
      }
    }
    return load;
  }

  /** The sets of slots that a holding may fill here; none part of a better one, as far as known. */
  private List<Option> options(Frame frame) {
    SearchRow row = rows.get(frame.row);
    int[] useful =
        IntStream.range(0, row.leaves().length)
            .filter(slot -> isUseful(frame, row, slot))
            .toArray();
    boolean restricted = row.isRestricted();
    if (row.step() > 0) {
      return splits(frame, row, useful, restricted);
    }
    List<Option> options = new ArrayList<>();
    if (allCompete) {
      for (int slot : useful) {
        options.add(Option.whole(row, slot));
      }
    } else {
      if (useful.length > MAX_TOGETHER) {
        throw new Budget.Exceeded();
      }
      together(row, useful, new int[0], restricted, options);
    }
    // To leave a holding out is better only where a limit minds it, or where another one comes
    // that has the same value.
    boolean another =
        IntStream.of(useful)
            .map(slot -> row.values()[slot])
            .anyMatch(value -> value != SearchRow.ANY && lastOf[value] > frame.row);
    if (useful.length == 0 || restricted || another) {
      options.removeIf(option -> option.slots().length == 0);
      options.add(Option.NOTHING);
    }
    options.removeIf(option -> !option.reaches(row, leaves));
    budget.spend(options.size());
    return options;
  }

  private List<Option> splits(Frame frame, SearchRow row, int[] useful, boolean restricted) {
    long[] most = new long[row.leaves().length];
    for (int slot : useful) {
      long floor = row.row().floor(leaves.get(row.leaves()[slot]).index());
      most[slot] = Math.max(floor, frame.need[row.leaves()[slot]]);
      for (int l : row.limits()) {
        Limit limit = limits.get(l);
        if (limit.soft() && limit.leaves().get(leaves.get(row.leaves()[slot]).index())) {
          most[slot] = Math.max(most[slot], frame.load[l] - limit.atMost());
        }
      }
    }
    return new Splits(component, row, most, restricted, budget).options();
  }

  private boolean isUseful(Frame frame, SearchRow row, int slot) {
    int value = row.values()[slot];
    if (value != SearchRow.ANY && frame.taken.get(value)) {
      return false;
    }
    int leaf = row.leaves()[slot];
    if (frame.need[leaf] > 0 || row.row().floor(leaves.get(leaf).index()) > 0) {
      return true;
    }
    for (int i = 0; i < row.limits().length; i++) {
      Limit limit = limits.get(row.limits()[i]);
      if (row.weights()[i] < 0
          && limit.leaves().get(leaves.get(leaf).index())
          && (!limit.soft() || frame.load[row.limits()[i]] > limit.atMost())) {
        return true;
      }
    }
    return false;
  }

  /** The sets of slots that may be filled together: all of them, or only the largest. */
  private void together(
      SearchRow row, int[] open, int[] chosen, boolean all, List<Option> options) {
    budget.spend(open.length + 1);
    for (int a : open) {
      int[] without = IntStream.of(open).filter(b -> b != a).toArray();
      int[] free = IntStream.of(without).filter(b -> !compete(row, a, b)).toArray();
      if (all || free.length < without.length) {
        int[] with = Arrays.copyOf(chosen, chosen.length + 1);
        with[chosen.length] = a;
        together(row, free, with, all, options);
        together(row, without, chosen, all, options);
        return;
      }
    }
    int[] option = Arrays.copyOf(chosen, chosen.length + open.length);
    System.arraycopy(open, 0, option, chosen.length, open.length);
    options.add(Option.whole(row, option));
  }

  private boolean compete(SearchRow row, int a, int b) {
    int leafA = row.leaves()[a];
    int leafB = row.leaves()[b];
    return leafA == leafB || policy.compete(leaves.get(leafA).index(), leaves.get(leafB).index());
  }

  private Assignment assignment(List<Frame> stack) {
    Assignment assignment = new Assignment();
    for (Frame frame : stack) {
      SearchRow row = rows.get(frame.row);
      Option option = frame.options.get(frame.next - 1);
      for (int i = 0; i < option.slots().length; i++) {
        int leaf = leaves.get(row.leaves()[option.slots()[i]]).index();
        assignment.add(leaf, row.row(), option.amounts()[i]);
      }
    }
    return assignment;
  }

  /** What a holding gives to which of its slots. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Option(int[] slots, long[] amounts) {
    static final Option NOTHING = new Option(new int[0], new long[0]);

    static Option whole(SearchRow row, int... slots) {
      return new Option(slots, IntStream.of(slots).mapToLong(s -> row.amounts()[s]).toArray());
    }

    /** Whether it gives to every leaf what it has to. */
    boolean reaches(SearchRow row, List<Leaf> leaves) {
      if (row.row().floors().length > 0) {
        for (int leaf : row.row().leaves()) {
          long given = 0;
          for (int i = 0; i < slots.length; i++) {
            given += leaves.get(row.leaves()[slots[i]]).index() == leaf ? amounts[i] : 0;
          }
          if (given < row.row().floor(leaf)) {
            return false;
          }
        }
      }
      return true;
    }
  }

  /** One holding on the way down. */
  private static final class Frame {
    final int row;

    /** What the leaves still need. */
    final long[] need;

    /** What is used up of the limits. */
    final long[] load;

    /** Values that are taken and that later holdings have, too. */
    final BitSet taken;

    List<Option> options = List.of();
    int next;

    Frame(int row, long[] need, long[] load, BitSet taken) {
      this.row = row;
      this.need = need;
      this.load = load;
      this.taken = taken;
    }

    boolean isExhausted() {
      return next == options.size();
    }
  }
}
