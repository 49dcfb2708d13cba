package org.microcred.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.microcred.stacking.Adjustment;
import org.microcred.stacking.Adjustment.Grant;
import org.microcred.stacking.Basis;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Derived;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.PolicySet;
import org.microcred.stacking.Reason;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.Unused;

/** What policies can say, each by examples: who is eligible, who nearly is, and what misleads. */
class StackFeaturesTest {
  private static Decision decide(String name, String wallet) {
    return StackExample.of(name).decide(wallet);
  }

  private static void expect(String name, Outcome outcome, String... wallets) {
    for (String wallet : wallets) {
      assertThat(decide(name, wallet).outcome()).as("%s of %s", wallet, name).isEqualTo(outcome);
    }
  }

  private static void eligible(String name, String... wallets) {
    expect(name, Outcome.EARNED, wallets);
  }

  private static void refused(String name, String... wallets) {
    expect(name, Outcome.NOT_EARNED, wallets);
  }

  private static Reason why(String name, String wallet, String holding) {
    return decide(name, wallet).unused().stream()
        .filter(unused -> unused.id().equals(holding))
        .map(Unused::reason)
        .findFirst()
        .orElseThrow();
  }

  @Nested
  @DisplayName("1 all of, some of, nested, alternative routes")
  class Routes {
    @Test
    void eitherRouteIsEnoughAndHalfOfEachIsNot() {
      eligible("cisco-recertification", "by-credits", "by-exam");
      refused("cisco-recertification", "half-a-credit-short", "carried-over");
      assertThat(decide("cisco-recertification", "half-a-credit-short").missing().alternatives())
          .hasSize(2);
    }
  }

  @Nested
  @DisplayName("2 sums of exact decimals, conversion of units")
  class Sums {
    @Test
    void decimalsAreExactAndUnitsAreConverted() {
      eligible("bloomboard-renewal", "teacher");
      eligible("cisco-recertification", "by-credits");
      refused("cisco-recertification", "half-a-credit-short");
      expect("bc-certificate", Outcome.UNDETERMINED, "no-unit");
    }
  }

  @Nested
  @DisplayName("3 filters on issuer, level, tag, form of assessment")
  class Filters {
    @Test
    void whatDoesNotPassIsToldWithItsReason() {
      eligible("futurelearn-certificate", "eligible");
      assertThat(why("futurelearn-certificate", "participated", "video"))
          .isEqualTo(Reason.NOT_ASSESSED);
      assertThat(why("bc-certificate", "eligible", "course")).isEqualTo(Reason.NOT_ACCEPTED_SOURCE);
      expect("futurelearn-certificate", Outcome.UNDETERMINED, "level-unknown");
    }
  }

  @Nested
  @DisplayName("4 every competency below a node of a framework, at a level")
  class Competencies {
    @Test
    void oneMicroCredentialMayShowSeveralAndOneBelowTheLevelShowsNone() {
      eligible("friday-institute", "eligible");
      assertThat(decide("friday-institute", "one-competency-short").missing().alternatives())
          .singleElement()
          .satisfies(way -> assertThat(way.items().get(0).needs().get(0).rule()).endsWith(".3"));
    }
  }

  @Nested
  @DisplayName("5 a minimum in every outcome, evidence, assessed and not attended")
  class Results {
    @Test
    void aGoodMeanDoesNotHideOneOutcomeBelowTheMinimum() {
      eligible("mqa-recognition", "eligible");
      refused("mqa-recognition", "one-outcome-below");
      assertThat(why("digital-promise", "attended", "reading")).isEqualTo(Reason.NOT_ASSESSED);
      refused("digital-promise", "below-proficient");
      expect("digital-promise", Outcome.UNDETERMINED, "nobody-said");
    }
  }

  @Nested
  @DisplayName("6 no double counting, optimal assignment")
  class Assignment {
    @Test
    void whereTheFirstFitFailsTheAssignmentIsFound() {
      eligible("texas-am-games", "eligible");
      eligible("wgu-bachelor", "eligible");
    }

    @Test
    void whatCompetesIsNamed() {
      assertThat(decide("wgu-bachelor", "one-certification-for-two").impossible())
          .singleElement()
          .satisfies(
              impossible -> {
                assertThat(impossible.rules()).containsExactly("networks", "routing");
                assertThat(impossible.need()).contains(new BigDecimal(2));
                assertThat(impossible.holdings()).extracting(Holding::id).containsExactly("ccna");
              });
      refused("texas-am-games", "one-course-for-two-areas");
    }
  }

  @Nested
  @DisplayName("7 bounded sharing with other awards")
  class OtherAwards {
    @Test
    void oneMayServeBothAwardsAndTwoMayNot() {
      eligible("nea-salary", "eligible", "one-shared");
      refused("nea-salary", "two-shared");
      assertThat(why("nea-salary", "two-shared", "language")).isEqualTo(Reason.ALREADY_USED);
    }
  }

  @Nested
  @DisplayName("8 divisible and indivisible credit")
  class Division {
    @Test
    void hoursAreSplitWhereThePolicyAllowsItAndCoursesAreNot() {
      eligible("athabasca-powered", "eligible");
      refused("athabasca-powered", "one-hour-short", "every-area-looks-full", "half-hours");
      refused("mqa-recognition", "no-part-of-a-course");
    }
  }

  @Nested
  @DisplayName("9 nested caps, residency, shares")
  class Caps {
    @Test
    void aCapBeatsATotal() {
      eligible("wgu-bachelor", "eligible");
      refused("wgu-bachelor", "whole-credits-under-a-cap");
      refused("bloomboard-renewal", "seminars-only");
      refused("suny-microcredential", "too-much-prior-learning");
      refused("futurelearn-certificate", "half-at-level-6");
    }

    @Test
    void aSubsetThatFillsTheCapIsFound() {
      eligible("mqa-recognition", "subset");
      assertThat(decide("mqa-recognition", "subset").used())
          .extracting(Holding::id)
          .contains("b", "c");
    }

    @Test
    void whatIsMissingIsAJointMinimum() {
      assertThat(decide("bloomboard-renewal", "of-which-practice").explain())
          .contains("15 (hour) for practice", "5 (hour) for hours");
    }
  }

  @Nested
  @DisplayName("10 recency, cycles, windows between components")
  class Windows {
    @Test
    void aDayDecides() {
      eligible("wgu-bachelor", "last-day");
      refused("wgu-bachelor", "a-day-late");
      eligible("cisco-professional", "three-years-to-the-day");
      refused("cisco-professional", "core-only", "a-day-too-far");
      refused("cisco-recertification", "carried-over");
    }

    @Test
    void aStaleAttemptDoesNotSpoilALaterOne() {
      eligible("cisco-professional", "core-passed-again");
    }
  }

  @Nested
  @DisplayName("11 expiry, revocation, re-issue")
  class Standing {
    @Test
    void aStackLapsesWithItsComponentAndComesBack() {
      eligible("bc-certificate", "eligible", "issued-again");
      refused("bc-certificate", "lapsed-yesterday");
      refused("cisco-professional", "withdrawn");
      refused("suny-associate", "microcredential-withdrawn");
      expect("bc-certificate", Outcome.UNDETERMINED, "status-unknown");
    }

    @Test
    void theDayAfterItsLastItIsNoLongerEarned() {
      StackExample example = StackExample.of("bc-certificate");
      StackCase today = example.question("eligible").build();
      StackCase tomorrow =
          StackCase.builder(today.at().plusSeconds(86_400)).holdings(today.holdings()).build();
      assertThat(example.policy().decide(today).nextChangeAt())
          .hasValueSatisfying(change -> assertThat(change).isBefore(tomorrow.at()));
      assertThat(example.policy().decide(tomorrow).earned()).isFalse();
    }
  }

  @Nested
  @DisplayName("12 equivalence, replacement, versions")
  class Equivalence {
    @Test
    void theNewEditionCountsForTheOldOneAndOneCourseOnce() {
      eligible("futurelearn-certificate", "eligible");
      refused("friday-institute", "one-course-twice");
      refused("nea-salary", "twice-the-same");
    }
  }

  @Nested
  @DisplayName("13 exclusion, prerequisites, order")
  class Order {
    @Test
    void duplicateContentCountsOnceAndTheOrderIsKept() {
      eligible("texas-am-games", "eligible");
      refused("texas-am-games", "same-content-twice", "same-day");
      eligible("friday-institute", "eligible");
      refused("friday-institute", "project-first");
    }
  }

  @Nested
  @DisplayName("14 rules that depend on parameters")
  class Parameters {
    @Test
    void theSameHoldingsAreJudgedByRoleAndByLevel() {
      assertThat(StackExample.of("bloomboard-renewal").holdings("teacher"))
          .isEqualTo(StackExample.of("bloomboard-renewal").holdings("leader"));
      eligible("bloomboard-renewal", "teacher");
      refused("bloomboard-renewal", "leader");
      eligible("mqa-recognition", "eligible", "subset");
    }
  }

  @Nested
  @DisplayName("15 breadth, mean over what is used")
  class Breadth {
    @Test
    void distinctPartnersAndAreasAreAsked() {
      eligible("digital-promise", "eligible");
      refused("digital-promise", "one-partner");
      eligible("suny-associate", "eligible");
      refused("suny-associate", "three-areas");
    }

    @Test
    void theSetIsChosenThatReachesTheMean() {
      eligible("futurelearn-certificate", "eligible", "a-better-four");
      refused("futurelearn-certificate", "mean-of-49");
    }
  }

  @Nested
  @DisplayName("16 exceptions")
  class Exceptions {
    private Decision with(Adjustment adjustment) {
      StackExample example = StackExample.of("bc-certificate");
      return example
          .policy()
          .decide(example.question("lapsed-yesterday").adjustment(adjustment).build());
    }

    private Grant grant(String by) {
      return Grant.of(by, LocalDate.parse("2026-06-01"), "recognised prior learning");
    }

    @Test
    void aWaiverCountsFromWhomThePolicyNamesAndRepairsNothingElse() {
      Decision waived = with(new Adjustment.Waiver("hours", grant("did:web:bcit.example")));
      assertThat(waived.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(waived.basis().adjustments().get(0).state()).isEqualTo(Basis.State.APPLIED);
      assertThat(
              with(new Adjustment.Waiver("cores", grant("did:web:mill.example")))
                  .basis()
                  .adjustments()
                  .get(0)
                  .state())
          .isEqualTo(Basis.State.NOT_ACCEPTED);
    }

    @Test
    void aWaiverAndASubstitutionCompleteIt() {
      StackExample example = StackExample.of("bc-certificate");
      Decision decision =
          example
              .policy()
              .decide(
                  example
                      .question("lapsed-yesterday")
                      .adjustment(new Adjustment.Waiver("hours", grant("did:web:bcit.example")))
                      .adjustment(
                          new Adjustment.Substitution(
                              "site", "assembly", grant("did:web:bcit.example")))
                      .build());
      assertThat(decision.outcome()).isEqualTo(Outcome.EARNED);
    }
  }

  @Nested
  @DisplayName("17 versions, effective dates, grandfathering")
  class Versions {
    private Decision started(String day) {
      StackExample example = StackExample.of("futurelearn-certificate");
      return example
          .policy()
          .decide(example.question("eligible").started(LocalDate.parse(day)).build());
    }

    @Test
    void whoStartedInTimeMayFinishUnderThisVersion() {
      assertThat(started("2024-01-01").earned()).isTrue();
      assertThat(started("2025-12-31").earned()).isTrue();
      assertThat(started("2026-01-01").basis().inEffect()).isFalse();
      assertThat(started("2026-01-01").earned()).isFalse();
    }
  }

  @Nested
  @DisplayName("18 stack of stacks")
  class Stacks {
    @Test
    void theAwardOfOneIsAHoldingOfTheOther() {
      StackExample part = StackExample.of("suny-microcredential");
      StackExample whole = StackExample.of("suny-associate");
      Optional<Holding> award = part.policy().holding(part.decide("eligible"));
      List<Holding> wallet =
          whole.holdings("eligible").stream().filter(h -> !h.id().equals("micro")).toList();
      StackCase.Builder question =
          StackCase.builder(whole.question("eligible").build().at()).holdings(wallet);
      assertThat(whole.policy().decide(question.build()).earned()).isFalse();
      assertThat(whole.policy().decide(question.holding(award.orElseThrow()).build()).earned())
          .isTrue();
      assertThat(part.policy().holding(part.decide("in-progress"))).isEmpty();
    }

    @Test
    void noStackNeedsItselfAndTheMicrocredentialLeadsSomewhere() {
      PolicySet all =
          PolicySet.of(
              StackExample.names().stream().map(name -> StackExample.of(name).policy()).toList());
      assertThat(all.cycles()).isEmpty();
      assertThat(all.askingFor("https://suny.example/data-analytics")).hasSize(1);
      assertThat(all.culDeSacs(List.of("https://suny.example/data-analytics", "evening-course")))
          .containsExactly("evening-course");
    }
  }

  @Nested
  @DisplayName("19 in progress, what if")
  class WhatIf {
    @Test
    void whatIsInProgressCountsInAWhatIfOnly() {
      StackExample example = StackExample.of("suny-microcredential");
      StackCase question = example.question("in-progress").build();
      assertThat(example.policy().decide(question).earned()).isFalse();
      Decision whatIf = example.policy().whatIf(question);
      assertThat(whatIf.earned()).isTrue();
      assertThat(whatIf.basis().assumed()).extracting(Holding::id).containsExactly("databases");
    }
  }

  @Test
  void computedPropertiesOfTheAwardAreTold() {
    assertThat(decide("futurelearn-certificate", "eligible").derived())
        .extracting(Derived::name, derived -> derived.value().orElse("?"))
        .containsExactly(tuple("credits", "60"), tuple("level", "7"));
  }
}
