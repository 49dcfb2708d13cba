package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** The index leaves out no policy that a holding changes. */
class IndexProperties {
  private static int leftOut;

  @AfterContainer
  static void somethingWasLeftOut() {
    assertThat(leftOut).isPositive();
  }

  @Property(tries = 200)
  void whatIsNotTouchedStaysAsItWas(@ForAll long seed) {
    ConstraintInstances instances = new ConstraintInstances(seed, ConstraintInstances.INDIVISIBLE);
    StackPolicy policy = instances.policy(2);
    List<Holding> wallet = instances.wallet(4);
    Holding more = instances.holding("urn:more", 1);
    if (PolicySet.of(List.of(policy)).touchedBy(more).isEmpty()) {
      leftOut++;
      List<Holding> all = new ArrayList<>(wallet);
      all.add(more);
      Decision before = decide(policy, wallet);
      Decision after = decide(policy, all);
      assertThat(after.outcome()).isEqualTo(before.outcome());
      assertThat(after.uses()).isEqualTo(before.uses());
      assertThat(after.rule()).isEqualTo(before.rule());
      assertThat(after.missing()).isEqualTo(before.missing());
      assertThat(after.earnedOn()).isEqualTo(before.earnedOn());
    }
  }

  private static Decision decide(StackPolicy policy, List<Holding> wallet) {
    return policy.decide(StackCase.builder(Policies.NOW).holdings(wallet).build());
  }
}
