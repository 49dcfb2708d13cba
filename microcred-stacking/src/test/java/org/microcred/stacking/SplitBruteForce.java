package org.microcred.stacking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brute force where credits may be split over sums: every way to share out every holding. Of ways
 * that give all leaves and conditions the same amounts one is followed, since nothing else is asked
 * of them. Credits are whole numbers in one unit; nothing but counts, sums, their conditions,
 * alternatives and sharing is known.
 */
final class SplitBruteForce {
  private final StackPolicy policy;
  private final KnownFacts facts;
  private final List<Rule> leaves;
  private final List<Measured> measured = new ArrayList<>();

  /**
   * What is added up: a leaf, or a condition on what it uses.
   *
   * @param leaf its number
   * @param filters what has to pass
   * @param sum whether credits are added up, or holdings
   * @param atLeast how much there must be for the leaf to be met
   * @param atMost how much there may be
   */
  private record Measured(
      int leaf,
      List<Filter> filters,
      boolean sum,
      BigDecimal atLeast,
      Optional<BigDecimal> atMost) {}

  SplitBruteForce(StackPolicy policy) {
    this.policy = policy;
    facts = new KnownFacts(policy);
    leaves = KnownFacts.leaves(policy.rule());
    for (int l = 0; l < leaves.size(); l++) {
      Rule leaf = leaves.get(l);
      List<Filter> from = List.of(KnownFacts.from(leaf));
      boolean sum = leaf instanceof Rule.Sum;
      measured.add(new Measured(l, from, sum, KnownFacts.need(leaf), Optional.empty()));
      measure(l, from, KnownFacts.parts(leaf));
    }
  }

  private void measure(int l, List<Filter> outer, List<Part> parts) {
    for (Part part : parts) {
      List<Filter> filters = new ArrayList<>(outer);
      filters.add(part.from());
      BigDecimal need = KnownFacts.need(leaves.get(l));
      measured.add(
          new Measured(
              l,
              filters,
              KnownFacts.isSum(part, leaves.get(l)),
              part.atLeast()
                  .map(b -> KnownFacts.bound(b, need, BigDecimal.ZERO))
                  .orElse(BigDecimal.ZERO),
              part.atMost().map(b -> KnownFacts.bound(b, need, BigDecimal.ZERO))));
      measure(l, filters, part.ofWhich());
    }
  }

  boolean earns(List<Holding> holdings) {
    Set<List<Integer>> reached = Set.of(measured.stream().map(m -> 0).toList());
    for (Holding holding : holdings) {
      List<int[]> ways = new ArrayList<>();
      share(holding, 0, new int[leaves.size()], ways);
      Set<List<Integer>> more = new HashSet<>();
      for (List<Integer> before : reached) {
        for (int[] way : ways) {
          add(before, holding, way).ifPresent(more::add);
        }
      }
      reached = more;
    }
    return reached.stream().anyMatch(amounts -> isMet(policy.rule(), amounts));
  }

  /** All ways to give leaves a part each; to a leaf that counts a holding is given as a whole. */
  private void share(Holding holding, int l, int[] given, List<int[]> ways) {
    if (l == leaves.size()) {
      ways.add(given.clone());
      return;
    }
    share(holding, l + 1, given, ways);
    if (facts.passes(KnownFacts.from(leaves.get(l)), holding)) {
      int whole = KnownFacts.credits(holding).intValueExact();
      int step = leaves.get(l) instanceof Rule.Sum ? step(holding, whole) : whole;
      for (int amount = step; amount < whole + step; amount += step) {
        given[l] = Math.min(amount, whole);
        if (fits(l, given, whole)) {
          share(holding, l + 1, given, ways);
        }
      }
      given[l] = 0;
    }
  }

  private int step(Holding holding, int whole) {
    return policy.divisible().stream()
        .filter(divisible -> facts.passes(divisible.from(), holding))
        .findFirst()
        .map(divisible -> divisible.step().intValueExact())
        .orElse(whole);
  }

  private boolean fits(int l, int[] given, int whole) {
    int all = given[l];
    for (int other = 0; other < l; other++) {
      all += facts.free(leaves.get(other), leaves.get(l)) ? 0 : given[other];
    }
    return all <= whole;
  }

  /** The amounts with what is given; empty over a cap. More than is asked for is not told apart. */
  private Optional<List<Integer>> add(List<Integer> before, Holding holding, int[] given) {
    List<Integer> after = new ArrayList<>(before);
    for (int m = 0; m < measured.size(); m++) {
      Measured what = measured.get(m);
      int amount = given[what.leaf()];
      if (amount > 0 && what.filters().stream().allMatch(f -> facts.passes(f, holding))) {
        int sum = before.get(m) + (what.sum() ? amount : 1);
        if (what.atMost().isPresent()) {
          if (BigDecimal.valueOf(sum).compareTo(what.atMost().get()) > 0) {
            return Optional.empty();
          }
        } else {
          sum = Math.min(sum, what.atLeast().setScale(0, RoundingMode.CEILING).intValueExact());
        }
        after.set(m, sum);
      }
    }
    return Optional.of(after);
  }

  private boolean isMet(Rule rule, List<Integer> amounts) {
    if (rule instanceof Rule.AllOf allOf) {
      return allOf.rules().stream().allMatch(r -> isMet(r, amounts));
    } else if (rule instanceof Rule.SomeOf someOf) {
      return someOf.rules().stream().filter(r -> isMet(r, amounts)).count() >= someOf.atLeast();
    }
    for (int m = 0; m < measured.size(); m++) {
      if (leaves.get(measured.get(m).leaf()).equals(rule)
          && BigDecimal.valueOf(amounts.get(m)).compareTo(measured.get(m).atLeast()) < 0) {
        return false;
      }
    }
    return true;
  }
}
