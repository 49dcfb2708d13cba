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
import net.jqwik.api.lifecycle.AfterContainer;
import org.microcred.stacking.ConstraintInstances.Feature;

/** The laws of the specification where the use of holdings is bound, by brute force. */
class ConstraintProperties {
  private static final Feature[] ALL = Feature.values();

  private static final Comparator<Holding> GIVEN_UP_FIRST =
      Comparator.comparing((Holding h) -> h.expires().orElse(Instant.MAX))
          .thenComparing(h -> h.awarded().orElseThrow(), Comparator.reverseOrder())
          .thenComparing(Holding::id);

  @Property(tries = 80)
  void decidesPartsOfCountsAsBruteForceDoes(@ForAll long seed) {
    decides(seed, Feature.PARTS);
  }

  @Property(tries = 80)
  void decidesPartsOfSumsAsBruteForceDoes(@ForAll long seed) {
    decides(seed, Feature.PARTS, Feature.SUMS, Feature.FREE);
  }

  @Property(tries = 80)
  void decidesSharesAndMeansAsBruteForceDoes(@ForAll long seed) {
    decides(seed, Feature.SHARES, Feature.MEANS, Feature.SUMS);
  }

  @Property(tries = 80)
  void decidesRelationsAsBruteForceDoes(@ForAll long seed) {
    decides(seed, Feature.RELATIONS, Feature.WHOLES, Feature.ALTERNATIVES);
  }

  @Property(tries = 80)
  void decidesSharingWithAwardsAsBruteForceDoes(@ForAll long seed) {
    decides(seed, Feature.AWARDS, Feature.SUMS, Feature.ALTERNATIVES);
  }

  @Property(tries = 80)
  void decidesWindowsAndOrderAsBruteForceDoes(@ForAll long seed) {
    decides(seed, Feature.WINDOWS, Feature.ORDER, Feature.SUMS, Feature.ALTERNATIVES);
  }

  @Property(tries = 80)
  void decidesBreadthAsBruteForceDoes(@ForAll long seed) {
    decides(seed, Feature.BREADTH, Feature.SUMS, Feature.FREE);
  }

  @Property(tries = 150)
  void decidesAllTogetherAsBruteForceDoes(@ForAll long seed) {
    decides(seed, ALL);
  }

  private static void decides(long seed, Feature... features) {
    ConstraintInstances instances = new ConstraintInstances(seed, features);
    StackPolicy policy = instances.policy(3);
    List<Holding> wallet = instances.wallet(6);
    assertThat(decide(policy, wallet).outcome())
        .isEqualTo(
            new ConstraintOracle(policy).earns(wallet) ? Outcome.EARNED : Outcome.NOT_EARNED);
  }

  @Property(tries = 80)
  void usesWhatReverseDeletionLeaves(@ForAll long seed) {
    ConstraintInstances instances = new ConstraintInstances(seed, ALL);
    StackPolicy policy = instances.policy(3);
    List<Holding> wallet = instances.wallet(6);
    Decision decision = decide(policy, wallet);
    if (decision.earned()) {
      ConstraintOracle oracle = new ConstraintOracle(policy);
      List<Holding> kept = new ArrayList<>(wallet);
      for (Holding holding : wallet.stream().sorted(GIVEN_UP_FIRST).toList()) {
        List<Holding> fewer = new ArrayList<>(kept);
        fewer.remove(holding);
        if (oracle.earns(fewer)) {
          kept.remove(holding);
        }
      }
      assertThat(decision.used()).containsExactlyInAnyOrderElementsOf(kept);
      assertThat(decide(policy, decision.used()).earned()).isTrue();
      assertThat(decision.proved()).isTrue();
    }
  }

  @Property(tries = 80)
  void earnsWithWhatIsMissingAndNotWithLess(@ForAll long seed) {
    ConstraintInstances instances = new ConstraintInstances(seed, ALL);
    StackPolicy policy = instances.policy(3);
    List<Holding> wallet = instances.wallet(5);
    for (Missing.Alternative alternative : decide(policy, wallet).missing().alternatives()) {
      List<Holding> all = new ArrayList<>(wallet);
      alternative.items().forEach(item -> all.addAll(item.witnesses()));
      assertThat(decide(policy, all).earned()).isTrue();
      for (Holding witness : all.subList(wallet.size(), all.size())) {
        List<Holding> fewer = new ArrayList<>(all);
        fewer.remove(witness);
        assertThat(decide(policy, fewer).earned()).isFalse();
      }
    }
  }

  @Property(tries = 100)
  void givesTheSameBytesWhateverTheOrderAndAccountsForEveryHolding(@ForAll long seed) {
    ConstraintInstances instances = new ConstraintInstances(seed, ALL);
    StackPolicy policy = instances.policy(4);
    List<Holding> wallet = instances.wallet(7);
    List<Holding> shuffled = new ArrayList<>(wallet);
    Collections.shuffle(shuffled, new Random(seed));
    Decision decision = decide(policy, wallet);
    assertThat(decide(policy, shuffled).toJson().toString())
        .isEqualTo(decision.toJson().toString());
    List<String> told = new ArrayList<>(decision.used().stream().map(Holding::id).toList());
    decision.unused().forEach(unused -> told.add(unused.id()));
    assertThat(told).containsExactlyInAnyOrderElementsOf(wallet.stream().map(Holding::id).toList());
  }

  @Property(tries = 100)
  void readsBackWhatItWrites(@ForAll long seed) throws Exception {
    StackPolicy policy = new ConstraintInstances(seed, ALL).policy(5);
    assertThat(StackPolicy.parse(policy.toJson().toString())).isEqualTo(policy);
  }

  @Property(tries = 80)
  void neverMeetsWhatLintSaysCannotBeMet(@ForAll long seed) {
    ConstraintInstances instances = new ConstraintInstances(seed, ALL);
    StackPolicy policy = instances.policy(3);
    Decision decision = decide(policy, instances.wallet(8));
    for (Lint.Finding finding : policy.lint().findings()) {
      if (finding.code().isError()) {
        impossible++;
        assertThat(met(decision.rule())).doesNotContain(finding.subject());
      }
    }
  }

  private static int impossible;

  @AfterContainer
  static void lintSaidSomething() {
    assertThat(impossible).isPositive();
  }

  private static List<String> met(RuleResult result) {
    List<String> met = new ArrayList<>();
    if (result.state() == RuleResult.State.MET) {
      met.add(result.rule().id());
      result.parts().forEach(part -> met.add(part.part().id()));
    }
    result.rules().forEach(inner -> met.addAll(met(inner)));
    return met;
  }

  private static Decision decide(StackPolicy policy, List<Holding> holdings) {
    return policy.decide(StackCase.builder(Policies.NOW).holdings(holdings).build());
  }
}
