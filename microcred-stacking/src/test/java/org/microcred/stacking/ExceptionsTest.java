package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Features 16 and 19: exceptions, and what is not finished. */
class ExceptionsTest {
  private static final StackPolicy POLICY =
      policy(
          "{'allOf':[{'id':'a','hold':{'achievement':'a'}},{'id':'b','hold':{'achievement':'b'}}]}",
          "'exceptions':{'acceptedFrom':['did:example:registrar']}");
  private static final Adjustment.Grant GRANT =
      Adjustment.Grant.of("did:example:registrar", LocalDate.of(2026, 6, 15), "prior learning");
  private static final Holding A = holding("urn:a", "a");
  private static final Holding B = holding("urn:b", "b");
  private static final Holding C = holding("urn:c", "c");

  private static Decision decide(List<Holding> holdings, Adjustment... adjustments) {
    StackCase.Builder builder = StackCase.builder(NOW).holdings(holdings);
    List.of(adjustments).forEach(builder::adjustment);
    return POLICY.decide(builder.build());
  }

  private static Basis.State state(Decision decision) {
    return decision.basis().adjustments().get(0).state();
  }

  @Nested
  class Kinds {
    @Test
    void aWaiverMakesARuleUnnecessary() {
      Decision decision = decide(List.of(A), new Adjustment.Waiver("b", GRANT));
      assertThat(decision.earned()).isTrue();
      assertThat(decision.used()).containsExactly(A);
      assertThat(decision.rule().rules().get(1).state()).isEqualTo(RuleResult.State.WAIVED);
      assertThat(decision.explain())
          .contains(
              "exception: rule b is waived; by did:example:registrar on 2026-06-15:"
                  + " prior learning (applied)")
          .contains("[x] b: waived");
      assertThat(decide(List.of(B), new Adjustment.Waiver("b", GRANT)).outcome())
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void aSubstitutionLetsAHoldingCountAsAnother() {
      Decision decision = decide(List.of(A, C), new Adjustment.Substitution("urn:c", "b", GRANT));
      assertThat(decision.earned()).isTrue();
      assertThat(decision.used()).containsExactly(A, C);
    }

    @Test
    void aSubstitutionDoesNotCountTwice() {
      assertThat(decide(List.of(A), new Adjustment.Substitution("urn:a", "b", GRANT)).outcome())
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void aBlockKeepsAHoldingOut() {
      Decision everywhere =
          decide(List.of(A, B), new Adjustment.Block("urn:b", Optional.empty(), GRANT));
      assertThat(everywhere.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(everywhere.unused()).extracting(Unused::reason).containsExactly(Reason.BLOCKED);
      assertThat(
              decide(List.of(A, B), new Adjustment.Block("urn:b", Optional.of("b"), GRANT))
                  .outcome())
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(
              decide(List.of(A, B), new Adjustment.Block("urn:b", Optional.of("a"), GRANT))
                  .earned())
          .isTrue();
    }

    @Test
    void anInsertedHoldingCountsInItsRuleAndInNoOther() {
      assertThat(decide(List.of(A, C), new Adjustment.Insert("urn:c", "b", GRANT)).earned())
          .isTrue();
      assertThat(decide(List.of(A, B), new Adjustment.Insert("urn:a", "b", GRANT)).outcome())
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void anExceptionRevivesNothing() {
      Holding revoked = C.toBuilder().status(Holding.Status.REVOKED).build();
      Decision decision = decide(List.of(A, revoked), new Adjustment.Insert("urn:c", "b", GRANT));
      assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(decision.unused()).extracting(Unused::reason).containsExactly(Reason.REVOKED);
    }
  }

  @Nested
  class Acceptance {
    private Decision waive(Adjustment.Grant grant) {
      return decide(List.of(A), new Adjustment.Waiver("b", grant));
    }

    @Test
    void dependsOnWhoGrants() {
      Decision decision = waive(Adjustment.Grant.of("did:example:mill", GRANT.on(), "a favour"));
      assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(state(decision)).isEqualTo(Basis.State.NOT_ACCEPTED);
      assertThat(decision.explain()).contains("accepts no exception from there");
    }

    @Test
    void isNotGivenByAPolicyThatNamesNobody() {
      Decision decision =
          policy("{'id':'b','hold':{}}")
              .decide(StackCase.builder(NOW).adjustment(new Adjustment.Waiver("b", GRANT)).build());
      assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(state(decision)).isEqualTo(Basis.State.NOT_ACCEPTED);
    }

    @Test
    void holdsFromItsFirstToItsLastDay() {
      LocalDate today = LocalDate.of(2026, 6, 15);
      assertThat(waive(Adjustment.Grant.of(GRANT.by(), today, "x")).earned()).isTrue();
      assertThat(state(waive(Adjustment.Grant.of(GRANT.by(), today.plusDays(1), "x"))))
          .isEqualTo(Basis.State.NOT_IN_FORCE);
      assertThat(waive(until(today)).earned()).isTrue();
      assertThat(waive(until(today.minusDays(1))).outcome()).isEqualTo(Outcome.NOT_EARNED);
    }

    private Adjustment.Grant until(LocalDate day) {
      return new Adjustment.Grant(
          GRANT.by(), LocalDate.of(2020, 1, 1), Optional.of(day), "x", Optional.of("sha-256:1"));
    }

    @Test
    void needsSomethingToBeAbout() {
      assertThat(state(decide(List.of(A), new Adjustment.Waiver("z", GRANT))))
          .isEqualTo(Basis.State.NOT_FOUND);
      assertThat(state(decide(List.of(A), new Adjustment.Insert("urn:z", "b", GRANT))))
          .isEqualTo(Basis.State.NOT_FOUND);
      assertThat(state(decide(List.of(A), new Adjustment.Insert("urn:a", "/rule", GRANT))))
          .isEqualTo(Basis.State.NOT_FOUND);
    }

    @Test
    void doesNotDependOnTheOrder() {
      Adjustment one = new Adjustment.Waiver("b", GRANT);
      Adjustment two = new Adjustment.Block("urn:a", Optional.of("b"), GRANT);
      assertThat(decide(List.of(A), one, two).toJson())
          .isEqualTo(decide(List.of(A), two, one, two).toJson());
    }
  }

  @Nested
  class WhatIf {
    private final Holding running = B.toBuilder().result(HeldResult.ofStatus("InProgress")).build();
    private final Holding failed = B.toBuilder().result(HeldResult.ofStatus("Failed")).build();

    @Test
    void countsWhatIsNotFinishedAsIfItWere() {
      StackCase stackCase = StackCase.builder(NOW).holding(A).unfinished(B).build();
      Decision real = POLICY.decide(stackCase);
      assertThat(real.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(real.unused()).extracting(Unused::reason).containsExactly(Reason.NOT_COMPLETED);
      assertThat(real.basis().assumed()).isEmpty();
      Decision whatIf = POLICY.whatIf(stackCase);
      assertThat(whatIf.earned()).isTrue();
      assertThat(whatIf.basis().assumed()).extracting(Holding::id).containsExactly("urn:b");
      assertThat(whatIf.explain()).contains("assuming that these are finished: urn:b");
    }

    @Test
    void countsHoldingsThatSayThatTheyAreRunning() {
      StackCase stackCase = StackCase.builder(NOW).holding(A).holding(running).build();
      assertThat(POLICY.decide(stackCase).outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(POLICY.whatIf(stackCase).earned()).isTrue();
    }

    @Test
    void doesNotReviveWhatFailed() {
      StackCase stackCase = StackCase.builder(NOW).holding(A).holding(failed).build();
      assertThat(POLICY.whatIf(stackCase).outcome()).isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void finishesWhatIsPlannedForLaterToday() {
      Holding planned = B.toBuilder().awarded(NOW.plusSeconds(9_999_999)).build();
      assertThat(
              POLICY.whatIf(StackCase.builder(NOW).holding(A).unfinished(planned).build()).earned())
          .isTrue();
    }
  }
}
