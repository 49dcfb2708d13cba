package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.microcred.stacking.Policies.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;

class StackPolicyTest {
  @Test
  void readsEverythingThatCanBeSaid() throws Exception {
    StackPolicy policy = StackPolicy.parse(Policies.everything());
    assertThat(policy.id()).isEqualTo("https://uni.example/stack");
    assertThat(policy.version()).isEqualTo("1");
    assertThat(policy.award().name()).isEqualTo("Award");
    assertThat(policy.note()).contains("Numbers are example values");
    assertThat(policy.definitions().scales()).containsEntry("pass", List.of("Fail", "Pass"));
    assertThat(policy.sharing().free()).containsExactly(List.of("s", "t"), List.of("t", "*"));
    assertThat(policy.definitions().set().get(0).amounts())
        .containsEntry("live", new Amount(BigDecimal.valueOf(3), "hour"));
    assertThat(policy.accept())
        .isEqualTo(Filter.Fact.is("issuer", "did:example:uni", "did:example:other"));
    Rule.AllOf all = (Rule.AllOf) policy.rule();
    assertThat(all.rules())
        .extracting(Rule::id)
        .startsWith("h", "/rule/allOf/1", "s", "t", "/rule/allOf/4", "f", "g", "c");
    assertThat(((Rule.Hold) all.rules().get(0)).from())
        .isEqualTo(
            new Filter.AllOf(
                List.of(
                    new Filter.Achievement(List.of("a", "b")),
                    Filter.Fact.is("issuer", "did:example:uni"),
                    new Filter.Not(
                        new Filter.Fact(
                            "source",
                            new ValueTest.Is(List.of("did:example:mill")),
                            false,
                            Optional.of(false))),
                    new Filter.Result(
                        new ValueTest.AtLeast("Pass", Optional.of("pass")),
                        Optional.of("urn:rd"),
                        false,
                        Optional.of(false)))));
    assertThat(all.rules().get(2))
        .isEqualTo(
            new Rule.Sum(
                "s",
                Measure.credits(),
                "hour",
                Scope.DEFAULT,
                new Filter.AllOf(List.of(Filter.Fact.is("tag", "x"), Filter.Fact.is("tag", "y"))),
                Optional.of(DistinctBy.ACHIEVEMENT),
                true,
                new BigDecimal("7.5"),
                List.of(),
                Optional.empty()));
    Rule.SomeOf some = (Rule.SomeOf) all.rules().get(4);
    LocalDate day = LocalDate.of(2020, 1, 1);
    assertThat(((Rule.Hold) some.rules().get(1)).from())
        .isEqualTo(
            new Filter.Earned(
                Optional.of(day),
                Optional.of(day),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void writesWhatItReads() throws Exception {
    StackPolicy policy = StackPolicy.parse(Policies.everything());
    StackPolicy again =
        StackPolicy.parse(policy.toJson().toString().getBytes(StandardCharsets.UTF_8));
    assertThat(again).isEqualTo(policy).hasSameHashCodeAs(policy);
    assertThat(again.toJson()).isEqualTo(policy.toJson());
  }

  @Test
  void refusesWhatItDoesNotUnderstandInsteadOfIgnoringIt() {
    assertThat(
            refusal(
                json(
                    "{'allOf':[{'id':'total','sum':{'of':'credits','unit':'h'},'atLeast':9,"
                        + "'ofWhich':[]},{'hold':{'colour':'red'},'mean':{}}]}",
                    "'rules':[]")))
        .extracting(Violation::code, v -> v.pointer().toString())
        .containsExactlyInAnyOrder(
            tuple("policy.unknown-member", "/rules"),
            tuple("policy.unsupported", "/rule/allOf/1/mean"),
            tuple("policy.unknown-member", "/rule/allOf/1/hold/colour"));
  }

  @Test
  void saysAllThatIsMissingAtOnce() {
    assertThat(refusal("{}"))
        .extracting(Violation::toString)
        .containsExactly(
            "\"id\" is missing",
            "\"version\" is missing",
            "\"award\" is missing",
            "\"rule\" is missing");
  }

  @Test
  void holdsTheAwardAgainstOpenBadges() {
    assertThat(refusal(json("{'hold':{}}").replace("\"name\":\"Award\",", "")))
        .extracting(v -> v.pointer().toString())
        .containsExactly("/award/name");
  }

  @Test
  void refusesRulesThatNobodyCanMeetOrName() {
    assertThat(codes("{'someOf':3,'rules':[{'hold':{}},{'hold':{}}]}"))
        .containsExactly("policy.range");
    assertThat(codes("{'allOf':[{'id':'x','hold':{}},{'id':'x','hold':{}}]}"))
        .containsExactly("policy.duplicate-id");
    assertThat(codes("{'id':'/rule','hold':{}}")).containsExactly("policy.id");
    assertThat(codes("{'hold':{'earned':{'from':'2026-02-30'}}}")).containsExactly("policy.date");
    assertThat(codes("{'hold':{'earned':{'from':'2026-02-02','to':'2026-02-01'}}}"))
        .containsExactly("policy.range");
    assertThat(codes("{'hold':{'result':{'atLeast':'B','scale':'letter'}}}"))
        .containsExactly("policy.reference");
    assertThat(codes("{'hold':{'result':{'is':'B','scale':'letter'}}}"))
        .contains("policy.unknown-member");
    assertThat(codes("{'id':'h','hold':{}}", "'use':{'free':[['h','x']]}"))
        .containsExactly("policy.reference");
  }

  @Test
  void refusesAmountsThatCannotBeExact() {
    for (String amount :
        List.of("0.0000001", "1e99", "1e-9", "10000000.1", "'1e999999999'", "'+1'", "'０'", "0")) {
      assertThat(codes("{'sum':{'of':'credits','unit':'h'},'atLeast':" + amount + "}"))
          .as(amount)
          .containsExactly("policy.number");
    }
  }

  @Test
  void refusesEveryMisshapenPolicy() {
    for (String json : Policies.misshapen()) {
      assertThat(refusal(json)).as(json).isNotEmpty();
    }
  }

  @Test
  void showsValuesOfAStrangerEscapedAndCut() {
    assertThat(refusal(json("{'hold':{'\\u001b[31m" + "x".repeat(500) + "':1}}")))
        .allSatisfy(v -> assertThat(v.message()).doesNotContain("\u001b").hasSizeLessThan(300));
  }

  @Test
  void refusesDeepAndBrokenJson() {
    assertThat(refusal("{\"a\":".repeat(70) + "1" + "}".repeat(70)))
        .extracting(Violation::code)
        .containsExactly("limit.depth");
    assertThat(refusal("{\"id\":\"x\",\"id\":\"y\"}"))
        .extracting(Violation::code)
        .containsExactly("json.duplicate-member");
    assertThat(refusal("")).extracting(Violation::code).containsExactly("json.syntax");
  }

  private static List<String> codes(String rule, String... members) {
    return refusal(json(rule, members)).stream().map(Violation::code).toList();
  }

  private static List<Violation> refusal(String json) {
    InvalidDocumentException refused =
        catchThrowableOfType(InvalidDocumentException.class, () -> StackPolicy.parse(json));
    assertThat(refused).as(json).isNotNull();
    return refused.violations();
  }
}
