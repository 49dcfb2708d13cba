package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import org.junit.jupiter.api.Test;

class DecisionTest {
  @Test
  void findsTheAssignmentThatGreedyPlacementMisses() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'id':'any','hold':{'achievement':['a','b']}},"
                + "{'id':'only-a','hold':{'achievement':'a'}}]}");
    Decision decision = decide(policy, holding("urn:1", "a"), holding("urn:2", "b"));
    assertThat(decision.outcome()).isEqualTo(Outcome.EARNED);
    assertThat(decision.uses())
        .extracting(use -> use.rule() + "=" + use.holding().id())
        .containsExactly("any=urn:2", "only-a=urn:1");
  }

  @Test
  void doesNotCountOneHoldingTwice() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'id':'x','hold':{'achievement':'a'}},"
                + "{'id':'y','hold':{'achievement':'a'}}]}");
    Decision decision = decide(policy, holding("urn:1", "a"));
    assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);

    assertThat(decision.missing().alternatives()).hasSize(1);
  }

  @Test
  void countsAnAchievementOnceInEachOfTwoRulesThatCompete() {
    String count = "{'count':{'from':{},'distinctBy':'achievement'},'atLeast':2}";
    StackPolicy policy = policy("{'allOf':[" + count + "," + count + "]}");
    assertThat(
            decide(
                    policy,
                    holding("urn:1", "a"),
                    holding("urn:2", "a"),
                    holding("urn:3", "b"),
                    holding("urn:4", "b"))
                .earned())
        .isTrue();
    assertThat(
            decide(
                    policy,
                    holding("urn:1", "a"),
                    holding("urn:2", "a"),
                    holding("urn:3", "a"),
                    holding("urn:4", "b"))
                .earned())
        .isFalse();
  }

  @Test
  void leavesOutASmallCompletionWhereALargerOneOfTheSameCounts() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'id':'s','sum':{'of':'credits','unit':'h','from':{'achievement':'a'},"
                + "'distinctBy':'achievement'},'atLeast':5},{'id':'h','hold':{'achievement':'a'}}]}",
            "'set':[{'facts':{'unit':'h'}}]");
    Holding small = holding("urn:1", "a").toBuilder().credits(3).build();
    Holding large = holding("urn:2", "a").toBuilder().credits(5).build();
    assertThat(decide(policy, small, large).uses())
        .extracting(use -> use.rule() + "=" + use.holding().id())
        .containsExactly("s=urn:2", "h=urn:1");
    assertThat(decide(policy, small, small.toBuilder().tag("x").build()).earned()).isFalse();
  }

  @Test
  void leavesOutASmallCompletionThatCouldServeNothingElse() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'id':'s','sum':{'of':'credits','unit':'h','from':{'achievement':'a'},"
                + "'distinctBy':'achievement'},'atLeast':5},{'id':'h','hold':{'issuer':'x'}}]}",
            "'set':[{'facts':{'unit':'h'}}]");
    Holding small = Holding.builder("urn:1", "a").issuer("y").credits(3).build();
    Holding large = Holding.builder("urn:2", "a").issuer("x").credits(5).build();
    Holding other = Holding.builder("urn:3", "b").issuer("x").credits(1).build();
    assertThat(decide(policy, small, large, other).used()).containsExactly(large, other);
  }
}
