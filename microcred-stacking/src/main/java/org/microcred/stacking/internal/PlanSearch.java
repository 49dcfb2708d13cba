package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the cheapest sets of candidates that complete an award: each is taken or left, the cheapest
 * for what it does first; cut where what is left cannot complete it, or only at a higher price.
 */
final class PlanSearch {
  private final Eligibility eligibility;
  private final Instance instance;
  private final List<Candidate> candidates;

  /** Ids of the achievements that are held. */
  private final Set<String> held;

  private final int alternatives;
  private final Budget budget;
  private final PlanBound bound;
  private final List<Found> found = new ArrayList<>();

  /** A set of candidates that completes the award. */
  record Found(BitSet taken, long cost) {}

  PlanSearch(
      Eligibility eligibility,
      Instance instance,
      List<Candidate> candidates,
      Set<String> held,
      int alternatives,
      Budget budget) {
    this.eligibility = eligibility;
    this.instance = instance;
    this.candidates = candidates;
    this.held = held;
    this.alternatives = alternatives;
    this.budget = budget;
    bound = new PlanBound(instance, candidates);
  }

  /** Looks at all sets that matter; {@link #found()} is complete when it returns. */
  void run() {
    BitSet open = new BitSet();
    open.set(0, candidates.size());
    if (completes(new BitSet(), open)) {
      look(0, new BitSet(), open, 0);
    }
  }

  /** What was found, the cheapest first. */
  List<Found> found() {
    return found;
  }

  /**
   * Looks at the candidates from one on.
   *
   * @param taken those before it that are taken; with the open ones they complete the award
   */
  private void look(int next, BitSet taken, BitSet open, long cost) {
    budget.spend(1 + candidates.size() / 64);
    long least = bound.of(taken, open, budget);
    if (least == PlanBound.NEVER || isTooDear(Decimals.add(cost, least))) {
      return;
    }
    if (isClosed(taken) && completes(taken, new BitSet())) {
      if (isMinimal(taken)) {
        keep(new Found((BitSet) taken.clone(), cost));
      }
      return;
    }
    if (next == candidates.size()) {
      return;
    }
    open.clear(next);
    taken.set(next);
    skip(taken, open, next, Decimals.add(cost, candidates.get(next).cost()));
    taken.clear(next);
    // Of candidates that do the same one is left only when all after it are.
    List<Integer> same = new ArrayList<>();
    for (int c = open.nextSetBit(next); c >= 0; c = open.nextSetBit(c + 1)) {
      if (isSame(candidates.get(next), candidates.get(c))) {
        same.add(c);
      }
    }
    same.forEach(open::clear);
    if (completes(taken, open)) {
      skip(taken, open, next, cost);
    }
    same.forEach(open::set);
    open.set(next);
  }

  /** Goes on with the next candidate that is open. */
  private void skip(BitSet taken, BitSet open, int last, long cost) {
    int following = open.nextSetBit(last + 1);
    look(following < 0 ? candidates.size() : following, taken, open, cost);
  }

  private boolean isTooDear(long cost) {
    return found.size() == alternatives && cost >= found.get(alternatives - 1).cost();
  }

  private void keep(Found plan) {
    found.add(plan);
    found.sort(Comparator.comparingLong(Found::cost));
    if (found.size() > alternatives) {
      found.remove(alternatives);
    }
  }

  private boolean completes(BitSet taken, BitSet open) {
    BitSet all = (BitSet) taken.clone();
    all.or(open);
    List<Candidate> some = all.stream().mapToObj(candidates::get).toList();
    Instance completed =
        eligibility.with(
            instance,
            some.stream().map(Candidate::holding).toList(),
            some.stream().map(Candidate::row).toList(),
            budget);
    return Solver.earns(completed, budget);
  }

  /** Whether everything that is required is held or taken. */
  boolean isClosed(BitSet taken) {
    Set<String> there = new HashSet<>(held);
    taken.stream().forEach(c -> there.addAll(candidates.get(c).gives()));
    return taken.stream().allMatch(c -> there.containsAll(candidates.get(c).requires()))
        && order(taken).size() == taken.cardinality();
  }

  /** The candidates in an order in which they can be earned; fewer where they need each other. */
  List<Candidate> order(BitSet taken) {
    Set<String> there = new HashSet<>(held);
    List<Candidate> order = new ArrayList<>();
    BitSet left = (BitSet) taken.clone();
    boolean more = true;
    while (more) {
      more = false;
      for (int c = left.nextSetBit(0); c >= 0 && !more; c = left.nextSetBit(c + 1)) {
        budget.spend(1);
        if (there.containsAll(candidates.get(c).requires())) {
          order.add(candidates.get(c));
          there.addAll(candidates.get(c).gives());
          left.clear(c);
          more = true;
        }
      }
    }
    return order;
  }

  private boolean isMinimal(BitSet taken) {
    BitSet fewer = (BitSet) taken.clone();
    for (int c = taken.nextSetBit(0); c >= 0; c = taken.nextSetBit(c + 1)) {
      fewer.clear(c);
      if (isClosed(fewer) && completes(fewer, new BitSet())) {
        return false;
      }
      fewer.set(c);
    }
    return true;
  }

  /** Whether two candidates do and cost the same, and nothing else is known of them. */
  private boolean isSame(Candidate a, Candidate b) {
    return a.cost() == b.cost()
        && a.inProgress() == b.inProgress()
        && a.row().does(b.row())
        && a.requires().equals(b.requires())
        && a.holding().partOf().isEmpty()
        && b.holding().partOf().isEmpty()
        && candidates.stream()
            .noneMatch(
                c ->
                    c.requires().stream()
                        .anyMatch(id -> a.gives().contains(id) || b.gives().contains(id)));
  }
}
