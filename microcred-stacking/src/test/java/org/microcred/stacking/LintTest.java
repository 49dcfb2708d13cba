package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.microcred.stacking.Policies.json;
import static org.microcred.stacking.Policies.policy;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.microcred.stacking.Lint.Cause;
import org.microcred.stacking.Lint.Code;
import org.microcred.stacking.Lint.Effort;

/** The section "Lint" of the specification. */
class LintTest {
  private static List<Tuple> errors(String rule, String... members) {
    return policy(rule, members).lint().findings().stream()
        .filter(finding -> finding.code().isError())
        .map(finding -> tuple(finding.code(), finding.subject()))
        .toList();
  }

  private static List<Code> codes(StackPolicy policy) {
    return policy.lint().findings().stream().map(Lint.Finding::code).toList();
  }

  @Nested
  class NobodyCanEarn {
    @Test
    void aRuleWhoseFilterContradictsItself() {
      String both = "{'id':'a','hold':{'allOf':[{'issuer':'x'},{'not':{'issuer':'x'}}]}}";
      assertThat(errors(both)).containsExactly(tuple(Code.UNSATISFIABLE, "a"));
      assertThat(errors("{'id':'a','hold':{'allOf':[{'issuer':'x'},{'issuer':['x','y']}]}}"))
          .isEmpty();
    }

    @Test
    void aRuleThatAsksForWhatThePolicyDoesNotAccept() {
      assertThat(errors("{'id':'a','hold':{'issuer':'x'}}", "'accept':{'issuer':'y'}"))
          .containsExactly(tuple(Code.UNSATISFIABLE, "a"));
      assertThat(errors("{'id':'a','hold':{'issuer':'x'}}", "'accept':{'issuer':['y','x']}"))
          .isEmpty();
    }

    @Test
    void aRuleThatAsksForWhatIsOnlyTold() {
      assertThat(
              errors("{'id':'a','hold':{'achievement':'x'}}", "'optional':[{'achievement':'x'}]"))
          .containsExactly(tuple(Code.UNSATISFIABLE, "a"));
    }

    @Test
    void aSumInAUnitThatNothingHas() {
      String hours = "{'id':'a','sum':{'of':'credits','unit':'%s'},'atLeast':3}";
      String set = "'set':[{'facts':{'unit':'hour'}}]";
      assertThat(errors(hours.formatted("ECTS"), set))
          .containsExactly(tuple(Code.UNSATISFIABLE, "a"));
      assertThat(errors(hours.formatted("hour"), set)).isEmpty();
      assertThat(errors(hours.formatted("CEU"), set, "'units':{'CEU':{'is':10,'of':'hour'}}"))
          .isEmpty();
    }

    @Test
    void aWindowThatExcludesEverything() {
      String rule = "{'id':'a','hold':{'earned':{'from':'2026-01-01','to':'2026-12-31'}}}";
      assertThat(errors(rule, "'accept':{'earned':{'to':'2025-12-31'}}"))
          .containsExactly(tuple(Code.EMPTY_WINDOW, "a"));
      assertThat(errors(rule, "'accept':{'earned':{'to':'2026-01-01'}}")).isEmpty();
      assertThat(errors(rule, "'accept':{'earned':{'within':'P1Y','of':'2028-06-01'}}"))
          .containsExactly(tuple(Code.EMPTY_WINDOW, "a"));
    }

    @Test
    void moreDifferentAchievementsThanAreNamed() {
      String count = "{'id':'a','count':{'from':{'achievement':['x','y']}%s},'atLeast':3}";
      Lint lint = policy(count.formatted(",'distinctBy':'achievement'")).lint();
      assertThat(lint.isSound()).isFalse();
      assertThat(lint.findings().get(0).message())
          .isEqualTo("a: asks for 3 where there are 2; lower the number or name more");
      assertThat(errors(count.formatted(""))).isEmpty();
    }

    @Test
    void aTotalAboveTheSumOfItsCaps() {
      String total =
          "{'id':'a','sum':{'of':'credits','unit':'h'},'atLeast':%d,'ofWhich':["
              + "{'from':{'source':'own'},'atMost':60},{'id':'t','from':{'source':{'not':'own'}},"
              + "'atMost':30}]}";
      assertThat(errors(total.formatted(91))).containsExactly(tuple(Code.TOTAL_ABOVE_CAPS, "a"));
      assertThat(errors(total.formatted(90))).isEmpty();
      String some =
          "{'id':'a','count':{},'atLeast':9,'ofWhich':[{'from':{'issuer':'x'},'atMost':3}]}";
      assertThat(errors(some)).isEmpty();
    }

    @Test
    void aMinimumAboveItsCap() {
      assertThat(
              errors(
                  "{'id':'a','count':{},'atLeast':9,'ofWhich':["
                      + "{'id':'p','from':{'issuer':'x'},'atLeast':4,'atMost':3}]}"))
          .containsExactly(tuple(Code.TOTAL_ABOVE_CAPS, "p"));
    }
  }

  @Nested
  class ProbablyNotMeant {
    private static final String THREE =
        "{'allOf':[{'hold':{'achievement':'a'}},{'hold':{'achievement':'b'}},"
            + "{'hold':{'achievement':'c'}}]}";

    @Test
    void anOptionalItemThatCouldServeARule() {
      assertThat(codes(policy(THREE, "'optional':[{'tag':'extra'}]")))
          .contains(Code.OPTIONAL_COULD_SERVE);
      String closed = "{'id':'a','hold':{'tag':{'is':'core','every':true}}}";
      assertThat(codes(policy(closed, "'optional':[{'tag':'extra'}]")))
          .doesNotContain(Code.OPTIONAL_COULD_SERVE);
    }

    @Test
    void fewerThanThreeComponents() {
      assertThat(codes(policy(THREE))).doesNotContain(Code.FEW_COMPONENTS);
      assertThat(codes(policy("{'count':{},'atLeast':3}"))).doesNotContain(Code.FEW_COMPONENTS);
      assertThat(codes(policy("{'someOf':1,'rules':[" + THREE + ",{'hold':{'tag':'x'}}]}")))
          .contains(Code.FEW_COMPONENTS);
    }

    @Test
    void noCommonAlignment() {
      String thread = "'accept':{'alignment':'https://skills.example/1'}";
      assertThat(codes(policy(THREE))).contains(Code.NO_COMMON_ALIGNMENT);
      assertThat(codes(policy(THREE, thread))).doesNotContain(Code.NO_COMMON_ALIGNMENT);
    }

    @Test
    void isNoError() {
      assertThat(policy(THREE).lint().isSound()).isTrue();
    }
  }

  @Nested
  class Costs {
    private static List<Tuple> costs(String rule, String... members) {
      return policy(rule, members).lint().costs().stream()
          .map(cost -> tuple(cost.rule(), cost.effort(), cost.because().orElse(null)))
          .toList();
    }

    private static final String HOURS = "'set':[{'facts':{'unit':'h'}}]";

    @Test
    void rulesThatWantOtherCredentialsCount() {
      assertThat(
              costs(
                  "{'id':'r','allOf':[{'id':'a','hold':{'issuer':'x'}},"
                      + "{'id':'b','sum':{'of':'credits','unit':'h','from':{'issuer':'y'}},'atLeast':3}]}",
                  HOURS))
          .containsExactly(
              tuple("r", Effort.COUNTING, null),
              tuple("a", Effort.COUNTING, null),
              tuple("b", Effort.COUNTING, null));
    }

    @Test
    void rulesThatCountAndCompeteAreAFlow() {
      assertThat(
              costs(
                  "{'id':'r','allOf':[{'id':'a','hold':{'tag':'x'}},{'id':'b','hold':{'tag':'y'}}]}"))
          .containsExactly(
              tuple("r", Effort.FLOW, null),
              tuple("a", Effort.FLOW, Cause.COMPETES),
              tuple("b", Effort.FLOW, Cause.COMPETES));
    }

    @Test
    void searchIsToldWithItsReason() {
      String sums =
          "{'id':'r','allOf':[{'id':'a','sum':{'of':'credits','unit':'h'},'atLeast':3},"
              + "{'id':'b','sum':{'of':'credits','unit':'h'},'atLeast':3}]}";
      assertThat(costs(sums, HOURS)).contains(tuple("a", Effort.SEARCH, Cause.AMOUNTS_COMPETE));
      assertThat(costs(sums, HOURS, "'divisible':true"))
          .contains(tuple("a", Effort.FLOW, Cause.COMPETES));
      assertThat(costs(sums, HOURS, "'use':{'free':[['a','b']]}"))
          .contains(tuple("a", Effort.COUNTING, null));
      assertThat(costs("{'id':'r','someOf':1,'rules':[{'id':'a','hold':{}},{'id':'b','hold':{}}]}"))
          .contains(tuple("r", Effort.SEARCH, Cause.ALTERNATIVES));
      assertThat(costs("{'id':'r','within':'P1Y','rule':{'id':'a','hold':{}}}"))
          .contains(tuple("a", Effort.SWEEP, Cause.DAYS));
      assertThat(policy(sums, HOURS).lint().explain())
          .contains("a: bounded search, since it competes with b for amounts that are not split");
    }
  }

  @Test
  void looksAtEveryPolicyWhateverItSays() throws Exception {
    assertThat(StackPolicy.parse(Policies.everything()).lint().costs()).isNotEmpty();
    Lint lint = StackPolicy.parse(Policies.withParameters()).lint();
    assertThat(lint.costs()).isNotEmpty();
    assertThat(lint.toJson().toString()).contains("\"effort\":");
  }

  @Test
  void aSetTellsCirclesAndCulsDeSac() throws Exception {
    String a = json("{'id':'x','hold':{'achievement':'urn:award-b'}}");
    String b =
        json("{'id':'x','hold':{'achievement':'https://uni.example/award'}}")
            .replace("https://uni.example/award\",\"type", "urn:award-b\",\"type")
            .replace("https://uni.example/stack", "https://uni.example/stack-b");
    List<Lint.Finding> findings =
        PolicySet.of(List.of(StackPolicy.parse(a), StackPolicy.parse(b)))
            .lint(List.of("urn:award-b", "urn:lost"));
    assertThat(findings)
        .extracting(Lint.Finding::code, Lint.Finding::subject)
        .containsExactly(
            tuple(Code.CYCLE, "https://uni.example/stack"), tuple(Code.CUL_DE_SAC, "urn:lost"));
    assertThat(findings.get(0).message())
        .startsWith("https://uni.example/stack: is needed for its own award");
  }
}
