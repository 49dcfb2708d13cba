package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.microcred.stacking.ConstraintInstances.Feature;

class StackingProperties {
  @Property(tries = 120)
  void isNeverWrongHoweverLittleWorkIsAllowed(@ForAll long seed) {
    Instances instances = new Instances(seed);
    StackPolicy policy = instances.policy(4);
    List<Holding> wallet = instances.wallet(6);
    boolean earned = new BruteForce(policy).earns(wallet);
    for (long budget = 1; budget < 3_000; budget = 2 * budget + 1) {
      StackCase little = StackCase.builder(Policies.NOW).holdings(wallet).budget(budget).build();
      assertThat(policy.decide(little).outcome())
          .isIn(earned ? Outcome.EARNED : Outcome.NOT_EARNED, Outcome.BUDGET_EXCEEDED);
    }
  }

  @Property(tries = 200)
  void accountsForEveryHoldingOnce(@ForAll long seed) {
    ConstraintInstances instances = new ConstraintInstances(seed, ConstraintInstances.INDIVISIBLE);
    StackPolicy policy = instances.policy(4);
    List<Holding> wallet = instances.wallet(7);
    Decision decision = decide(policy, wallet);
    List<String> told = new ArrayList<>(decision.used().stream().map(Holding::id).toList());
    decision.unused().forEach(unused -> told.add(unused.id()));
    assertThat(told).containsExactlyInAnyOrderElementsOf(wallet.stream().map(Holding::id).toList());
  }

  /** Pessimistic yes is EARNED, optimistic no is NOT_EARNED; the engine is held to both. */
  @Property(tries = 200)
  void answersUnknownExactlyWhenWhatIsNotKnownDecides(@ForAll long seed) {
    Instances instances = new Instances(seed);
    StackPolicy policy = instances.policy(4);
    Random random = new Random(seed);
    List<Holding> certain = new ArrayList<>();
    List<Holding> possible = new ArrayList<>();
    List<Holding> told = new ArrayList<>();
    for (Holding holding : instances.wallet(6)) {
      boolean known = random.nextBoolean();
      possible.add(holding);
      told.add(known ? holding : holding.toBuilder().status(Holding.Status.UNKNOWN).build());
      if (known) {
        certain.add(holding);
      }
    }
    BruteForce oracle = new BruteForce(policy);
    Outcome expected =
        oracle.earns(certain)
            ? Outcome.EARNED
            : oracle.earns(possible) ? Outcome.UNDETERMINED : Outcome.NOT_EARNED;
    Decision decision = decide(policy, told);
    assertThat(decision.outcome()).isEqualTo(expected);
    if (expected == Outcome.UNDETERMINED) {
      assertThat(decision.unknown()).isNotEmpty();
      // Were the facts that are named in favour, the award would be earned.
      List<Holding> settled = new ArrayList<>(told);
      decision
          .unknown()
          .forEach(
              fact ->
                  settled.replaceAll(
                      h ->
                          h.equals(fact.holding())
                              ? h.toBuilder().status(Holding.Status.ACTIVE).build()
                              : h));
      assertThat(decide(policy, settled).earned()).isTrue();
    }
  }

  @Property(tries = 200)
  void readsBackWhatItWrites(@ForAll long seed) throws Exception {
    Feature[] all = ConstraintInstances.INDIVISIBLE;
    for (StackPolicy policy :
        List.of(new Instances(seed).policy(6), new ConstraintInstances(seed, all).policy(5))) {
      StackPolicy again = StackPolicy.parse(policy.toJson().toString());
      assertThat(again).isEqualTo(policy);
      assertThat(again.toJson().toString()).isEqualTo(policy.toJson().toString());
    }
  }

  private static Decision decide(StackPolicy policy, List<Holding> holdings) {
    return policy.decide(StackCase.builder(Policies.NOW).holdings(holdings).build());
  }
}
