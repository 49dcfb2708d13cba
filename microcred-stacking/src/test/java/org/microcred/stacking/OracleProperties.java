package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.microcred.stacking.ConstraintInstances.Feature;

/**
 * The engine against brute force and against an independent solver, on random policies and wallets.
 * More of them with the profile deep.
 */
class OracleProperties {
  /** How many instances each comparison with brute force has. */
  private static final int BRUTE_FORCE = Integer.getInteger("microcred.oracle.bruteForce", 1_000);

  /** How many have all that can be said in them, and how many are given to the solver. */
  private static final int SOLVER = Integer.getInteger("microcred.oracle.solver", 100);

  private static final int TRIES = 20;
  private static final Outcomes OUTCOMES = new Outcomes();

  @AfterContainer
  static void everyComparisonSawBothAnswers() {
    OUTCOMES.printAndCheck();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void flowOfHoldingsIsBruteForce(@ForAll long seed) {
    bruteForce("matching", seed, BRUTE_FORCE, Feature.BREADTH, Feature.ALTERNATIVES);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void flowOfSplitAmountsIsBruteForce(@ForAll long seed) {
    split("divisible sums", seed, 6, Feature.SUMS, Feature.SPLITS, Feature.ALTERNATIVES);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void splitAmountsUnderCapsAreBruteForce(@ForAll long seed) {
    Feature[] features = {
      Feature.SUMS, Feature.SPLITS, Feature.ALTERNATIVES, Feature.PARTS, Feature.FREE
    };
    split("divisible sums under caps", seed, 5, features);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void partsOfCountsAreBruteForce(@ForAll long seed) {
    bruteForce("caps and minima of counts", seed, BRUTE_FORCE / 10, Feature.PARTS);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void partsOfSumsAreBruteForce(@ForAll long seed) {
    bruteForce(
        "caps and minima of sums",
        seed,
        BRUTE_FORCE / 10,
        Feature.PARTS,
        Feature.SUMS,
        Feature.FREE);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void sharesAndMeansAreBruteForce(@ForAll long seed) {
    bruteForce(
        "shares and means", seed, BRUTE_FORCE / 10, Feature.SHARES, Feature.MEANS, Feature.SUMS);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void relationsAreBruteForce(@ForAll long seed) {
    Feature[] features = {Feature.RELATIONS, Feature.WHOLES, Feature.ALTERNATIVES};
    bruteForce("equivalence and conflicts", seed, BRUTE_FORCE / 10, features);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void sharingWithAwardsIsBruteForce(@ForAll long seed) {
    Feature[] features = {Feature.AWARDS, Feature.SUMS, Feature.ALTERNATIVES};
    bruteForce("sharing with awards", seed, BRUTE_FORCE / 10, features);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void windowsAndOrderAreBruteForce(@ForAll long seed) {
    Feature[] features = {Feature.WINDOWS, Feature.ORDER, Feature.SUMS, Feature.ALTERNATIVES};
    bruteForce("windows and order", seed, BRUTE_FORCE / 10, features);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void breadthIsBruteForce(@ForAll long seed) {
    bruteForce("breadth", seed, BRUTE_FORCE / 10, Feature.BREADTH, Feature.SUMS, Feature.FREE);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void everythingTogetherIsBruteForce(@ForAll long seed) {
    bruteForce("everything", seed, BRUTE_FORCE / 5, ConstraintInstances.INDIVISIBLE);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void searchIsTheSolver(@ForAll long seed) {
    solver("solver: everything", seed, ConstraintInstances.INDIVISIBLE);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void searchOfAmountsIsTheSolver(@ForAll long seed) {
    Feature[] features = {
      Feature.SUMS, Feature.PARTS, Feature.RELATIONS, Feature.FREE, Feature.ALTERNATIVES
    };
    solver("solver: sums", seed, features);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void searchOfSplitAmountsIsTheSolver(@ForAll long seed) {
    Feature[] features = {
      Feature.SUMS, Feature.SPLITS, Feature.ALTERNATIVES, Feature.PARTS, Feature.FREE
    };
    solver("solver: divisible sums", seed, features);
  }

  /** A yes is confirmed with what it uses; against a no stands whatever the solver finds. */
  private static void solver(String name, long seed, Feature... features) {
    OUTCOMES.run(
        name,
        seed,
        SOLVER / TRIES,
        one -> {
          ConstraintInstances instances = new ConstraintInstances(one, features);
          StackPolicy policy = instances.policy(4);
          List<Holding> wallet = instances.wallet(8, 16);
          Decision decision = decide(policy, wallet);
          boolean earns =
              decision.earned()
                  ? new MixedInteger(policy, wallet).confirms(decision.uses())
                  : new MixedInteger(policy, wallet).finds();
          return agree(one, decision.outcome(), earns);
        });
  }

  private static void bruteForce(String name, long seed, int instances, Feature... features) {
    OUTCOMES.run(
        name,
        seed,
        instances / TRIES,
        one -> {
          ConstraintInstances random = new ConstraintInstances(one, features);
          StackPolicy policy = random.policy(3);
          List<Holding> wallet = random.wallet(10);
          return agree(one, decide(policy, wallet).outcome(), new BruteForce(policy).earns(wallet));
        });
  }

  private static void split(String name, long seed, int holdings, Feature... features) {
    OUTCOMES.run(
        name,
        seed,
        BRUTE_FORCE / TRIES,
        one -> {
          ConstraintInstances instances = new ConstraintInstances(one, features);
          StackPolicy policy = instances.policy(3);
          List<Holding> wallet = instances.wallet(holdings);
          return agree(
              one, decide(policy, wallet).outcome(), new SplitBruteForce(policy).earns(wallet));
        });
  }

  private static Decision decide(StackPolicy policy, List<Holding> wallet) {
    return policy.decide(StackCase.builder(Policies.NOW).holdings(wallet).build());
  }

  private static Outcome agree(long seed, Outcome outcome, boolean earns) {
    assertThat(outcome)
        .as("instance %d", seed)
        .isEqualTo(earns ? Outcome.EARNED : Outcome.NOT_EARNED);
    return outcome;
  }
}
