package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import org.junit.jupiter.api.Test;

class SplittingTest {
  private static final String HOURS = "'set':[{'facts':{'unit':'h'}}]";

  private static HoldingBuilder worth(String id, long credits, String... tags) {
    HoldingBuilder holding = holding("urn:" + id, id).toBuilder().credits(credits);
    for (String tag : tags) {
      holding.tag(tag);
    }
    return holding;
  }

  private static final String TWO_SUMS =
      "{'allOf':[{'id':'a','sum':{'of':'credits','unit':'h'},'atLeast':'1.5'},"
          + "{'id':'b','sum':{'of':'credits','unit':'h'},'atLeast':'1.5'}]}";

  @Test
  void isStatedByThePolicy() {
    Holding three = worth("a", 3).build();
    assertThat(decide(policy(TWO_SUMS, HOURS), three).earned()).isFalse();
    Decision split = decide(policy(TWO_SUMS, HOURS, "'divisible':true"), three);
    assertThat(split.uses())
        .extracting(use -> use.rule() + " " + use.amount())
        .containsExactly("a 1.5", "b 1.5");
  }

  @Test
  void goesByTheSmallestStep() {
    Holding three = worth("a", 3).build();
    assertThat(decide(policy(TWO_SUMS, HOURS, "'divisible':[{'step':'1'}]"), three).earned())
        .isFalse();
    assertThat(decide(policy(TWO_SUMS, HOURS, "'divisible':[{'step':'0.5'}]"), three).earned())
        .isTrue();
  }

  private static final String SHARED =
      "{'allOf':[{'id':'total','sum':{'of':'credits','unit':'h'},'atLeast':6,'ofWhich':["
          + "{'id':'here','from':{'tag':'here'},%s}]},"
          + "{'id':'other','hold':{'tag':'other'}}]}";
  private static final String[] MEMBERS = {
    HOURS, "'divisible':true", "'use':{'free':[['total','*']]}"
  };

  @Test
  void takesMoreThanTheTotalForAMinimum() {
    Holding first = worth("a", 2, "here", "other").build();
    Holding second = worth("b", 4, "there").build();
    Holding third = worth("c", 2, "here").build();
    StackPolicy policy = policy(SHARED.formatted("'atLeast':3"), MEMBERS);
    Decision decision = decide(policy, first, second, third);
    assertThat(decision.used()).containsExactlyInAnyOrder(first, second, third);
    assertThat(decision.rule().state()).isEqualTo(RuleResult.State.MET);
  }

  @Test
  void givesNothingOverACap() {
    Holding capped = worth("a", 6, "here", "other").build();
    Holding plain = worth("b", 6, "there").build();
    StackPolicy policy = policy(SHARED.formatted("'atMost':0"), MEMBERS);
    Decision decision = decide(policy, capped, plain);
    assertThat(decision.uses())
        .extracting(use -> use.rule() + " " + use.holding().id())
        .containsExactly("total urn:b", "other urn:a");
    assertThat(decision.rule().state()).isEqualTo(RuleResult.State.MET);
  }
}
