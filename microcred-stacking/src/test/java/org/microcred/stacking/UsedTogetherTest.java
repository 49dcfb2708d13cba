package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a policy says of the holdings that are used together, one thing a test. */
class UsedTogetherTest {
  private static final String HOURS = "'set':[{'facts':{'unit':'h'}}]";

  private static HoldingBuilder worth(String id, long credits, String... tags) {
    HoldingBuilder holding = holding("urn:" + id, id).toBuilder().credits(credits);
    for (String tag : tags) {
      holding.tag(tag);
    }
    return holding;
  }

  private static Holding on(String achievement, String day) {
    return holding("urn:" + achievement, achievement).toBuilder()
        .awarded(LocalDate.parse(day))
        .build();
  }

  private static StackPolicy total(int atLeast, String ofWhich, String... members) {
    String[] all = new String[members.length + 1];
    System.arraycopy(members, 0, all, 0, members.length);
    all[members.length] = HOURS;
    return policy(
        "{'id':'total','sum':{'of':'credits','unit':'h'},'atLeast':"
            + atLeast
            + ",'ofWhich':["
            + ofWhich
            + "]}",
        all);
  }

  private static Reason reason(Decision decision, String id) {
    return decision.unused().stream()
        .filter(unused -> unused.id().equals(id))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  @Nested
  class Parts {
    private static final String CAP =
        "{'id':'transfer','from':{'tag':'transfer'},'atMost':5,'ofWhich':["
            + "{'id':'online','from':{'tag':'online'},'atMost':2}]}";

    @Test
    void aCapBeatsATotal() {
      Holding here = worth("here", 5, "own").build();
      Holding five = worth("five", 5, "transfer").build();
      Holding six = worth("six", 6, "transfer").build();
      assertThat(decide(total(10, CAP), here, five).earned()).isTrue();
      Decision over = decide(total(10, CAP), here, six);
      assertThat(over.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(reason(over, "urn:six")).isEqualTo(Reason.CAP_REACHED);
    }

    @Test
    void aNestedCapLooksAtWhatItsParentLooksAt() {
      Holding here = worth("here", 5, "online").build();
      assertThat(decide(total(8, CAP), here, worth("b", 3, "transfer", "online").build()).earned())
          .isFalse();
      assertThat(decide(total(7, CAP), here, worth("b", 2, "transfer", "online").build()).earned())
          .isTrue();
    }

    @Test
    void aResidencyIsOfWhatIsUsed() {
      StackPolicy policy = total(10, "{'id':'own','from':{'tag':'own'},'atLeast':6}");
      Holding own = worth("own", 5, "own").build();
      Holding other = worth("other", 9, "foreign").build();
      Decision short1 = decide(policy, own, other);
      assertThat(short1.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(short1.explain()).contains("[ ] of which own: 5, at least 6 (h)");
      assertThat(decide(policy, own, other, worth("o2", 1, "own").build()).earned()).isTrue();
    }

    @Test
    void aShareIsOfWhatIsAskedForOrOfWhatIsUsed() {
      Holding a = worth("a", 6, "y").build();
      Holding b = worth("b", 6, "x").build();
      String half = "{'from':{'tag':'x'},'atMost':{'percent':50,'of':'%s'}}";
      assertThat(decide(total(10, half.formatted("required")), a, b).earned()).isFalse();
      assertThat(decide(total(10, half.formatted("used")), a, b).earned()).isTrue();
    }

    @Test
    void aMeanIsWeightedByCreditsUnlessSaidOtherwise() {
      Holding good = worth("a", 1).result(HeldResult.of("5", HeldResult.Scale.NONE)).build();
      Holding poor = worth("b", 9).result(HeldResult.of("2", HeldResult.Scale.NONE)).build();
      String mean = "{'mean':{'of':'result'%s},'atLeast':'3.5'}";
      assertThat(decide(total(10, mean.formatted("")), good, poor).earned()).isFalse();
      assertThat(decide(total(10, mean.formatted(",'by':'holding'")), good, poor).earned())
          .isTrue();
    }
  }

  @Test
  void aMeanSaysByWhatItIsWeighedWhereThePolicyHasParameters() {
    String mean = "{'mean':{'of':'result','by':'holding'},'atLeast':'3.5'}";
    String parameters = "'parameters':{'p':{'type':'string','default':'x'}}";
    assertThat(total(10, mean, parameters).rule()).isEqualTo(total(10, mean).rule());
  }

  @Nested
  class Days {
    private static final String PAIR =
        "{'allOf':[{'id':'a','hold':{'achievement':'a'}},{'id':'b','hold':{'achievement':'b'}}]}";

    @Test
    void aWindowIncludesTheAnniversary() {
      StackPolicy policy = policy("{'within':'P3Y','rule':" + PAIR + "}");
      assertThat(decide(policy, on("a", "2020-02-01"), on("b", "2023-02-01")).earned()).isTrue();
      assertThat(decide(policy, on("a", "2020-02-01"), on("b", "2023-02-02")).earned()).isFalse();
    }

    @Test
    void anOrderMayBeOnOneDayUnlessItIsStrict() {
      String order = "{'before':['b'],'rule':'a','strict':%s}";
      String both = PAIR.substring(0, PAIR.length() - 2) + "," + order + "]}";
      Holding a = on("a", "2024-05-01");
      Holding same = on("b", "2024-05-01");
      assertThat(decide(policy(both.formatted("false")), a, same).earned()).isTrue();
      assertThat(decide(policy(both.formatted("true")), a, same).earned()).isFalse();
      assertThat(decide(policy(both.formatted("true")), a, on("b", "2024-05-02")).earned())
          .isTrue();
    }

    @Test
    void aHoldingWithoutADayLeavesAWindowOpen() {
      StackPolicy policy = policy("{'within':'P3Y','rule':" + PAIR + "}");
      Decision decision = decide(policy, on("a", "2024-05-01"), holding("urn:b", "b"));
      assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(decision.unknown()).extracting(UnknownFact::fact).contains("earned");
    }
  }

  @Nested
  class OneAndAnother {
    private static final String TWO = "{'id':'two','count':{},'atLeast':2}";

    @Test
    void ofEquivalentAchievementsOneCounts() {
      StackPolicy policy = policy(TWO, "'equivalent':[['a','b']]");
      Decision decision = decide(policy, holding("urn:a", "a"), holding("urn:b", "b"));
      assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
      StackPolicy asks = policy("{'hold':{'achievement':'a'}}", "'equivalent':[['a','b']]");
      assertThat(decide(asks, holding("urn:b", "b")).earned()).isTrue();
    }

    @Test
    void whatReplacesStandsForTheOldNotTheOtherWayRound() {
      String replaces = "'replaces':{'old':['new']}";
      assertThat(
              decide(policy("{'hold':{'achievement':'old'}}", replaces), holding("urn:n", "new"))
                  .earned())
          .isTrue();
      assertThat(
              decide(policy("{'hold':{'achievement':'new'}}", replaces), holding("urn:o", "old"))
                  .earned())
          .isFalse();
    }

    @Test
    void ofConflictingAchievementsOneCounts() {
      StackPolicy policy = policy(TWO, "'conflicts':[['a','b']]");
      Holding a = holding("urn:a", "a");
      Holding b = holding("urn:b", "b");
      Decision two = decide(policy, a, b);
      assertThat(two.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(two.unused()).extracting(Unused::reason).containsExactly(Reason.CONFLICT);
      assertThat(decide(policy, a, b, holding("urn:c", "c")).earned()).isTrue();
    }

    @Test
    void aWholeAndItsPartDoNotBothCount() {
      Holding part = holding("urn:a", "a").toBuilder().partOf("urn:b").build();
      assertThat(decide(policy(TWO), part, holding("urn:b", "b")).earned()).isFalse();
      assertThat(decide(policy(TWO), part, holding("urn:c", "c")).earned()).isTrue();
    }

    @Test
    void breadthIsAMatching() {
      StackPolicy policy = policy("{'count':{'distinctBy':'tag'},'atLeast':2}");
      Holding both = worth("a", 1, "x", "y").build();
      assertThat(decide(policy, both).earned()).isFalse();
      assertThat(decide(policy, both, worth("b", 1, "x").build()).earned()).isTrue();
      assertThat(decide(policy, worth("a", 1, "x").build(), worth("b", 1, "x").build()).earned())
          .isFalse();
    }

    @Test
    void whatIsOptionalIsToldAndNeverUsed() {
      StackPolicy policy = policy("{'count':{},'atLeast':1}", "'optional':[{'achievement':'x'}]");
      Decision decision = decide(policy, holding("urn:x", "x"));
      assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(decision.optional()).extracting(Holding::id).containsExactly("urn:x");
      assertThat(decision.unused()).isEmpty();
    }
  }

  @Nested
  class OtherAwards {
    private static Decision shared(String bound) {
      StackPolicy policy =
          policy("{'count':{},'atLeast':2}", "'use':{'withAward':[" + bound + "]}", HOURS);
      return decide(
          policy,
          worth("a", 4).usedIn("urn:other").build(),
          worth("b", 3, "new").usedIn("urn:other").build());
    }

    @Test
    void boundHowManyHoldingsTheyShare() {
      Decision one = shared("{'award':'urn:other','atMost':{'count':1}}");
      assertThat(one.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(one.unused()).extracting(Unused::reason).containsExactly(Reason.ALREADY_USED);
      assertThat(shared("{'award':'urn:other','atMost':{'count':2}}").earned()).isTrue();
      assertThat(shared("{'award':'urn:third','atMost':{'count':0}}").earned()).isTrue();
      assertThat(shared("{'award':'*','atMost':{'count':0}}").earned()).isFalse();
    }

    @Test
    void boundHowMuchTheyShareAndWhat() {
      String credits = "{'award':'*','atMost':{'credits':{'amount':%d,'unit':'h'}}}";
      assertThat(shared(credits.formatted(6)).earned()).isFalse();
      assertThat(shared(credits.formatted(7)).earned()).isTrue();
      assertThat(shared("{'award':'*','only':{'tag':'new'}}").earned()).isFalse();
    }
  }

  @Nested
  class WhatTheDecisionSays {
    private static final StackPolicy COMPETE =
        policy(
            "{'allOf':[{'id':'networks','hold':{'achievement':['net','ccna']}},"
                + "{'id':'foundations','hold':{'achievement':['net','ccna']}},"
                + "{'id':'other','hold':{'achievement':'other'}}]}");

    @Test
    void whichRulesCompete() {
      Decision decision = decide(COMPETE, holding("urn:net", "net"), holding("urn:o", "other"));
      assertThat(decision.impossible())
          .singleElement()
          .satisfies(
              impossible -> {
                assertThat(impossible.rules()).containsExactly("networks", "foundations");
                assertThat(impossible.need().orElseThrow()).isEqualByComparingTo("2");
                assertThat(impossible.holdings())
                    .extracting(Holding::id)
                    .containsExactly("urn:net");
              });
      assertThat(decision.explain())
          .contains("networks and foundations together need 2; only urn:net can serve them");
    }

    @Test
    void nothingCompetesWhereNothingIsHeld() {
      assertThat(decide(COMPETE).impossible()).isEmpty();
      assertThat(decide(COMPETE, holding("urn:o", "other")).impossible()).isEmpty();
    }

    @Test
    void sinceWhenTheAwardIsEarnedWithoutABreak() {
      StackPolicy policy = policy("{'count':{},'atLeast':1}");
      Holding early = on("a", "2020-01-10").toBuilder().expires(LocalDate.of(2024, 1, 31)).build();
      assertThat(decide(policy, early, on("b", "2022-05-01")).earnedOn())
          .contains(LocalDate.of(2020, 1, 10));
      assertThat(decide(policy, early, on("b", "2025-05-01")).earnedOn())
          .contains(LocalDate.of(2025, 5, 1));
      assertThat(decide(policy, early).earnedOn()).isEmpty();
      assertThat(decide(policy, holding("urn:x", "x")).earnedOn()).isEmpty();
    }

    @Test
    void whenItMayBeAnother() {
      StackPolicy policy = policy("{'hold':{'earned':{'within':'P1Y'}}}");
      Instant soon = NOW.plusSeconds(60);
      assertThat(decide(policy, on("a", "2026-01-10")).nextChangeAt())
          .contains(Instant.parse("2027-01-11T00:00:00Z"));
      assertThat(
              decide(policy, on("a", "2026-01-10").toBuilder().expires(soon).build())
                  .nextChangeAt())
          .contains(soon);
      assertThat(decide(policy("{'count':{},'atLeast':1}"), on("a", "2026-01-10")).nextChangeAt())
          .isEmpty();
    }

    @Test
    void whenThePolicyEnds() {
      StackPolicy policy =
          policy("{'count':{},'atLeast':1}", "'effective':{'finishBy':'2026-12-31'}");
      assertThat(decide(policy, holding("urn:a", "a")).nextChangeAt())
          .contains(Instant.parse("2027-01-01T00:00:00Z"));
    }
  }
}
