package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingTest {
  private static final String HOURS = "'set':[{'facts':{'unit':'h'}}]";

  private static List<Missing.Item> only(Decision decision) {
    assertThat(decision.missing().proved()).isTrue();
    assertThat(decision.missing().alternatives()).hasSize(1);
    return decision.missing().alternatives().get(0).items();
  }

  private static Missing.Need need(String rule, String amount, String unit) {
    return new Missing.Need(
        rule, new BigDecimal(amount), Optional.of(unit).filter(u -> !u.isEmpty()));
  }

  @Test
  void isJointWhereRulesShare() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'id':'exam','hold':{'achievement':'exam'}},"
                + "{'id':'total','sum':{'of':'credits','unit':'h'},'atLeast':20}]}",
            HOURS,
            "'use':{'free':[['total','*']]}");
    Decision decision = decide(policy, holding("urn:1", "x").toBuilder().credits(12).build());
    Missing.Item item = only(decision).get(0);
    assertThat(item.needs()).containsExactly(need("exam", "1", ""), need("total", "8", "h"));
    assertThat(item.witnesses()).hasSize(1);
    assertThat(item.witnesses().get(0).credits()).contains(BigDecimal.valueOf(8));
  }

  @Test
  void isTheSmallestSumOverRulesThatCompete() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'id':'five','sum':{'of':'credits','unit':'h'},'atLeast':5},"
                + "{'id':'three','sum':{'of':'credits','unit':'h'},'atLeast':3}]}",
            HOURS);
    HoldingBuilder three = holding("urn:1", "x").toBuilder().credits(3);
    Decision decision =
        decide(policy, three.build(), holding("urn:2", "x").toBuilder().credits(3).build());
    assertThat(only(decision))
        .extracting(Missing.Item::needs)
        .containsExactly(List.of(need("five", "2", "h")));
    assertThat(decision.used()).hasSize(2);
  }

  @Test
  void asksForAchievementsThatAreNotHeldWhereTheyCountOnce() {
    StackPolicy policy =
        policy(
            "{'id':'c','count':{'from':{'achievement':['a','b','c']},'distinctBy':'achievement'},"
                + "'atLeast':3}");
    Missing.Item item = only(decide(policy, holding("urn:1", "b"))).get(0);
    assertThat(item.needs()).containsExactly(need("c", "2", ""));
    assertThat(item.witnesses())
        .flatExtracting(Holding::achievements)
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void listsAlternativesTheFewestCredentialsFirst() {
    StackPolicy policy =
        policy(
            "{'someOf':1,'rules':[{'id':'two','count':{'from':{'achievement':'a'}},'atLeast':2},"
                + "{'id':'one','hold':{'achievement':'b'}}]}");
    assertThat(decide(policy).missing().alternatives())
        .extracting(way -> way.items().get(0).needs().get(0).rule())
        .containsExactly("one", "two");
  }

  @Test
  void leavesOutAnAlternativeThatOnlyAsksForMore() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'id':'a','hold':{'achievement':'a'}},{'someOf':1,'rules':["
                + "{'id':'b','hold':{'achievement':'b'}},{'id':'c','hold':{'achievement':'c'}}]}]}");
    assertThat(only(decide(policy, holding("urn:1", "b"))))
        .flatExtracting(Missing.Item::needs)
        .containsExactly(need("a", "1", ""));
  }

  @Test
  void saysUntilWhenItWouldStillDo() {
    StackPolicy policy =
        policy("{'hold':{'achievement':'a','earned':{'from':'2026-01-01','to':'2026-06-30'}}}");
    assertThat(only(decide(policy)).get(0).by()).contains(LocalDate.of(2026, 6, 30));
  }

  @Test
  void asksForWhatEachRequirementLacksAndNotForWhatIsThere() {
    StackPolicy policy =
        policy(
            "{'id':'s','sum':{'of':'credits','unit':'h'},'atLeast':100,'ofWhich':["
                + "{'id':'p','from':{'tag':'p'},'atLeast':30},"
                + "{'id':'q','from':{'tag':'q'},'atLeast':50}]}",
            "'set':[{'facts':{'unit':'h'}}]");
    Decision decision =
        decide(
            policy,
            Holding.builder("urn:1", "a").tag("p").credits(30).awarded(NOW).build(),
            Holding.builder("urn:2", "b").tag("q").credits(15).awarded(NOW).build(),
            Holding.builder("urn:3", "c").credits(55).awarded(NOW).build());
    assertThat(only(decision))
        .flatExtracting(Missing.Item::needs)
        .containsExactly(need("q", "35", "h"));
  }

  @Test
  void saysForEachItemUntilWhenItWouldDo() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'within':'P3Y','rule':{'allOf':[{'id':'a','hold':{'achievement':'a'}},"
                + "{'id':'b','hold':{'achievement':'b'}}]}},{'id':'c','hold':{'achievement':'c'}}]}");
    Holding held = Holding.builder("urn:1", "a").awarded(NOW.minus(Duration.ofDays(365))).build();
    assertThat(only(decide(policy, held)))
        .extracting(item -> item.needs().get(0).rule(), Missing.Item::by)
        .containsExactly(
            tuple("b", Optional.of(LocalDate.of(2028, 6, 15))),
            // The window closes for the pair and not for what stands beside it.
            tuple("c", Optional.empty()));
  }

  @Test
  void imaginesANumberThatLeavesAMeanWhereItHasToBe() {
    StackPolicy policy =
        policy(
            "{'id':'s','count':{'from':{'fact':'mark','atLeast':40}},'atLeast':3,'ofWhich':["
                + "{'id':'m','mean':{'of':{'fact':'mark'},'by':'holding'},'atLeast':50}]}",
            "'facts':{'mark':{'column':'mark'}}");
    Decision decision =
        decide(
            policy,
            Holding.builder("urn:1", "a").fact("mark", "54").awarded(NOW).build(),
            Holding.builder("urn:2", "b").fact("mark", "46").awarded(NOW).build());
    assertThat(only(decision).get(0).witnesses())
        .singleElement()
        .extracting(witness -> witness.facts().get("mark"))
        .hasToString("[50]");
  }

  @Test
  void isEmptyWhereNothingEarnedTodayWouldHelp() {
    StackPolicy past = policy("{'hold':{'achievement':'a','earned':{'to':'2026-06-14'}}}");
    Decision decision = decide(past);
    assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(decision.missing().alternatives()).isEmpty();
    assertThat(decide(policy("{'hold':{'tag':'x','not':{'tag':'x'}}}")).missing().alternatives())
        .isEmpty();
  }

  @Test
  void imaginesWhatFiltersAndTheAcceptanceOfThePolicyAsk() {
    StackPolicy policy =
        policy(
            "{'allOf':[{'id':'r','hold':{'tag':['x','y'],'not':{'anyOf':[{'tag':'x'},"
                + "{'achievement':'old'}]},'source':{'not':'mill'},'result':{'atLeast':'B'}}},"
                + "{'id':'s','sum':{'of':{'fact':'live'},'unit':'h','from':{'achievement':'m'}},"
                + "'atLeast':5}]}",
            "'accept':{'issuer':['did:example:uni']}",
            "'scales':{'letter':['C','B','A']}",
            "'set':[{'when':{'tag':'recorded'},'facts':{'live':{'amount':0.5,'unit':'h'}}},"
                + "{'when':{'achievement':'m'},'facts':{'live':{'amount':3,'unit':'h'}}}]");
    Decision decision = decide(policy);
    List<Missing.Item> items = only(decision);
    assertThat(items)
        .flatExtracting(Missing.Item::needs)
        .containsExactly(need("r", "1", ""), need("s", "5", "h"));
    Holding first = items.get(0).witnesses().get(0);
    assertThat(first.tags()).containsExactly("y");
    assertThat(first.issuer()).contains("did:example:uni");
    assertThat(first.awarded()).contains(NOW);
    assertThat(items.get(1).witnesses()).hasSize(2);
    Holding[] all =
        items.stream().flatMap(item -> item.witnesses().stream()).toArray(Holding[]::new);
    assertThat(decide(policy, all).earned()).isTrue();
  }
}
