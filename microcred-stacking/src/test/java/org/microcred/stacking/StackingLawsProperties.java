package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.microcred.stacking.ConstraintInstances.Feature;

/**
 * The laws of stacking, one property each, on policies that say all that can be said, with holdings
 * that are whole and with holdings that are split. That the engine decides as brute force and as an
 * independent solver do is in {@link OracleProperties}.
 */
class StackingLawsProperties {
  /** How many instances each law has; more with the profile deep. */
  private static final int INSTANCES = Integer.getInteger("microcred.laws", 300);

  private static final int TRIES = 20;
  private static final String IDS = "urn:h";
  private static final String OTHER_IDS = "urn:renamed:";
  private static final Feature[] SPLIT = {
    Feature.SUMS, Feature.SPLITS, Feature.ALTERNATIVES, Feature.PARTS, Feature.FREE
  };

  /** The order of the specification, written down once more. */
  private static final Comparator<Holding> GIVEN_UP_FIRST =
      Comparator.comparing((Holding h) -> h.expires().orElse(Instant.MAX))
          .thenComparing(h -> h.awarded().orElseThrow(), Comparator.reverseOrder())
          .thenComparing(Holding::id);

  private static final Outcomes OUTCOMES = new Outcomes();
  private static int alternatives;

  @AfterContainer
  static void everyLawSawBothAnswers() {
    OUTCOMES.printAndCheck();
    System.out.printf("ways to complete an award: %d%n", alternatives);
    assertThat(alternatives).isGreaterThan(TRIES);
  }

  private record Case(
      StackPolicy policy, List<Holding> wallet, List<Holding> renamed, Holding more, long seed) {
    Decision decide() {
      return StackingLawsProperties.decide(policy, wallet);
    }
  }

  @FunctionalInterface
  private interface Law {
    void check(Case one);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void theOrderOfTheHoldingsDoesNotMatter(@ForAll long seed) {
    holds(
        "order does not matter",
        seed,
        one -> {
          List<Holding> shuffled = new ArrayList<>(one.wallet());
          Collections.shuffle(shuffled, new Random(one.seed()));
          Decision other = decide(one.policy(), shuffled);
          assertThat(other.toJson().toString()).isEqualTo(one.decide().toJson().toString());
          assertThat(other.explain()).isEqualTo(one.decide().explain());
        });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void addingAHoldingNeverUnearns(@ForAll long seed) {
    holds(
        "adding never un-earns",
        seed,
        one -> {
          if (one.decide().earned()) {
            assertThat(decide(one.policy(), with(one.wallet(), one.more())).earned()).isTrue();
          }
        });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsUsedIsHeldAndAloneEarnsTheAward(@ForAll long seed) {
    holds(
        "used alone earns",
        seed,
        one -> {
          Decision decision = one.decide();
          assertThat(one.wallet()).containsAll(decision.used());
          if (decision.earned()) {
            Decision alone = decide(one.policy(), decision.used());
            assertThat(alone.earned()).isTrue();
            assertThat(alone.uses()).isEqualTo(decision.uses());
            assertThat(new MixedInteger(one.policy(), one.wallet()).confirms(decision.uses()))
                .isTrue();
          }
        });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsUsedDoesNotEarnWithoutAnyOfIt(@ForAll long seed) {
    holds(
        "used is minimal",
        seed,
        one -> {
          Decision decision = one.decide();
          if (decision.earned()) {
            assertThat(decision.proved()).isTrue();
            for (Holding holding : decision.used()) {
              List<Holding> fewer = without(decision.used(), holding);
              assertThat(decide(one.policy(), fewer).earned()).isFalse();
            }
          }
        });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsUsedIsWhatReverseDeletionLeaves(@ForAll long seed) {
    holds(
        "used is what reverse deletion leaves",
        seed,
        one -> {
          Decision decision = one.decide();
          if (decision.earned()) {
            List<Holding> kept = new ArrayList<>(one.wallet());
            for (Holding holding : one.wallet().stream().sorted(GIVEN_UP_FIRST).toList()) {
              if (decide(one.policy(), without(kept, holding)).earned()) {
                kept.remove(holding);
              }
            }
            assertThat(decision.used()).containsExactlyInAnyOrderElementsOf(kept);
          }
        });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsMissingEarnsAndStrictlyLessDoesNot(@ForAll long seed) {
    holds(
        "missing earns, less does not",
        seed,
        one -> {
          for (Missing.Alternative way : one.decide().missing().alternatives()) {
            alternatives++;
            List<Holding> all = new ArrayList<>(one.wallet());
            way.items().forEach(item -> all.addAll(item.witnesses()));
            assertThat(decide(one.policy(), all).earned()).isTrue();
            for (Holding witness : all.subList(one.wallet().size(), all.size())) {
              List<Holding> fewer = without(all, witness);
              assertThat(decide(one.policy(), fewer).earned()).isFalse();
            }
          }
        });
  }

  /** Ids break ties by their order, so the order is kept here. */
  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void renamingIdsChangesOnlyIds(@ForAll long seed) {
    holds(
        "renaming changes only ids",
        seed,
        one -> {
          assertThat(decide(one.policy(), one.renamed()).toJson().toString())
              .isEqualTo(one.decide().toJson().toString().replace(IDS, OTHER_IDS));
        });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void theSameCaseGivesTheSameBytes(@ForAll long seed) {
    holds(
        "same case, same bytes",
        seed,
        one -> {
          String bytes = one.decide().toJson().toString();
          assertThat(one.decide().toJson().toString()).isEqualTo(bytes);
          StackPolicy again = Policies.parse(one.policy().toJson().toString());
          assertThat(decide(again, one.wallet()).toJson().toString()).isEqualTo(bytes);
        });
  }

  private static void holds(String name, long seed, Law law) {
    OUTCOMES.run(
        name, seed, INSTANCES / TRIES, one -> check(one, law, ConstraintInstances.INDIVISIBLE));
    OUTCOMES.run(name + ", split", seed, INSTANCES / TRIES, one -> check(one, law, SPLIT));
  }

  private static Outcome check(long seed, Law law, Feature... features) {
    ConstraintInstances instances = new ConstraintInstances(IDS, seed, features);
    ConstraintInstances same = new ConstraintInstances(OTHER_IDS, seed, features);
    StackPolicy policy = instances.policy(3);
    assertThat(same.policy(3)).isEqualTo(policy);
    List<Holding> wallet = instances.wallet(7);
    Holding more = instances.holding("urn:more", wallet.size());
    Case one = new Case(policy, wallet, same.wallet(7), more, seed);
    try {
      law.check(one);
    } catch (AssertionError e) {
      throw new AssertionError("instance " + seed + ": " + e.getMessage(), e);
    }
    return one.decide().outcome();
  }

  private static List<Holding> with(List<Holding> holdings, Holding more) {
    List<Holding> all = new ArrayList<>(holdings);
    all.add(more);
    return all;
  }

  private static List<Holding> without(List<Holding> holdings, Holding one) {
    List<Holding> fewer = new ArrayList<>(holdings);
    fewer.remove(one);
    return fewer;
  }

  private static Decision decide(StackPolicy policy, List<Holding> holdings) {
    return policy.decide(StackCase.builder(Policies.NOW).holdings(holdings).build());
  }
}
