package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.DistinctBy;
import org.microcred.stacking.Holding;
import org.microcred.stacking.PartResult;
import org.microcred.stacking.Reason;
import org.microcred.stacking.Rule;
import org.microcred.stacking.RuleResult;
import org.microcred.stacking.RuleResult.State;
import org.microcred.stacking.Unused;
import org.microcred.stacking.UnverifiedHolding;
import org.microcred.stacking.Use;

/** What became of every rule and of every holding under one assignment. */
final class Report {
  private final CompiledPolicy policy;
  private final Admission admission;
  private final Eligibility eligibility;
  private final List<Use> uses;

  /** The leaves that each used holding serves. */
  private final Map<Integer, List<Integer>> served = new HashMap<>();

  /** The uses of each leaf, and the values by which they are told apart. */
  private final Map<String, List<Use>> usesOf = new HashMap<>();

  private final Map<String, Set<String>> valuesOf = new HashMap<>();

  /** What each holding adds for certain. */
  private final Map<Integer, Row> rows = new HashMap<>();

  private final PartReport parts;
  private final Obstacles obstacles;
  private final long[] least;
  private final long[] most;
  private final long[] counted;
  private final List<List<Integer>> linked = new ArrayList<>();

  Report(
      CompiledPolicy policy, Admission admission, Eligibility eligibility, Assignment assignment) {
    this.policy = policy;
    this.admission = admission;
    this.eligibility = eligibility;
    uses = uses(policy, admission.admitted, assignment);
    for (Use use : uses) {
      usesOf.computeIfAbsent(use.rule(), r -> new ArrayList<>()).add(use);
    }
    counted = new long[policy.leaves.size()];
    for (Assignment.Service service : assignment.sorted()) {
      served.computeIfAbsent(service.row().holding(), h -> new ArrayList<>()).add(service.leaf());
      counted[service.leaf()] = Decimals.add(counted[service.leaf()], service.amount());
      Leaf leaf = policy.leaves.get(service.leaf());
      Holding holding = admission.admitted.get(service.row().holding());
      valuesOf
          .computeIfAbsent(leaf.id(), r -> new HashSet<>())
          .addAll(RowMaker.identities(by(leaf), holding));
    }
    List<Integer> all = new ArrayList<>();
    policy.leaves.forEach(leaf -> linked.add(new ArrayList<>()));
    for (int h = 0; h < admission.admitted.size(); h++) {
      int holding = h;
      all.add(h);
      eligibility.links(h).forEach(link -> linked.get(link.leaf()).add(holding));
    }
    Instance certain = eligibility.pessimistic(all);
    certain.rows().forEach(row -> rows.put(row.holding(), row));
    parts = new PartReport(policy, admission.admitted, assignment);
    obstacles = new Obstacles(policy, certain.limits(), assignment);
    least = totals(certain);
    most = totals(eligibility.optimistic(all));
  }

  private long[] totals(Instance instance) {
    Tally tally = new Tally(policy.leaves, instance.rows(), new Budget(Long.MAX_VALUE));
    long[] totals = new long[policy.leaves.size()];
    policy.leaves.forEach(leaf -> totals[leaf.index()] = tally.total(leaf.index()));
    return totals;
  }

  /** Which holding serves which rule. */
  static List<Use> uses(CompiledPolicy policy, List<Holding> holdings, Assignment assignment) {
    List<Use> uses = new ArrayList<>(assignment.services.size());
    for (Assignment.Service service : assignment.sorted()) {
      Leaf leaf = policy.leaves.get(service.leaf());
      uses.add(
          new Use(
              holdings.get(service.row().holding()),
              leaf.id(),
              leaf.toDecimal(service.amount()),
              leaf.unit()));
    }
    return uses;
  }

  List<Use> uses() {
    return uses;
  }

  RuleResult tree() {
    return result(policy.root);
  }

  private RuleResult result(Node node) {
    if (node instanceof Node.One one) {
      return leaf(policy.leaves.get(one.leaf()));
    }
    Node.Some some = (Node.Some) node;
    if (some.nodes().isEmpty()) {
      boolean applies = !(some.rule() instanceof Rule.When when) || when.applies();
      return new RuleResult(
          some.rule(),
          applies ? State.WAIVED : State.NOT_APPLICABLE,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    List<RuleResult> inner = some.nodes().stream().map(this::result).toList();
    long met = inner.stream().filter(Report::isMet).count();
    long could = met + inner.stream().filter(r -> r.state() == State.NOT_NEEDED).count();
    long maybe = could + inner.stream().filter(r -> r.state() == State.UNKNOWN).count();
    State state =
        met >= some.atLeast()
            ? State.MET
            : could >= some.atLeast()
                ? State.NOT_NEEDED
                : maybe >= some.atLeast() ? State.UNKNOWN : State.UNMET;
    return new RuleResult(
        some.rule(),
        state,
        BigDecimal.valueOf(some.atLeast()),
        BigDecimal.valueOf(could),
        BigDecimal.valueOf(Math.min(met, some.atLeast())),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        state == State.MET ? inner.stream().map(Report::notNeeded).toList() : inner);
  }

  private static boolean isMet(RuleResult result) {
    return switch (result.state()) {
      case MET, WAIVED, NOT_APPLICABLE -> true;
      case UNMET, UNKNOWN, NOT_NEEDED -> false;
    };
  }

  /** Inside a rule that is met, what is not met is not needed. */
  private static RuleResult notNeeded(RuleResult result) {
    return isMet(result)
        ? result
        : new RuleResult(
            result.rule(),
            State.NOT_NEEDED,
            result.need(),
            result.have(),
            result.counts(),
            result.unit(),
            result.uses(),
            result.unused(),
            result.parts(),
            result.rules().stream().map(Report::notNeeded).toList());
  }

  private RuleResult leaf(Leaf leaf) {
    int l = leaf.index();
    State state = State.UNMET;
    boolean whole = parts.of(leaf).stream().allMatch(PartResult::met);
    if (counted[l] >= leaf.need() && whole) {
      state = State.MET;
    } else if (counted[l] == 0 && isSpare(leaf)) {
      state = State.NOT_NEEDED;
    } else if (most[l] >= leaf.need() && least[l] < leaf.need()) {
      state = State.UNKNOWN;
    }
    return new RuleResult(
        leaf.rule(),
        state,
        leaf.toDecimal(leaf.need()),
        leaf.toDecimal(least[l]),
        leaf.toDecimal(counted[l]),
        leaf.unit(),
        usesOf.getOrDefault(leaf.id(), List.of()),
        linked.get(l).stream().flatMap(h -> notUsedHere(leaf, h).stream()).toList(),
        parts.of(leaf),
        List.of());
  }

  /** Whether a leaf that nothing serves could be met by what is not used elsewhere. */
  private boolean isSpare(Leaf leaf) {
    List<Row> left =
        linked.get(leaf.index()).stream()
            .filter(h -> !isTaken(leaf, h))
            .flatMap(h -> Optional.ofNullable(rows.get(h)).stream())
            .filter(row -> row.serves(leaf.index()))
            .map(row -> row.only(leaf.index()))
            .toList();
    return new Tally(policy.leaves, left, new Budget(Long.MAX_VALUE)).reaches(leaf.index());
  }

  private boolean isTaken(Leaf leaf, int h) {
    return served.getOrDefault(h, List.of()).stream()
        .anyMatch(other -> policy.compete(other, leaf.index()));
  }

  private Optional<Unused> notUsedHere(Leaf leaf, int h) {
    if (served.getOrDefault(h, List.of()).contains(leaf.index())) {
      return Optional.empty();
    }
    Reason reason = Reason.NOT_NEEDED;
    if (!isCertain(h, leaf.index()) && !isForbidden(h, leaf)) {
      reason = Reason.UNKNOWN_FACT;
    } else if (isTaken(leaf, h)) {
      reason = Reason.ALREADY_USED;
    } else if (isRepeat(leaf, h)) {
      reason = Reason.DUPLICATE;
    } else {
      reason = obstacle(h, leaf).orElse(reason);
    }
    Holding holding = admission.admitted.get(h);
    return Optional.of(unused(holding, reason, Optional.of(leaf.id())));
  }

  private Optional<Reason> obstacle(int h, Leaf leaf) {
    return Optional.ofNullable(rows.get(h)).flatMap(row -> obstacles.against(row, leaf.index()));
  }

  /** Whether a holding would count in a leaf, if something that is known did not forbid it. */
  private boolean isForbidden(int h, Leaf leaf) {
    return eligibility.links(h).stream()
            .anyMatch(link -> link.leaf() == leaf.index() && eligibility.counts(h, link))
        && eligibility.unknowns(h, leaf).isEmpty();
  }

  private boolean isCertain(int h, int leaf) {
    Row row = rows.get(h);
    return row != null && row.amount(leaf) > 0;
  }

  /** Whether holdings of the same kind serve a leaf that counts them once. */
  private boolean isRepeat(Leaf leaf, int h) {
    List<String> values = RowMaker.identities(by(leaf), admission.admitted.get(h));
    return (leaf.distinct() || leaf.rule() instanceof Rule.Hold)
        && !values.isEmpty()
        && valuesOf.getOrDefault(leaf.id(), Set.of()).containsAll(values);
  }

  private static DistinctBy by(Leaf leaf) {
    return leaf.distinctBy().orElse(DistinctBy.ACHIEVEMENT);
  }

  /** What is told when it is held, by id. */
  List<Holding> optional() {
    return admission.admitted.stream().filter(h -> policy.isOptional(h) == Truth.TRUE).toList();
  }

  /** Every other holding that serves nothing, by id, and those that did not verify. */
  List<Unused> unused(List<UnverifiedHolding> unverified) {
    List<Unused> unused = new ArrayList<>();
    int h = 0;
    for (int i = 0; i < admission.all.size(); i++) {
      Holding holding = admission.all.get(i);
      Reason refused = admission.refused.get(i);
      if (refused != null) {
        unused.add(unused(holding, refused, Optional.empty()));
      } else {
        if (!served.containsKey(h) && policy.isOptional(holding) != Truth.TRUE) {
          unused.add(unserved(h, holding));
        }
        h++;
      }
    }
    admission.unfinished.forEach(
        holding -> unused.add(unused(holding, Reason.NOT_COMPLETED, Optional.empty())));
    unverified.stream()
        .sorted(
            Comparator.comparing(UnverifiedHolding::digest).thenComparing(UnverifiedHolding::check))
        .map(
            u ->
                new Unused(
                    u.digest(),
                    Reason.UNVERIFIED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(u.check())))
        .forEach(unused::add);
    return unused;
  }

  private Unused unserved(int h, Holding holding) {
    List<Eligibility.Link> links = eligibility.links(h);
    if (links.isEmpty() && eligibility.isSeen(h)) {
      return admission
          .lapses
          .get(h)
          .map(lapse -> unused(holding, lapse, Optional.empty()))
          .orElseGet(() -> nearMiss(holding));
    } else if (links.isEmpty()) {
      return unused(holding, Reason.UNKNOWN_FACT, Optional.empty());
    }
    Leaf first = policy.leaves.get(links.get(0).leaf());
    Reason reason = Reason.UNKNOWN_FACT;
    for (Eligibility.Link link : links) {
      Leaf leaf = policy.leaves.get(link.leaf());
      if (isRepeat(leaf, h)) {
        return unused(holding, Reason.DUPLICATE, Optional.of(leaf.id()));
      }
      if (isCertain(h, link.leaf()) || isForbidden(h, leaf)) {
        Optional<Reason> obstacle = obstacle(h, leaf);
        if (obstacle.isEmpty()) {
          return unused(holding, Reason.NOT_NEEDED, Optional.of(leaf.id()));
        } else if (reason == Reason.UNKNOWN_FACT) {
          reason = obstacle.get();
          first = leaf;
        }
      }
    }
    return unused(holding, reason, Optional.of(first.id()));
  }

  /** Of all leaves that could look at a holding, the one that it came closest to. */
  private Unused nearMiss(Holding holding) {
    Reason closest = Reason.NOT_ON_LIST;
    Optional<String> rule = Optional.empty();
    for (Leaf leaf : policy.candidates(holding)) {
      Reason reason = Reason.BELOW_MINIMUM;
      if (policy.filters.test(leaf.filter(), holding) == Truth.FALSE) {
        reason = policy.reasons.of(leaf.filter(), holding);
      } else if (leaf.scope().which().isPresent() && isOtherAttempt(leaf, holding)) {
        return unused(holding, Reason.DUPLICATE, Optional.of(leaf.id()));
      }
      if (Reasons.isCloser(reason, closest)) {
        closest = reason;
        rule = Optional.of(leaf.id());
      }
    }
    return unused(holding, closest, rule);
  }

  private boolean isOtherAttempt(Leaf leaf, Holding holding) {
    Budget unlimited = new Budget(Long.MAX_VALUE);
    return leaf.scope().which().stream()
        .anyMatch(which -> admission.attempts.test(which, holding, unlimited) == Truth.FALSE);
  }

  private static Unused unused(Holding holding, Reason reason, Optional<String> rule) {
    return new Unused(holding.id(), reason, Optional.of(holding), rule, Optional.empty());
  }
}
