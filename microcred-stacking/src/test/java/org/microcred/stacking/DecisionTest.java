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
}
