package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StackingProperties {
  /** The order of the specification, written down once more. */
  private static final Comparator<Holding> GIVEN_UP_FIRST =
      Comparator.comparing((Holding h) -> h.expires().orElse(Instant.MAX))
          .thenComparing(h -> h.awarded().orElseThrow(), Comparator.reverseOrder())
          .thenComparing(Holding::id);

  @Property(tries = 800)
  void decidesAsBruteForceDoes(@ForAll long seed) {
    Instances instances = new Instances(seed);
    StackPolicy policy = instances.policy(4);
    List<Holding> wallet = instances.wallet(6);
    assertThat(decide(policy, wallet).earned()).isEqualTo(new Oracle(policy).earns(wallet));
  }

  @Property(tries = 400)
  void decidesAsBruteForceDoesWhereOnlyHoldingsAreCounted(@ForAll long seed) {
    Instances instances = Instances.ofCounts(seed);
    StackPolicy policy = instances.policy(4);
    List<Holding> wallet = instances.wallet(6);
    assertThat(decide(policy, wallet).earned()).isEqualTo(new Oracle(policy).earns(wallet));
  }

  @Property(tries = 120)
  void isNeverWrongHoweverLittleWorkIsAllowed(@ForAll long seed) {
    Instances instances = new Instances(seed);
    StackPolicy policy = instances.policy(4);
    List<Holding> wallet = instances.wallet(6);
    boolean earned = new Oracle(policy).earns(wallet);
    for (long budget = 1; budget < 3_000; budget = 2 * budget + 1) {
      StackCase little = StackCase.builder(Policies.NOW).holdings(wallet).budget(budget).build();
      assertThat(policy.decide(little).outcome())
          .isIn(earned ? Outcome.EARNED : Outcome.NOT_EARNED, Outcome.BUDGET_EXCEEDED);
    }
  }

  @Property(tries = 40)
  void decidesAsBruteForceDoesForEightHoldings(@ForAll long seed) {
    Instances instances = new Instances(seed);
    StackPolicy policy = instances.policy(3);
    List<Holding> wallet = instances.wallet(8);
    assertThat(decide(policy, wallet).earned()).isEqualTo(new Oracle(policy).earns(wallet));
  }

  @Property(tries = 200)
  void usesWhatReverseDeletionLeavesAndNothingLessEarns(@ForAll long seed) {
    Instances instances = new Instances(seed);
    StackPolicy policy = instances.policy(4);
    List<Holding> wallet = instances.wallet(6);
    Decision decision = decide(policy, wallet);
    if (!decision.earned()) {
      return;
    }
    Oracle oracle = new Oracle(policy);
    List<Holding> kept = new ArrayList<>(wallet);
    wallet.stream()
        .sorted(GIVEN_UP_FIRST)
        .forEach(
            holding -> {
              List<Holding> fewer = new ArrayList<>(kept);
              fewer.remove(holding);
              if (oracle.earns(fewer)) {
                kept.remove(holding);
              }
            });
    assertThat(decision.used()).containsExactlyInAnyOrderElementsOf(kept);
    assertThat(decide(policy, decision.used()).earned()).isTrue();
    assertThat(decision.proved()).isTrue();
    for (Holding holding : decision.used()) {
      List<Holding> fewer = new ArrayList<>(decision.used());
      fewer.remove(holding);
      assertThat(decide(policy, fewer).earned()).isFalse();
    }
  }

  @Property(tries = 200)
  void givesTheSameBytesWhateverTheOrder(@ForAll long seed) {
    Instances instances = new Instances(seed);
    StackPolicy policy = instances.policy(4);
    List<Holding> wallet = instances.wallet(7);
    List<Holding> shuffled = new ArrayList<>(wallet);
    Collections.shuffle(shuffled, new Random(seed));
    Decision decision = decide(policy, wallet);
    Decision other = decide(policy, shuffled);
    assertThat(other.toJson().toString()).isEqualTo(decision.toJson().toString());
    assertThat(other.explain()).isEqualTo(decision.explain());
  }

  @Property(tries = 200)
  void neverUnearnsByAnotherHolding(@ForAll long seed) {
    Instances instances = new Instances(seed);
    StackPolicy policy = instances.policy(4);
    List<Holding> wallet = instances.wallet(7);
    List<Holding> more = new ArrayList<>(wallet);
    more.add(instances.holding("urn:another"));
    if (decide(policy, wallet).earned()) {
      assertThat(decide(policy, more).earned()).isTrue();
    }
  }

  @Property(tries = 200)
  void earnsWithTheWitnessesOfWhatIsMissingAndNotWithoutAny(@ForAll long seed) {
    Instances instances = new Instances(seed);
    StackPolicy policy = instances.policy(4);
    List<Holding> wallet = instances.wallet(5);
    Decision decision = decide(policy, wallet);
    for (Missing.Alternative alternative : decision.missing().alternatives()) {
      List<Holding> witnesses =
          alternative.items().stream().flatMap(item -> item.witnesses().stream()).toList();
      List<Holding> all = new ArrayList<>(wallet);
      all.addAll(witnesses);
      assertThat(decide(policy, all).earned()).isTrue();
      for (Holding witness : witnesses) {
        List<Holding> fewer = new ArrayList<>(all);
        fewer.remove(witness);
        assertThat(decide(policy, fewer).earned()).isFalse();
      }
    }
  }

  @Property(tries = 200)
  void accountsForEveryHoldingOnce(@ForAll long seed) {
    Instances instances = new Instances(seed);
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
    Oracle oracle = new Oracle(policy);
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
    StackPolicy policy = new Instances(seed).policy(6);
    StackPolicy again = StackPolicy.parse(policy.toJson().toString());
    assertThat(again).isEqualTo(policy);
    assertThat(again.toJson().toString()).isEqualTo(policy.toJson().toString());
  }

  private static Decision decide(StackPolicy policy, List<Holding> holdings) {
    return policy.decide(StackCase.builder(Policies.NOW).holdings(holdings).build());
  }
}
