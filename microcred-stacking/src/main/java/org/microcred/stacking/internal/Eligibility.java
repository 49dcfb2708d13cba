package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.microcred.stacking.Holding;

/**
 * What every admitted holding can do in every leaf, seen twice: pessimistic, where a fact that is
 * not known never helps, and optimistic, where it always does.
 */
final class Eligibility {
  /** Work to ask one filter about one holding. */
  private static final int LINK = 8;

  /**
   * What one holding can do in one leaf.
   *
   * @param leaf the leaf
   * @param least what it adds for certain
   * @param most what it adds at best
   */
  record Link(int leaf, long least, long most) {}

  private final CompiledPolicy policy;
  private final List<Holding> holdings;
  private final List<Set<String>> unaccepted;
  private final Admission admission;
  private final List<List<Link>> links = new ArrayList<>();
  private final RowMaker rows;

  /** The rows that were made, by holding. */
  private final List<@Nullable Row> forCertain = new ArrayList<>();

  private final List<@Nullable Row> atBest = new ArrayList<>();

  private int complete;

  private Eligibility(CompiledPolicy policy, Admission admission, Wholes wholes) {
    this.policy = policy;
    this.holdings = admission.admitted;
    this.unaccepted = admission.unknowns;
    this.admission = admission;
    rows = new RowMaker(policy, wholes, admission.adjustments);
  }

  static Eligibility of(CompiledPolicy policy, Admission admission, Budget budget) {
    Wholes wholes = Wholes.NONE;
    boolean whole = false;
    try {
      wholes = new Wholes(admission.admitted, policy, budget);
      whole = true;
    } catch (Budget.Exceeded e) {
      // Then no holding is looked at.
    }
    Eligibility eligibility = new Eligibility(policy, admission, wholes);
    for (int h = 0; h < eligibility.holdings.size(); h++) {
      eligibility.links.add(List.of());
    }
    if (whole) {
      eligibility.look(budget);
    }
    return eligibility;
  }

  private void look(Budget budget) {
    try {
      for (int h = 0; h < holdings.size(); h++) {
        Holding holding = holdings.get(h);
        List<Link> found = new ArrayList<>();
        budget.spend((long) LINK * policy.limits.size());
        for (Leaf leaf : candidates(holding)) {
          budget.spend(LINK + leaf.work());
          Truth inScope = inScope(leaf, h, budget);
          link(leaf, holding, inScope).ifPresent(found::add);
        }
        links.set(h, found);
        complete = h + 1;
      }
    } catch (Budget.Exceeded e) {
      // What was not looked at does not count for certain.
    }
  }

  /** What a holding can do in a leaf; empty when it does not count there. */
  private Optional<Link> link(Leaf leaf, Holding holding, Truth inScope) {
    Adjustments adjustments = admission.adjustments;
    Truth passes =
        adjustments
            .counts(holding, leaf.id())
            .orElseGet(() -> policy.passes(leaf, adjustments.view(holding)));
    Truth counts = inScope.and(passes);
    if (counts != Truth.FALSE) {
      counts = counts.and(policy.isOptional(holding).not());
    }
    if (counts == Truth.FALSE) {
      return Optional.empty();
    }
    long least = 1;
    long most = 1;
    long credits = policy.credits(leaf, holding);
    if (credits >= 0) {
      least = credits;
      most = credits;
    } else if (leaf.sum().isPresent()) {
      Facts.Quantity quantity = policy.facts.quantity(leaf.sum().get(), holding);
      least = quantity.known().map(Decimals::floor).orElse(0L);
      most = quantity.known().map(Decimals::ceiling).orElse(leaf.need());
    }
    return most == 0
        ? Optional.empty()
        : Optional.of(new Link(leaf.index(), counts == Truth.TRUE ? least : 0, most));
  }

  /** The leaves that can look at a holding at all. */
  private List<Leaf> candidates(Holding holding) {
    Adjustments adjustments = admission.adjustments;
    return adjustments.isInserted(holding)
        ? policy.leaves
        : policy.candidates(adjustments.view(holding));
  }

  /** Whether a leaf looks at a holding at all. */
  private Truth inScope(Leaf leaf, int h, Budget budget) {
    Holding holding = holdings.get(h);
    Truth stands =
        admission.lapses.get(h).isEmpty()
            ? Truth.TRUE
            : Standing.test(leaf.scope().inForce(), holding, policy.filters.days);
    return leaf.scope().which().isEmpty() || stands == Truth.FALSE
        ? stands
        : stands.and(admission.attempts.test(leaf.scope().which().get(), holding, budget));
  }

  List<Link> links(int holding) {
    return links.get(holding);
  }

  /** Whether every holding was looked at before the work allowed ended. */
  boolean isComplete() {
    return complete == holdings.size();
  }

  /** Whether a holding was looked at. */
  boolean isSeen(int h) {
    return h < complete;
  }

  /** Whether a holding was not looked at, or something that it does not say could matter. */
  boolean isVague(int h) {
    return h >= complete
        || !unaccepted.get(h).isEmpty()
        || links.get(h).stream().anyMatch(link -> link.least() < link.most())
        || rows.isVague(holdings.get(h), links.get(h));
  }

  /** Whether some fact is not known, so that the two views differ. */
  boolean hasUnknowns() {
    for (int h = 0; h < holdings.size(); h++) {
      if (!links.get(h).isEmpty() && isVague(h)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a holding counts in a leaf for certain. */
  boolean counts(int h, Link link) {
    return link.least() > 0 && unaccepted.get(h).isEmpty();
  }

  Instance pessimistic(List<Integer> order) {
    return instance(order, false);
  }

  Instance optimistic(List<Integer> order) {
    return instance(order, true);
  }

  private Instance instance(List<Integer> order, boolean optimistic) {
    List<@Nullable Row> made = optimistic ? atBest : forCertain;
    while (made.size() < holdings.size()) {
      made.add(null);
    }
    List<Row> found = new ArrayList<>(order.size());
    for (int h : order) {
      if (optimistic || unaccepted.get(h).isEmpty()) {
        Row row = made.get(h);
        if (row == null) {
          row = rows.row(h, holdings.get(h), links.get(h), optimistic);
          made.set(h, row);
        }
        found.add(row);
      }
    }
    return new Instance(policy, rows.limits(), found);
  }

  /** A holding from outside, seen pessimistically. */
  Row row(Holding holding, int number) {
    return rows.row(number, holding, outside(holding), false);
  }

  /** The same question with holdings from outside, seen pessimistically. */
  Instance with(Instance instance, List<Holding> more, List<Row> theirs, Budget budget) {
    List<Holding> all = new ArrayList<>(holdings);
    all.addAll(more);
    if (all.stream().allMatch(holding -> holding.partOf().isEmpty())) {
      return instance.with(theirs);
    }
    // What comes in may be the whole of what is there.
    RowMaker maker = new RowMaker(policy, new Wholes(all, policy, budget), admission.adjustments);
    List<Row> found = new ArrayList<>();
    for (Row row : instance.rows()) {
      int h = row.holding();
      found.add(maker.row(h, holdings.get(h), links.get(h), false));
    }
    for (int i = 0; i < more.size(); i++) {
      found.add(maker.row(holdings.size() + i, more.get(i), outside(more.get(i)), false));
    }
    return new Instance(policy, maker.limits(), found);
  }

  private List<Link> outside(Holding holding) {
    List<Link> counting = new ArrayList<>();
    for (Leaf leaf : policy.candidates(holding)) {
      link(leaf, holding, Truth.TRUE).ifPresent(counting::add);
    }
    return counting;
  }

  /** The facts that keep a holding from counting in a leaf for certain. */
  Set<String> unknowns(int h, Leaf leaf) {
    Set<String> facts = new TreeSet<>();
    Holding holding = holdings.get(h);
    if (admission.adjustments.counts(holding, leaf.id()).isEmpty()) {
      policy.filters.unknowns(leaf.filter(), admission.adjustments.view(holding), facts);
    }
    if (inScope(leaf, h, new Budget(Long.MAX_VALUE)) == Truth.UNKNOWN) {
      facts.add(leaf.scope().which().isPresent() ? "attempt" : "status");
    }
    leaf.sum()
        .map(sum -> policy.facts.quantity(sum, holding))
        .filter(Facts.Quantity::isInexact)
        .ifPresent(quantity -> facts.add(quantity.fact()));
    policy.document.optional().forEach(f -> policy.filters.unknowns(f, holding, facts));
    rows.unknowns(leaf, holding, facts);
    return facts;
  }
}
