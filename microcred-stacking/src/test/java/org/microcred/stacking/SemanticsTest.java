package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The section "Semantics" of the specification, and what it says of holdings and filters. */
class SemanticsTest {
  private static final StackPolicy HOLD_A = policy("{'id':'a','hold':{'achievement':'a'}}");

  private static HoldingBuilder a(String id) {
    return holding(id, "a").toBuilder();
  }

  private static Reason reason(Decision decision, String id) {
    return decision.unused().stream()
        .filter(unused -> unused.id().equals(id))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  @Nested
  class Dates {
    @Test
    void aCredentialExpiresAtItsInstant() {
      assertThat(decide(HOLD_A, a("urn:1").expires(NOW).build()).earned()).isTrue();
      Decision late = decide(HOLD_A, a("urn:1").expires(NOW.minusNanos(1)).build());
      assertThat(late.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(reason(late, "urn:1")).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void aDayOfExpiryIsIncluded() {
      assertThat(decide(HOLD_A, a("urn:1").expires(LocalDate.of(2026, 6, 15)).build()).earned())
          .isTrue();
      assertThat(decide(HOLD_A, a("urn:1").expires(LocalDate.of(2026, 6, 14)).build()).earned())
          .isFalse();
    }

    @Test
    void aHoldingAwardedLaterDoesNotExistYet() {
      Holding later = a("urn:1").awarded(NOW.plusSeconds(1)).build();
      assertThat(reason(decide(HOLD_A, later), "urn:1")).isEqualTo(Reason.OUT_OF_WINDOW);
      assertThat(decide(HOLD_A, a("urn:1").awarded(NOW).build()).earned()).isTrue();
    }

    @Test
    void aVersionThatDoesNotExistYetSupersedesNothing() {
      Holding now = a("urn:1").validFrom(NOW.minusSeconds(9)).digest("x").build();
      Holding later = a("urn:1").validFrom(NOW.plusSeconds(9)).digest("y").build();
      assertThat(decide(HOLD_A, later, now).used()).containsExactly(now);
    }

    @Test
    void aWindowIncludesBothItsDays() {
      StackPolicy window = policy("{'hold':{'earned':{'from':'2026-03-01','to':'2026-03-31'}}}");
      for (String day : new String[] {"2026-03-01T00:00:00Z", "2026-03-31T23:59:59Z"}) {
        assertThat(decide(window, a("urn:1").awarded(Instant.parse(day)).build()).earned())
            .isTrue();
      }
      for (String day : new String[] {"2026-02-28T23:59:59Z", "2026-04-01T00:00:00Z"}) {
        Decision outside = decide(window, a("urn:1").awarded(Instant.parse(day)).build());
        assertThat(reason(outside, "urn:1")).isEqualTo(Reason.OUT_OF_WINDOW);
      }
    }

    @Test
    void theDayOfAwardComesBeforeTheDayOfIssue() {
      StackPolicy window = policy("{'hold':{'earned':{'to':'2026-03-31'}}}");
      Holding reissued =
          a("urn:1")
              .awarded(LocalDate.of(2026, 3, 1))
              .validFrom(Instant.parse("2026-05-01T00:00:00Z"))
              .build();
      assertThat(decide(window, reissued).earned()).isTrue();
    }
  }

  @Nested
  class Versions {
    private final Holding old = a("urn:1").validFrom(NOW.minusSeconds(9)).digest("old").build();

    @Test
    void theNewerValidFromWins() {
      Holding newer = a(" urn:1").validFrom(NOW.minusSeconds(5)).digest("new").build();
      Decision decision = decide(HOLD_A, old, newer);
      assertThat(decision.used()).containsExactly(newer);
      assertThat(reason(decision, "urn:1")).isEqualTo(Reason.SUPERSEDED);
    }

    @Test
    void aRevokedNewerVersionNeverRevivesAnOlderOne() {
      for (Instant from : new Instant[] {NOW.minusSeconds(5), NOW.minusSeconds(9)}) {
        Holding revoked =
            a("urn:1").validFrom(from).digest("rev").status(Holding.Status.REVOKED).build();
        Decision decision = decide(HOLD_A, old, revoked);
        assertThat(decision.earned()).isFalse();
        assertThat(decision.unused())
            .extracting(Unused::reason)
            .containsExactlyInAnyOrder(Reason.SUPERSEDED, Reason.REVOKED);
      }
    }

    @Test
    void idsAreComparedPercentDecoded() {
      Holding one = a("https://x/%61b").validFrom(NOW.minusSeconds(9)).build();
      Holding two = a("https://x/ab").validFrom(NOW.minusSeconds(5)).build();
      assertThat(decide(HOLD_A, one, two).used()).containsExactly(two);
      Holding broken = a("https://x/%zz").build();
      assertThat(decide(HOLD_A, broken).used()).containsExactly(broken);
    }

    @Test
    void theSameCredentialTwiceIsADuplicate() {
      Decision decision = decide(HOLD_A, old, old);
      assertThat(decision.uses()).hasSize(1);
      assertThat(reason(decision, "urn:1")).isEqualTo(Reason.DUPLICATE);
    }

    @Test
    void oneIdFromTwoIssuersIsTwoCredentials() {
      StackPolicy two = policy("{'count':{'from':{}},'atLeast':2}");
      Holding other = old.toBuilder().issuer("did:example:other").build();
      assertThat(decide(two, old, other).earned()).isTrue();
    }
  }

  @Nested
  class Completions {
    @Test
    void twoPassesOfOneExamAreTwoHoldings() {
      StackPolicy two = policy("{'count':{'from':{'achievement':'a'}},'atLeast':2}");
      assertThat(decide(two, a("urn:1").build(), a("urn:2").build()).earned()).isTrue();
    }

    @Test
    void aSecondCompletionCountsOnceWhereAchievementsAreCounted() {
      StackPolicy two =
          policy("{'count':{'from':{'achievement':'a'},'distinctBy':'achievement'},'atLeast':2}");
      Decision decision = decide(two, a("urn:1").build(), a("urn:2").build());
      assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(decision.uses()).hasSize(1);
      assertThat(decision.unused()).extracting(Unused::reason).containsExactly(Reason.DUPLICATE);
    }

    @Test
    void theLargerOfTwoCompletionsCountsInASum() {
      StackPolicy sum =
          policy(
              "{'sum':{'of':'credits','unit':'h','distinctBy':'achievement'},'atLeast':5}",
              "'set':[{'facts':{'unit':'h'}}]");
      Holding small = a("urn:1").credits(2).build();
      Holding large = a("urn:2").credits(5).build();
      Decision decision = decide(sum, small, large);
      assertThat(decision.used()).containsExactly(large);
      assertThat(decide(sum, small, a("urn:3").credits(3).build()).earned()).isFalse();
    }

    @Test
    void whatIsNotCompletedDoesNotCount() {
      for (String status : new String[] {"InProgress", "Enrolled", "Failed", "Provisional"}) {
        Decision decision = decide(HOLD_A, a("urn:1").result(HeldResult.ofStatus(status)).build());
        assertThat(reason(decision, "urn:1")).as(status).isEqualTo(Reason.NOT_COMPLETED);
      }
      assertThat(
              decide(HOLD_A, a("urn:1").result(HeldResult.ofStatus("Completed")).build()).earned())
          .isTrue();
    }
  }

  @Nested
  class Used {
    @Test
    void isGivenUpSoonestToExpireFirstThenLatestAwardedThenById() {
      Holding soon = a("urn:1").expires(NOW.plusSeconds(9)).build();
      Holding late = a("urn:2").awarded(NOW.minusSeconds(1)).build();
      Holding early = a("urn:3").awarded(NOW.minusSeconds(9)).build();
      assertThat(decide(HOLD_A, soon, late, early).used()).containsExactly(early);
      assertThat(decide(HOLD_A, soon, late).used()).containsExactly(late);
      assertThat(decide(HOLD_A, a("urn:8").build(), a("urn:9").build()).used())
          .extracting(Holding::id)
          .containsExactly("urn:9");
    }

    @Test
    void surplusIsReportedAsNotNeeded() {
      StackPolicy sum =
          policy(
              "{'sum':{'of':'credits','unit':'h'},'atLeast':5}", "'set':[{'facts':{'unit':'h'}}]");
      Decision decision =
          decide(sum, holding("urn:1", "a").toBuilder().credits(5).build(), credits("urn:2", 4));
      assertThat(decision.used()).extracting(Holding::id).containsExactly("urn:1");
      assertThat(reason(decision, "urn:2")).isEqualTo(Reason.NOT_NEEDED);
      assertThat(decision.rule().have()).isEqualByComparingTo(BigDecimal.valueOf(9));
      assertThat(decision.rule().counts()).isEqualByComparingTo(BigDecimal.valueOf(5));
    }

    private static Holding credits(String id, long credits) {
      return holding(id, "b").toBuilder().credits(credits).build();
    }
  }

  @Nested
  class Amounts {
    private final StackPolicy tenth =
        policy(
            "{'sum':{'of':'credits','unit':'h'},'atLeast':'0.3'}",
            "'set':[{'facts':{'unit':'h'}}]");

    @Test
    void areExactDecimals() {
      Holding one = holding("urn:1", "a").toBuilder().credits(new BigDecimal("0.1")).build();
      Holding two = holding("urn:2", "b").toBuilder().credits(new BigDecimal("0.2")).build();
      assertThat(decide(tenth, one, two).earned()).isTrue();
    }

    @Test
    void finerThanAMillionthAreNeitherRoundedUpNorARefusal() {
      Holding nearly =
          holding("urn:1", "a").toBuilder().credits(new BigDecimal("0.29999999999")).build();
      Decision decision = decide(tenth, nearly);
      assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(decision.unknown()).extracting(UnknownFact::fact).containsExactly("credits");
    }

    @Test
    void ofAnotherUnitDoNotCount() {
      StackPolicy policy =
          policy(
              "{'id':'s','sum':{'of':'credits','unit':'h'},'atLeast':1}",
              "'set':[{'facts':{'unit':'ECTS'}}]");
      Decision decision = decide(policy, a("urn:1").credits(9).build());
      assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(reason(decision, "urn:1")).isEqualTo(Reason.BELOW_MINIMUM);
    }

    @Test
    void ofAUnitThatNobodyNamesAreUnknown() {
      Decision decision =
          decide(
              policy("{'id':'s','sum':{'of':'credits','unit':'h'},'atLeast':1}"),
              a("urn:1").credits(9).build());
      assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(decision.unknown()).extracting(UnknownFact::fact).containsExactly("unit");
    }

    @Test
    void beyondAllBoundsDoNotOverflow() {
      StackPolicy million =
          policy(
              "{'sum':{'of':'credits','unit':'h'},'atLeast':10000000}",
              "'set':[{'facts':{'unit':'h'}}]");
      HoldingBuilder huge = holding("urn:1", "a").toBuilder();
      assertThat(decide(million, huge.credits(new BigDecimal("1e999")).build()).earned()).isTrue();
      assertThat(decide(million, huge.credits(new BigDecimal("1e-999")).build()).outcome())
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void thatAreAbsentAreUnknownUnlessThePolicySaysZero() {
      String set = "'set':[{'facts':{'unit':'h'}}]";
      assertThat(
              decide(
                      policy("{'sum':{'of':'credits','unit':'h'},'atLeast':1}", set),
                      a("urn:1").build())
                  .outcome())
          .isEqualTo(Outcome.UNDETERMINED);
      assertThat(
              decide(
                      policy("{'sum':{'of':'credits','unit':'h','absent':0},'atLeast':1}", set),
                      a("urn:1").build())
                  .outcome())
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void canBeGivenByThePolicyAndTheFirstEntryCounts() {
      StackPolicy policy =
          policy(
              "{'sum':{'of':{'fact':'live'},'unit':'h'},'atLeast':3}",
              "'set':[{'when':{'achievement':'a'},'facts':{'live':{'amount':2,'unit':'h'}}},"
                  + "{'facts':{'live':{'amount':'1','unit':'h'}}}]");
      assertThat(decide(policy, a("urn:1").build(), holding("urn:2", "b")).earned()).isTrue();
      assertThat(decide(policy, a("urn:1").build()).earned()).isFalse();
    }
  }
}
