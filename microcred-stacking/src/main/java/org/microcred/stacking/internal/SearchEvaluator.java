package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Leaves of any kind that compete for indivisible holdings: bounded exact search. */
final class SearchEvaluator implements Evaluator {
  static final SearchEvaluator INSTANCE = new SearchEvaluator();

  private SearchEvaluator() {}

  @Override
  public @Nullable Assignment solve(Component component, Budget budget) {
    int[] groups = groups(component.leaves());
    return new Search(component, groups, new long[count(groups)], budget).run();
  }

  @Override
  public Assignment nearest(Component component, Budget budget) {
    int[] groups = groups(component.leaves());
    long[] slack = new long[count(groups)];
    for (Leaf leaf : component.leaves()) {
      slack[groups[component.leaves().indexOf(leaf)]] += leaf.need();
    }
    Assignment best = new Assignment();
    for (int g = 0; g < slack.length; g++) {
      long low = 0;
      while (low < slack[g]) {
        long[] tried = slack.clone();
        tried[g] = low + (slack[g] - low) / 2;
        Assignment found = new Search(component, groups, tried, budget).run();
        if (found == null) {
          low = tried[g] + 1;
        } else {
          best = found;
          slack[g] = Math.min(tried[g], missing(component, groups, found, g));
        }
      }
    }
    return best;
  }

  private static long missing(Component component, int[] groups, Assignment found, int group) {
    long missing = 0;
    for (int l = 0; l < groups.length; l++) {
      Leaf leaf = component.leaves().get(l);
      if (groups[l] == group) {
        missing += Math.max(0, leaf.need() - found.total(leaf.index()));
      }
    }
    return missing;
  }

  /** Leaves whose shortages can be added: those that count holdings, and those of one measure. */
  static int[] groups(List<Leaf> leaves) {
    Map<List<Object>, Integer> numbers = new LinkedHashMap<>();
    numbers.put(List.of(), 0);
    int[] groups = new int[leaves.size()];
    for (int l = 0; l < groups.length; l++) {
      Leaf leaf = leaves.get(l);
      List<Object> measure =
          leaf.sum().map(sum -> List.<Object>of(sum.of(), leaf.unit())).orElse(List.of());
      groups[l] = numbers.computeIfAbsent(measure, m -> numbers.size());
    }
    return groups;
  }

  private static int count(int[] groups) {
    return IntStream.of(groups).max().orElse(0) + 1;
  }

  /**
   * Depth first over the holdings, the most constrained first; at each, over the leaves that it may
   * serve. Cut where what is left cannot reach what is needed, and where the same needs were met
   * before the same holdings already. No recursion: the depth is the number of holdings.
   */
  private static final class Search {
    private static final int MAX_PARTLY_FREE = 64;

    private final CompiledPolicy policy;
    private final List<Leaf> leaves;
    private final List<Row> rows;
    private final int[][] served;
    private final long[] slack;
    private final boolean allCompete;
    private final Bounds bounds;
    private final Seen seen = new Seen();
    private final Budget budget;

    Search(Component component, int[] groups, long[] slack, Budget budget) {
      policy = component.policy();
      leaves = component.leaves();
      this.slack = slack;
      this.budget = budget;
      allCompete = component.allCompete();
      rows = SearchOrder.of(component);
      int[] all = leaves.stream().mapToInt(Leaf::index).toArray();
      served = new int[rows.size()][];
      for (int i = 0; i < served.length; i++) {
        served[i] =
            IntStream.of(rows.get(i).leaves()).map(l -> Arrays.binarySearch(all, l)).toArray();
      }
      bounds = new Bounds(rows, served, groups, allCompete, budget);
    }

    @Nullable Assignment run() {
      List<Frame> stack = new ArrayList<>();
      long[] need = leaves.stream().mapToLong(Leaf::need).toArray();
      Frame frame = new Frame(0, need, new boolean[leaves.size()]);
      while (true) {
        budget.spend(1);
        if (bounds.isDone(frame.need, slack)) {
          return assignment(stack);
        }
        if (frame.row < rows.size()
            && bounds.isOpen(frame.row, frame.need, slack)
            && seen.isNew(frame.row, frame.need, frame.taken)) {
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
      int[] option = frame.options.get(frame.next++);
      long[] need = frame.need.clone();
      boolean[] taken = frame.taken.clone();
      Row row = rows.get(frame.row);
      for (int l : option) {
        need[l] = Math.max(0, need[l] - row.amount(leaves.get(l).index()));
        taken[l] = leaves.get(l).distinct();
      }
      int following = frame.row + 1;
      boolean sameKey = following < rows.size() && rows.get(following).key() == row.key();
      return new Frame(following, need, sameKey ? taken : new boolean[taken.length]);
    }

    /** The sets of leaves that a holding may serve here, none of them part of a better one. */
    private List<int[]> options(Frame frame) {
      int[] useful =
          IntStream.of(served[frame.row])
              .filter(l -> frame.need[l] > 0 && !frame.taken[l])
              .toArray();
      List<int[]> options = new ArrayList<>();
      if (allCompete) {
        for (int l : useful) {
          options.add(new int[] {l});
        }
      } else {
        if (useful.length > MAX_PARTLY_FREE) {
          throw new Budget.Exceeded();
        }
        together(useful, options);
      }
      // To leave a holding out is better only where another for the same achievement comes.
      boolean another =
          frame.row + 1 < rows.size()
              && rows.get(frame.row + 1).key() == rows.get(frame.row).key()
              && IntStream.of(useful).anyMatch(l -> leaves.get(l).distinct());
      if (useful.length == 0 || another) {
        options.add(new int[0]);
      }
      budget.spend(options.size());
      return options;
    }

    private void together(int[] useful, List<int[]> options) {
      budget.spend(useful.length + 1);
      for (int a : useful) {
        int[] free = IntStream.of(useful).filter(b -> !compete(a, b)).toArray();
        if (free.length < useful.length) {
          together(free, options);
          together(IntStream.of(useful).filter(b -> b != a).toArray(), options);
          return;
        }
      }
      if (useful.length > 0) {
        options.add(useful);
      }
    }

    private boolean compete(int a, int b) {
      return policy.compete(leaves.get(a).index(), leaves.get(b).index());
    }

    private Assignment assignment(List<Frame> stack) {
      Assignment assignment = new Assignment();
      for (Frame frame : stack) {
        for (int l : frame.options.get(frame.next - 1)) {
          assignment.add(leaves.get(l).index(), rows.get(frame.row));
        }
      }
      return assignment;
    }
  }

  /** One holding on the way down. */
  private static final class Frame {
    final int row;
    final long[] need;

    /** Leaves that the achievement of the last holding serves already. */
    final boolean[] taken;

    List<int[]> options = List.of();
    int next;

    Frame(int row, long[] need, boolean[] taken) {
      this.row = row;
      this.need = need;
      this.taken = taken;
    }

    boolean isExhausted() {
      return next == options.size();
    }
  }
}
