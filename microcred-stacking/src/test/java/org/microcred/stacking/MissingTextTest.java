package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is missing, in words. */
class MissingTextTest {
  private static final String UNIT = "'set':[{'facts':{'unit':'hour'}}]";
  private static final String TOTAL_SHARES = "'use':{'free':[['total','*']]}";

  private static String hold(String id) {
    return "{'id':'" + id + "','hold':{'achievement':'" + id + "'}}";
  }

  private static String sum(String id, String from, int atLeast) {
    return "{'id':'"
        + id
        + "','sum':{'of':'credits','unit':'hour','from':"
        + from
        + "},'atLeast':"
        + atLeast
        + "}";
  }

  private static String all(String... rules) {
    return "{'allOf':[" + String.join(",", rules) + "]}";
  }

  private static String missing(StackPolicy policy, Holding... holdings) {
    Decision decision = Policies.decide(policy, holdings);
    assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
    List<Holding> enough = new ArrayList<>(List.of(holdings));
    decision
        .missing()
        .alternatives()
        .get(0)
        .items()
        .forEach(item -> enough.addAll(item.witnesses()));
    assertThat(Policies.decide(policy, enough.toArray(Holding[]::new)).earned()).isTrue();
    String text = decision.explain();
    return text.substring(text.indexOf("Missing:"));
  }

  @Test
  void asksOneCredentialForItsAmount() {
    StackPolicy policy = policy(all(hold("exam"), sum("total", "{}", 20)), UNIT, TOTAL_SHARES);
    assertThat(missing(policy, holding("urn:1", "x").toBuilder().credits(19).build()))
        .isEqualTo(
            """
            Missing:
              exam: 1 more
              it must bring at least 1 (hour) for total
            """);
  }

  @Test
  void asksSeveralCredentialsForOneAmountTogether() {
    StackPolicy policy =
        policy(all(hold("a"), hold("b"), hold("c"), sum("total", "{}", 20)), UNIT, TOTAL_SHARES);
    assertThat(
            missing(
                policy, holding("urn:a", "a").toBuilder().credits(new BigDecimal("8.5")).build()))
        .isEqualTo(
            """
            Missing:
              b: 1 more
              c: 1 more
              together they must bring at least 11.5 (hour) for total
            """);
  }

  @Test
  void addsUpWhatSeveralCredentialsWereImaginedToBring() {
    StackPolicy policy =
        policy(
            all(
                "{'id':'c','count':{'from':{'tag':'core'}},'atLeast':2}",
                "{'id':'live','sum':{'of':{'fact':'live'},'unit':'hour'},'atLeast':8}"),
            "'set':[{'facts':{'live':{'amount':3,'unit':'hour'}}}]",
            "'use':{'free':[['live','*']]}");
    assertThat(missing(policy))
        .isEqualTo(
            """
            Missing:
              c: 2 more
              live: 1 or more
              together they must bring at least 8 (hour) for live
            """);
  }

  @Test
  void namesEveryRuleThatOneCredentialServes() {
    StackPolicy policy =
        policy(
            all(hold("exam"), "{'id':'core','hold':{}}", "{'id':'any','hold':{}}"),
            "'use':{'free':[['exam','core'],['exam','any'],['core','any']]}");
    assertThat(missing(policy)).isEqualTo("Missing:\n  exam: 1 more, also for core and any\n");
  }

  @Test
  void keepsAnAmountApartToWhichNothingElseAdds() {
    StackPolicy policy =
        policy(
            all(
                hold("exam"),
                sum("total", "{'achievement':['exam','x']}", 20),
                sum("lab", "{'achievement':'lab'}", 5)),
            UNIT,
            TOTAL_SHARES);
    assertThat(missing(policy))
        .isEqualTo(
            """
            Missing:
              exam: 1 more
              it must bring at least 20 (hour) for total
              lab: 5 more (hour)
            """);
  }

  @Test
  void saysOnceWhatCredentialsOfAmountsBringToSeveralRules() {
    StackPolicy policy =
        policy(all(sum("total", "{}", 20), sum("upper", "{}", 5)), UNIT, TOTAL_SHARES);
    assertThat(missing(policy))
        .isEqualTo(
            """
            Missing:
              total and upper: 1 or more
              together they must bring at least 20 (hour) for total and 5 (hour) for upper
            """);
  }

  @Test
  void listsThreeRulesWithACommaAndNamesTheLastDay() {
    String until = "{'earned':{'to':'2026-06-30'}}";
    StackPolicy policy =
        policy(
            all(sum("a", until, 3), sum("b", until, 2), sum("c", until, 1)),
            UNIT,
            "'use':{'free':[['a','b'],['a','c'],['b','c']]}");
    assertThat(missing(policy))
        .isEqualTo(
            """
            Missing:
              a, b and c: 1 or more, earned by 2026-06-30
              together they must bring at least 3 (hour) for a, 2 (hour) for b and 1 (hour) for c
            """);
  }

  @Test
  void countsOneRuleAsOne() {
    String text = Policies.decide(policy("{'id':'only','allOf':[" + hold("a") + "]}")).explain();
    assertThat(text).contains("[ ] only: 0 of 1 rule\n").endsWith("Missing:\n  a: 1 more\n");
  }
}
