package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** What lint says of a policy is true of every wallet. */
class LintProperties {
  @Property(tries = 80)
  void neverMeetsWhatLintSaysCannotBeMet(@ForAll long seed) {
    ConstraintInstances instances = new ConstraintInstances(seed, ConstraintInstances.INDIVISIBLE);
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
