package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Features 17 and 18: versions, and stacks of stacks. */
class PolicySetTest {
  /** A policy that awards one achievement for others. */
  private static StackPolicy stack(String id, String award, String asked, String... members) {
    try {
      return StackPolicy.parse(
          json("{'id':'r','hold':{'achievement':[" + asked + "]}}", members)
              .replace("https://uni.example/stack", id)
              .replace("https://uni.example/award", award));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anEarnedStackIsAHoldingOfTheNext() {
    StackPolicy certificate = stack("urn:p1", "urn:certificate", "'a'");
    StackPolicy degree = stack("urn:p2", "urn:degree", "'urn:certificate'");
    Decision first = decide(certificate, Holding.builder("1", "a").build());
    Holding award = certificate.holding(first).orElseThrow();
    assertThat(award.awarded()).contains(NOW);
    assertThat(decide(degree, award).earned()).isTrue();
    assertThat(certificate.holding(decide(certificate))).isEmpty();
  }

  @Test
  void aWhatIfIsNoHolding() {
    StackPolicy certificate = stack("urn:p1", "urn:certificate", "'a'");
    StackCase planned =
        StackCase.builder(NOW).unfinished(Holding.builder("1", "a").build()).build();
    Decision whatIf = certificate.whatIf(planned);
    assertThat(whatIf.earned()).isTrue();
    assertThat(certificate.holding(whatIf)).isEmpty();
  }

  @Test
  void aDecisionOfAnotherPolicyIsMisuse() {
    StackPolicy certificate = stack("urn:p1", "urn:certificate", "'a'");
    StackPolicy degree = stack("urn:p2", "urn:degree", "'a'");
    Decision decision = decide(certificate, Holding.builder("1", "a").build());
    assertThat(catchThrowable(() -> degree.holding(decision)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void awardsThatNeedThemselvesAreFound() {
    StackPolicy a = stack("urn:a", "urn:A", "'urn:B','x'");
    StackPolicy b = stack("urn:b", "urn:B", "'urn:C'");
    StackPolicy c = stack("urn:c", "urn:C", "'urn:A'");
    StackPolicy d = stack("urn:d", "urn:D", "'urn:A'");
    StackPolicy self = stack("urn:e", "urn:E", "'urn:E'");
    assertThat(PolicySet.of(List.of(d, c, b, a, self)).cycles())
        .containsExactly(List.of("urn:a", "urn:b", "urn:c"), List.of("urn:e"));
    assertThat(PolicySet.of(List.of(a, b, d)).cycles()).isEmpty();
  }

  @Test
  void tellsWhereAnAchievementLeads() {
    StackPolicy a = stack("urn:a", "urn:A", "'x','y'");
    StackPolicy b = stack("urn:b", "urn:B", "'urn:A'");
    PolicySet set = PolicySet.of(List.of(b, a));
    assertThat(set.askingFor("y")).containsExactly(a);
    assertThat(set.askingFor("urn:A")).containsExactly(b);
    assertThat(set.culDeSacs(List.of("x", "z", "urn:B"))).containsExactly("z", "urn:B");
  }

  @Test
  void whoStartedUnderAVersionMayFinishUnderIt() {
    StackPolicy old =
        stack("urn:a", "urn:A", "'x'", "'effective':{'to':'2025-12-31','finishBy':'2026-12-31'}");
    StackPolicy current = stack("urn:a", "urn:A", "'y'", "'effective':{'from':'2026-01-01'}");
    PolicySet set = PolicySet.of(List.of(current, old));
    LocalDate at = LocalDate.of(2026, 12, 31);
    assertThat(set.version("urn:a", LocalDate.of(2025, 12, 31), at)).contains(old);
    assertThat(set.version("urn:a", LocalDate.of(2026, 1, 1), at)).contains(current);
    assertThat(set.version("urn:a", LocalDate.of(2025, 12, 31), at.plusDays(1))).isEmpty();
    assertThat(set.version("urn:b", at, at)).isEmpty();
  }

  @Test
  void aLongChainEndsInBoundedTime() {
    List<StackPolicy> chain = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      chain.add(stack("urn:" + i, "urn:A" + i, "'urn:A" + (i + 1) + "'"));
    }
    assertThat(PolicySet.of(chain).cycles()).isEmpty();
  }
}
