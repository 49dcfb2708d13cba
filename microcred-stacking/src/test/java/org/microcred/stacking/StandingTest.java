package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.policy;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Feature 11, and which of several attempts counts. */
class StandingTest {
  private static final StackPolicy NOW_IN_FORCE = policy("{'hold':{'achievement':'exam'}}");
  private static final StackPolicy WHEN_EARNED =
      policy("{'id':'x','hold':{'achievement':'exam'},'inForce':'whenEarned'}");
  private static final StackPolicy EVER =
      policy("{'id':'x','hold':{'achievement':'exam'},'inForce':'ever'}");

  private static HoldingBuilder exam() {
    return Holding.builder("urn:1", "exam").awarded(LocalDate.of(2020, 5, 1));
  }

  private static Outcome answer(StackPolicy policy, HoldingBuilder holding) {
    return decide(policy, holding.build()).outcome();
  }

  @Nested
  class InForce {
    @Test
    void anExamThatExpiredCountsWhereItDoesNotLapse() {
      HoldingBuilder expired = exam().expires(LocalDate.of(2023, 5, 1));
      assertThat(answer(NOW_IN_FORCE, expired)).isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer(WHEN_EARNED, expired)).isEqualTo(Outcome.EARNED);
      assertThat(answer(EVER, expired)).isEqualTo(Outcome.EARNED);
    }

    @Test
    void whatHadExpiredBeforeItWasAwardedNeverStood() {
      assertThat(answer(WHEN_EARNED, exam().expires(LocalDate.of(2020, 4, 30))))
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void aRevocationWithoutADateIsOneFromTheBeginning() {
      HoldingBuilder revoked = exam().status(Holding.Status.REVOKED);
      assertThat(answer(WHEN_EARNED, revoked)).isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer(EVER, revoked)).isEqualTo(Outcome.NOT_EARNED);
      assertThat(decide(EVER, revoked.build()).unused())
          .extracting(Unused::reason)
          .containsExactly(Reason.REVOKED);
    }

    @Test
    void aLaterRevocationDoesNotReachBack() {
      HoldingBuilder revoked =
          exam().status(Holding.Status.REVOKED).statusSince(NOW.minus(Duration.ofDays(9)));
      assertThat(answer(NOW_IN_FORCE, revoked)).isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer(WHEN_EARNED, revoked)).isEqualTo(Outcome.EARNED);
      assertThat(answer(EVER, revoked)).isEqualTo(Outcome.EARNED);
    }

    @Test
    void aSuspensionWithoutADateLeavesOpenWhetherItStoodThen() {
      HoldingBuilder suspended = exam().status(Holding.Status.SUSPENDED);
      assertThat(answer(NOW_IN_FORCE, suspended)).isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer(WHEN_EARNED, suspended)).isEqualTo(Outcome.UNDETERMINED);
      assertThat(decide(WHEN_EARNED, suspended.build()).unknown())
          .extracting(UnknownFact::fact)
          .containsExactly("status");
      assertThat(answer(EVER, suspended)).isEqualTo(Outcome.EARNED);
    }

    @Test
    void oneRuleMayLookBackWhereAnotherDoesNot() {
      StackPolicy both =
          policy(
              "{'allOf':[{'id':'exam','hold':{'achievement':'exam'},'inForce':'ever'},"
                  + "{'id':'card','hold':{'achievement':'card'}}]}");
      Holding expired = exam().expires(LocalDate.of(2023, 5, 1)).build();
      Holding card = Holding.builder("urn:2", "card").expires(LocalDate.of(2023, 5, 1)).build();
      Decision decision = decide(both, expired, card);
      assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(decision.used()).containsExactly(expired);
      assertThat(decision.unused()).extracting(Unused::reason).containsExactly(Reason.EXPIRED);
    }

    @Test
    void aSupersededVersionDoesNotCountWhateverTheRule() {
      Holding old = exam().validFrom(NOW.minus(Duration.ofDays(9))).digest("x").build();
      Holding revoked =
          exam().validFrom(NOW.minus(Duration.ofDays(1))).status(Holding.Status.REVOKED).build();
      assertThat(decide(EVER, old, revoked).outcome()).isEqualTo(Outcome.NOT_EARNED);
    }
  }

  @Nested
  class Attempts {
    private static final String SCALE = "'scales':{'mark':['fail','pass','merit']}";
    private static final String PASS = "'hold':{'achievement':'exam','result':{'atLeast':'pass'}}}";

    private static Holding attempt(String id, LocalDate day, String mark) {
      return Holding.builder(id, "exam")
          .awarded(day)
          .result(HeldResult.of(mark, HeldResult.Scale.NONE))
          .build();
    }

    private final Holding spring = attempt("urn:1", LocalDate.of(2026, 3, 1), "pass");
    private final Holding summer = attempt("urn:2", LocalDate.of(2026, 6, 1), "fail");

    @Test
    void aStalePassDoesNotCountWhereTheLatestAttemptDoes() {
      assertThat(decide(policy("{" + PASS, SCALE), spring, summer).earned()).isTrue();
      StackPolicy latest = policy("{'id':'x','which':'latest'," + PASS, SCALE);
      Decision decision = decide(latest, spring, summer);
      assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(decision.unused())
          .extracting(unused -> unused.id() + " " + unused.reason())
          .containsExactly("urn:1 DUPLICATE", "urn:2 BELOW_MINIMUM");
      assertThat(decide(latest, spring).earned()).isTrue();
    }

    @Test
    void anAttemptWhoseStatusIsFailedIsAnAttempt() {
      StackPolicy latest = policy("{'which':'latest'," + PASS, SCALE);
      Holding failed =
          Holding.builder("urn:2", "exam")
              .awarded(LocalDate.of(2026, 6, 1))
              .result(HeldResult.ofStatus("Failed"))
              .build();
      Holding running =
          Holding.builder("urn:3", "exam")
              .awarded(LocalDate.of(2026, 6, 2))
              .result(HeldResult.ofStatus("InProgress"))
              .build();
      assertThat(decide(latest, spring, failed).outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(decide(latest, spring, running).earned()).isTrue();
    }

    @Test
    void onlyTheFirstCountsWhereTheFirstIsAsked() {
      StackPolicy first = policy("{'which':'first'," + PASS, SCALE);
      assertThat(decide(first, spring, summer).earned()).isTrue();
      Holding winter = attempt("urn:3", LocalDate.of(2026, 1, 1), "fail");
      assertThat(decide(first, winter, spring).outcome()).isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void onlyTheBestCountsWhereTheBestIsAsked() {
      StackPolicy best = policy("{'id':'x','which':'best','count':{'from':{}},'atLeast':2}", SCALE);
      assertThat(decide(best, spring, summer).outcome()).isEqualTo(Outcome.NOT_EARNED);
      Holding other = attempt("urn:4", LocalDate.of(2026, 4, 1), "pass");
      assertThat(decide(best, spring, other).earned()).isTrue();
    }

    @Test
    void onOneDayNobodyKnowsWhichCameLast() {
      StackPolicy latest = policy("{'id':'x','which':'latest'," + PASS, SCALE);
      Holding sameDay = attempt("urn:2", LocalDate.of(2026, 3, 1), "fail");
      Decision decision = decide(latest, spring, sameDay);
      assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(decision.unknown()).extracting(UnknownFact::fact).containsExactly("attempt");
    }
  }
}
