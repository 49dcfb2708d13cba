package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.json;
import static org.microcred.stacking.Policies.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;

/** Features 14 and 17: rules that depend on parameters, and versions of a policy. */
class ParametersTest {
  private static Holding hours(String id, int credits, LocalDate day) {
    return Holding.builder(id, "course").credits(credits).awarded(day).build();
  }

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  private static StackCase.Builder teacher() {
    return StackCase.builder(NOW).parameter("role", "teacher").parameter("start", "2025-03-01");
  }

  private static List<String> refusals(String json) {
    InvalidDocumentException refused =
        catchThrowableOfType(InvalidDocumentException.class, () -> StackPolicy.parse(json));
    assertThat(refused).as(json).isNotNull();
    return refused.violations().stream()
        .map((Violation v) -> v.code() + " " + v.pointer())
        .toList();
  }

  @Nested
  class Values {
    private final StackPolicy policy = parse(Policies.withParameters());

    private static StackPolicy parse(String json) {
      try {
        return StackPolicy.parse(json);
      } catch (InvalidDocumentException e) {
        throw new AssertionError(e);
      }
    }

    @Test
    void chooseAmountsAndDates() {
      Holding fifteen = hours("urn:1", 15, MARCH);
      assertThat(policy.decide(teacher().holding(fifteen).build()).earned()).isTrue();
      assertThat(policy.decide(teacher().holding(hours("urn:1", 14, MARCH)).build()).outcome())
          .isEqualTo(Outcome.NOT_EARNED);
      StackCase late = teacher().parameter("start", "2026-03-02").holding(fifteen).build();
      assertThat(policy.decide(late).outcome()).isEqualTo(Outcome.NOT_EARNED);
      StackCase ended = teacher().parameter("end", "2026-02-28").holding(fifteen).build();
      assertThat(policy.decide(ended).outcome()).isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void decideWhichRulesApply() {
      Holding fifty = hours("urn:1", 50, MARCH);
      Holding project = Holding.builder("urn:2", "project").build();
      StackCase.Builder leader = teacher().parameter("role", "leader").holding(fifty);
      Decision without = policy.decide(leader.build());
      assertThat(without.outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(without.missing().alternatives().get(0).items().get(0).needs())
          .extracting(Missing.Need::rule)
          .containsExactly("project");
      Decision with = policy.decide(leader.holding(project).build());
      assertThat(with.earned()).isTrue();
      assertThat(with.used()).containsExactly(fifty, project);
      assertThat(with.basis().parameters())
          .containsEntry("role", "leader")
          .containsEntry("much", "50")
          .containsEntry("end", "2026-12-31");
    }

    @Test
    void ofARuleThatDoesNotApplyAreTold() {
      Decision decision = policy.decide(teacher().holding(hours("urn:1", 15, MARCH)).build());
      assertThat(decision.explain())
          .contains("with role: teacher\n")
          .contains("[x] /rule: 3 of 3 rules\n")
          .contains("[-] leaders: does not apply\n");
      assertThat(decision.rule().rules().get(1).state()).isEqualTo(RuleResult.State.NOT_APPLICABLE);
    }

    @Test
    void areComparedByDay() {
      Holding fifteen = hours("urn:1", 15, MARCH);
      StackCase.Builder on = teacher().parameter("start", "2026-01-01").holding(fifteen);
      assertThat(policy.decide(on.build()).outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(policy.decide(on.parameter("start", "2025-12-31").build()).earned()).isTrue();
    }

    @Test
    void mayBeGivenOnceForMany() throws Exception {
      StackPolicy given = policy.with(Map.of("role", "teacher", "start", "2025-03-01"));
      StackCase stackCase = StackCase.builder(NOW).holding(hours("urn:1", 15, MARCH)).build();
      assertThat(given.decide(stackCase).earned()).isTrue();
      assertThat(given.rule().id()).isEqualTo("/rule");
      assertThat(StackPolicy.parse(given.toJson().toString())).isEqualTo(given);
      assertThat(StackPolicy.parse(policy.toJson().toString())).isEqualTo(policy);
      assertThat(given).isNotEqualTo(policy);
    }

    @Test
    void thatAreMissingOrDoNotFitAreMisuse() {
      StackCase nothing = StackCase.builder(NOW).build();
      assertThatThrownBy(() -> policy.decide(nothing))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("role")
          .hasMessageContaining("teacher, leader");
      assertThatThrownBy(() -> policy.decide(teacher().parameter("role", "cook").build()))
          .hasMessageContaining("cook");
      assertThatThrownBy(() -> policy.decide(teacher().parameter("start", "May").build()))
          .hasMessageContaining("not a date");
      assertThatThrownBy(() -> policy.decide(teacher().parameter("much", "-1").build()))
          .hasMessageContaining("not a number");
      assertThatThrownBy(() -> policy.with(Map.of("colour", "red")))
          .isInstanceOf(InvalidDocumentException.class);
      assertThatThrownBy(policy::rule).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thatThePolicyDoesNotDeclareAreNotLookedAt() {
      StackCase more = teacher().parameter("colour", "red").holding(hours("1", 15, MARCH)).build();
      assertThat(policy.decide(more).basis().parameters()).doesNotContainKey("colour");
    }

    @Test
    void thatLeaveNoDayAreMisuse() {
      assertThatThrownBy(() -> policy.decide(teacher().parameter("start", "2027-01-01").build()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"from\" is after \"to\"");
    }
  }

  @Nested
  class Policy {
    private static final String ROLE =
        "'parameters':{'role':{'type':'string','oneOf':['teacher','leader']}}";

    @Test
    void isReadWithEveryValue() {
      assertThat(
              refusals(
                  json(
                      "{'sum':{'of':'credits','unit':'h'},"
                          + "'atLeast':{'by':'role','teacher':15,'leader':-1}}",
                      ROLE)))
          .containsExactly("policy.number /rule/atLeast");
    }

    @Test
    void namesEveryValueInAChoice() {
      assertThat(
              refusals(
                  json(
                      "{'sum':{'of':'credits','unit':'h'},'atLeast':{'by':'role','teacher':15}}",
                      ROLE)))
          .containsExactly("policy.range /rule/atLeast");
    }

    @Test
    void declaresItsParameters() {
      assertThat(refusals(json("{'hold':{'issuer':{'param':'who'}}}", ROLE)))
          .containsExactly("policy.reference /rule/hold/issuer/param");
      assertThat(refusals(json("{'when':{'param':'who','is':'x'},'rule':{'hold':{}}}", ROLE)))
          .contains("policy.reference /rule/when/param");
      assertThat(refusals(json("{'when':{'param':'role','is':'cook'},'rule':{'hold':{}}}", ROLE)))
          .contains("policy.reference /rule/when/is");
    }

    @Test
    void isNeverEarnedBecauseNoRuleApplies() {
      String leader = "{'when':{'param':'role','is':'leader'},'rule':{'hold':{}}}";
      assertThat(refusals(json(leader, ROLE))).contains("policy.range /rule");
      assertThat(refusals(json("{'allOf':[" + leader + "]}", ROLE))).contains("policy.range /rule");
      assertThat(refusals(json("{'someOf':1,'rules':[" + leader + "," + leader + "]}", ROLE)))
          .contains("policy.range /rule/someOf");
      StackPolicy both =
          policy(
              "{'allOf':["
                  + leader
                  + ",{'when':{'param':'role','not':'leader'},'rule':{'hold':{'tag':'t'}}}]}",
              ROLE);
      assertThat(both.decide(StackCase.builder(NOW).parameter("role", "leader").build()).outcome())
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void doesNotOfferAnAlternativeThatDoesNotApply() {
      StackPolicy policy =
          policy(
              "{'id':'x','someOf':1,'rules':[{'id':'a','hold':{'achievement':'a'}},"
                  + "{'when':{'param':'role','is':'leader'},'rule':{'id':'b','hold':{'achievement':'b'}}}]}",
              ROLE,
              "'use':{'free':[['a','b']]}");
      Holding b = Holding.builder("urn:b", "b").build();
      StackCase.Builder stackCase = StackCase.builder(NOW).holding(b);
      assertThat(policy.decide(stackCase.parameter("role", "leader").build()).earned()).isTrue();
      assertThat(policy.decide(stackCase.parameter("role", "teacher").build()).outcome())
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void doesNotReadParametersInTheAward() throws Exception {
      StackPolicy policy =
          StackPolicy.parse(
              json("{'hold':{}}", ROLE).replace("An award", "{\\\"param\\\":\\\"role\\\"}"));
      assertThat(policy.award().description()).contains("param");
    }

    @Test
    void hasABoundedNumberOfValues() {
      StringBuilder values = new StringBuilder("'v'");
      for (int i = 0; i < 100; i++) {
        values.append(",'v").append(i).append('\'');
      }
      assertThat(
              refusals(
                  json(
                      "{'hold':{}}",
                      "'parameters':{'p':{'type':'string','oneOf':[" + values + "]}}")))
          .containsExactly("policy.range /parameters");
    }
  }

  @Nested
  class Versions {
    private static final StackPolicy POLICY =
        policy(
            "{'id':'a','hold':{'achievement':'a'}}",
            "'effective':{'from':'2025-01-01','to':'2025-12-31','finishBy':'2026-06-15'}");

    private static Decision decide(java.time.Instant at, LocalDate started) {
      return POLICY.decide(
          StackCase.builder(at)
              .started(started)
              .holding(Holding.builder("urn:1", "a").awarded(LocalDate.of(2025, 6, 1)).build())
              .build());
    }

    @Test
    void thatWereInEffectAtTheStartMayBeFinished() {
      assertThat(decide(NOW, LocalDate.of(2025, 12, 31)).earned()).isTrue();
      assertThat(decide(NOW, LocalDate.of(2025, 1, 1)).earned()).isTrue();
    }

    @Test
    void thatAreNotInEffectEarnNothing() {
      for (LocalDate day : List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2024, 12, 31))) {
        Decision decision = decide(NOW, day);
        assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
        assertThat(decision.basis().inEffect()).isFalse();
        assertThat(decision.explain()).contains("not in effect");
      }
    }

    @Test
    void haveToBeFinishedInTime() {
      LocalDate started = LocalDate.of(2025, 5, 5);
      assertThat(decide(NOW.plusSeconds(43_199), started).earned()).isTrue();
      assertThat(decide(NOW.plusSeconds(43_200), started).outcome()).isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void doNotEndBeforeTheyBegin() {
      assertThat(
              refusals(json("{'hold':{}}", "'effective':{'from':'2026-01-02','to':'2026-01-01'}")))
          .containsExactly("policy.range /effective");
    }
  }
}
