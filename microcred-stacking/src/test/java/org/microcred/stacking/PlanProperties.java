package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.microcred.stacking.ConstraintInstances.Feature;

/** Plans against all subsets of small catalogues. */
class PlanProperties {
  private static int planned;

  @AfterContainer
  static void somethingWasPlanned() {
    assertThat(planned).isPositive();
  }

  @Property(tries = 40)
  void cheapestOfAllSetsThatCompleteTheAward(@ForAll long seed) {
    check(seed, Feature.SUMS, Feature.FREE, Feature.ALTERNATIVES);
  }

  @Property(tries = 20)
  void cheapestOfAllSetsWhateverThePolicySays(@ForAll long seed) {
    check(seed, ConstraintInstances.INDIVISIBLE);
  }

  private static void check(long seed, Feature... features) {
    Random random = new Random(seed);
    ConstraintInstances instances = new ConstraintInstances(seed, features);
    StackPolicy policy = instances.policy(3);
    List<Holding> wallet = instances.wallet(3);
    List<Catalogue.Item> items = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Holding holding = instances.holding("urn:item" + i, 0);
      BigDecimal cost = new BigDecimal(random.nextInt(6)).movePointLeft(random.nextInt(2));
      List<String> requires =
          random.nextInt(4) > 0 ? List.of() : List.of(random.nextBoolean() ? "a" : "c");
      items.add(new Catalogue.Item(holding, Map.of("hour", cost), requires));
    }
    StackCase stackCase = StackCase.builder(Policies.NOW).holdings(wallet).build();
    Plan plan = policy.plan(stackCase, new Catalogue("hour", items));
    assertThat(plan.proved()).isTrue();
    if (plan.today().earned()) {
      assertThat(plan.alternatives()).isEmpty();
      return;
    }
    assertThat(
            plan.alternatives().stream()
                .findFirst()
                .map(
                    first ->
                        first.costs().getOrDefault("hour", BigDecimal.ZERO).stripTrailingZeros()))
        .isEqualTo(cheapest(policy, wallet, items).map(BigDecimal::stripTrailingZeros));
    for (Plan.Alternative alternative : plan.alternatives()) {
      planned++;
      List<Holding> steps = alternative.steps().stream().map(Plan.Step::holding).toList();
      assertThat(earns(policy, wallet, steps)).isTrue();
      assertThat(isInOrder(policy, wallet, steps, items)).isTrue();
      for (Holding step : steps) {
        List<Holding> fewer = new ArrayList<>(steps);
        fewer.remove(step);
        assertThat(earns(policy, wallet, fewer) && isClosed(policy, wallet, fewer, items))
            .isFalse();
      }
    }
  }

  private static Optional<BigDecimal> cheapest(
      StackPolicy policy, List<Holding> wallet, List<Catalogue.Item> items) {
    Optional<BigDecimal> cheapest = Optional.empty();
    for (int set = 0; set < 1 << items.size(); set++) {
      List<Holding> some = new ArrayList<>();
      BigDecimal cost = BigDecimal.ZERO;
      for (int i = 0; i < items.size(); i++) {
        if ((set >> i & 1) == 1) {
          some.add(now(items.get(i).holding()));
          cost = cost.add(items.get(i).costs().get("hour"));
        }
      }
      boolean better = cheapest.isEmpty() || cost.compareTo(cheapest.get()) < 0;
      if (better && isClosed(policy, wallet, some, items) && earns(policy, wallet, some)) {
        cheapest = Optional.of(cost);
      }
    }
    return cheapest;
  }

  private static Holding now(Holding holding) {
    return holding.toBuilder().awarded(Policies.NOW).validFrom(Policies.NOW).build();
  }

  private static boolean earns(StackPolicy policy, List<Holding> wallet, List<Holding> more) {
    return policy
        .decide(StackCase.builder(Policies.NOW).holdings(wallet).holdings(more).build())
        .earned();
  }

  /** Whether some order lets every item come after what it requires. */
  private static boolean isClosed(
      StackPolicy policy, List<Holding> wallet, List<Holding> some, List<Catalogue.Item> items) {
    List<Holding> left = new ArrayList<>(some);
    Set<String> there = new HashSet<>();
    wallet.stream().filter(h -> stands(h)).forEach(h -> there.addAll(all(policy, h)));
    boolean more = true;
    while (more) {
      Optional<Holding> next =
          left.stream().filter(h -> there.containsAll(requires(h, items))).findFirst();
      next.ifPresent(h -> there.addAll(all(policy, h)));
      more = next.isPresent() && left.remove(next.get());
    }
    return left.isEmpty();
  }

  private static boolean stands(Holding holding) {
    return holding.expires().map(end -> !end.isBefore(Policies.NOW)).orElse(true);
  }

  private static boolean isInOrder(
      StackPolicy policy, List<Holding> wallet, List<Holding> steps, List<Catalogue.Item> items) {
    Set<String> there = new HashSet<>();
    wallet.stream().filter(h -> stands(h)).forEach(h -> there.addAll(all(policy, h)));
    for (Holding step : steps) {
      if (!there.containsAll(requires(step, items))) {
        return false;
      }
      there.addAll(all(policy, step));
    }
    return true;
  }

  /** A holding stands for its achievements, their equivalents, and what they replace. */
  private static Set<String> all(StackPolicy policy, Holding holding) {
    Set<String> all = new HashSet<>(holding.achievements());
    Set<String> before = Set.of();
    while (!before.equals(all)) {
      before = Set.copyOf(all);
      for (List<String> group : policy.relations().equivalent()) {
        if (group.stream().anyMatch(all::contains)) {
          all.addAll(group);
        }
      }
      policy
          .relations()
          .replaces()
          .forEach(
              (old, by) -> {
                if (by.stream().anyMatch(all::contains)) {
                  all.add(old);
                }
              });
    }
    return all;
  }

  private static List<String> requires(Holding step, List<Catalogue.Item> items) {
    return items.stream()
        .filter(item -> item.holding().id().equals(step.id()))
        .findFirst()
        .orElseThrow()
        .requires();
  }
}
