package org.microcred.stacking;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Wallets and policies that are made to be expensive end in bounded time, and never in a wrong no.
 */
@Tag("hostile")
class BadInputTest {
  private static final String HOURS = "'set':[{'facts':{'unit':'h'}}]";

  private static Decision decide(StackPolicy policy, List<Holding> holdings) {
    // A tenth of the usual budget: what is bounded by it stays so, and the build stays short.
    return decide(policy, holdings, StackCase.DEFAULT_BUDGET / 10);
  }

  private static Decision decide(StackPolicy policy, List<Holding> holdings, long budget) {
    StackCase stackCase = StackCase.builder(NOW).holdings(holdings).budget(budget).build();
    return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> policy.decide(stackCase));
  }

  private static List<Holding> wallet(int n, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                holding("urn:" + i, "a" + random.nextInt(10)).toBuilder()
                    .credits(1 + random.nextInt(1000))
                    .awarded(NOW.minusSeconds(random.nextInt(1_000_000)))
                    .build())
        .toList();
  }

  private static String each(int n, String rule) {
    return IntStream.range(0, n)
        .mapToObj(i -> rule.replace("#", Integer.toString(i)))
        .collect(joining(",", "[", "]"));
  }

  @Test
  void tenThousandHoldingsForRulesThatAllWantThem() {
    StackPolicy policy = policy("{'allOf':" + each(10, "{'count':{'from':{}},'atLeast':1#}") + "}");
    Decision decision = decide(policy, wallet(10_000, 1), StackCase.DEFAULT_BUDGET);
    assertThat(decision.outcome()).isEqualTo(Outcome.EARNED);
    assertThat(decision.unused()).hasSize(10_000 - decision.used().size());
  }

  @Test
  void tenThousandHoldingsForSumsThatCompete() {
    StackPolicy policy =
        policy(
            "{'allOf':" + each(3, "{'sum':{'of':'credits','unit':'h'},'atLeast':90001#}") + "}",
            HOURS);
    Decision decision = decide(policy, wallet(10_000, 2));
    assertThat(decision.outcome()).isIn(Outcome.EARNED, Outcome.BUDGET_EXCEEDED);
  }

  /** As many rules as holdings, or a few more. */
  private static Decision tenThousandRules(int holdings) {
    StackPolicy policy = policy("{'allOf':" + each(10_000, "{'hold':{'achievement':'a#'}}") + "}");
    return decide(
        policy,
        IntStream.range(0, holdings).mapToObj(i -> holding("urn:" + i, "a" + i)).toList(),
        StackCase.DEFAULT_BUDGET);
  }

  @Test
  void tenThousandRulesThatAreMet() {
    assertThat(tenThousandRules(10_000).outcome()).isEqualTo(Outcome.EARNED);
  }

  @Test
  void tenThousandRulesOfWhichTenAreNotMet() {
    Decision lacking = tenThousandRules(9_990);
    assertThat(lacking.outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(lacking.missing().alternatives()).hasSize(1);
  }

  @Test
  void tenThousandRulesThatAllWantTheSame() {
    StackPolicy policy = policy("{'allOf':" + each(10_000, "{'hold':{'tag':['x','#']}}") + "}");
    List<Holding> wallet =
        wallet(300, 3).stream().map(h -> h.toBuilder().tag("x").build()).toList();
    assertThat(decide(policy, wallet).outcome()).isIn(Outcome.NOT_EARNED, Outcome.BUDGET_EXCEEDED);
  }

  @Test
  void thirtyNestedAlternativesOfThirty() {
    String rule = "{'hold':{'achievement':['a1','z']}}";
    for (int i = 0; i < 14; i++) {
      String leaf = "{'count':{'from':{'achievement':['a1','a2','b" + i + "']}},'atLeast':2}";
      rule = "{'someOf':2,'rules':[" + rule + "," + each(29, leaf).substring(1) + "}";
    }
    StackPolicy policy = policy(rule);
    assertThat(decide(policy, wallet(40, 4)).outcome())
        .isIn(Outcome.EARNED, Outcome.NOT_EARNED, Outcome.BUDGET_EXCEEDED);
  }

  @Test
  void manyOfManyAlternativesThatCompete() {
    StackPolicy policy =
        policy(
            "{'someOf':15,'rules':" + each(30, "{'hold':{'achievement':['a1','a2','a#']}}") + "}");
    List<Holding> wallet = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      wallet.add(holding("urn:" + i, "a1"));
    }
    assertThat(decide(policy, wallet).outcome()).isIn(Outcome.NOT_EARNED, Outcome.BUDGET_EXCEEDED);
  }

  @Test
  void aPartitionThatLooksPossibleUntilTheEnd() {
    List<Holding> wallet = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      wallet.add(holding("urn:" + i, "a").toBuilder().credits(2L * (1_000 + i * 37L)).build());
    }
    long total = wallet.stream().mapToLong(h -> h.credits().orElseThrow().longValue()).sum();
    String half = "{'sum':{'of':'credits','unit':'h'},'atLeast':" + (total / 2 + 1) + "}";
    Decision decision = decide(policy("{'allOf':[" + half + "," + half + "]}", HOURS), wallet);
    assertThat(decision.outcome()).isIn(Outcome.NOT_EARNED, Outcome.BUDGET_EXCEEDED);
  }

  @Test
  void aBudgetThatIsTooSmallIsNeverANo() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'hold':{'achievement':['a0','a1']}},"
                + "{'sum':{'of':'credits','unit':'h'},'atLeast':2000}]}",
            HOURS);
    List<Holding> wallet = wallet(12, 5);
    assertThat(policy.decide(StackCase.builder(NOW).holdings(wallet).build()).earned()).isTrue();
    for (long budget = 1; budget < 1_000; budget += 7) {
      StackCase small = StackCase.builder(NOW).holdings(wallet).budget(budget).build();
      Decision decision = policy.decide(small);
      assertThat(decision.outcome()).isIn(Outcome.EARNED, Outcome.BUDGET_EXCEEDED);
      assertThat(decision.explain()).isNotEmpty();
    }
  }

  @Test
  void aFilterOfTenThousandParts() {
    StackPolicy policy =
        policy(
            "{'hold':{'anyOf':"
                + each(5_000, "{'allOf':[{'tag':'t#'},{'not':{'issuer':'i#'}}]}")
                + "}}");
    assertThat(decide(policy, wallet(100, 6)).outcome()).isEqualTo(Outcome.UNDETERMINED);
  }
}
