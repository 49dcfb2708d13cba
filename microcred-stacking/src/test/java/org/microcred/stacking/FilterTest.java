package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Filters in strong three-valued logic, result scales, and the reasons behind a no. */
class FilterTest {
  private static final String SCALES = "'scales':{'letter':['F','D','C','B','A']}";

  private static HoldingBuilder holding() {
    return Holding.builder("urn:1", "a");
  }

  private static Decision ask(String filter, HoldingBuilder holding) {
    return decide(policy("{'id':'r','hold':" + filter + "}", SCALES), holding.build());
  }

  private static Outcome answer(String filter, HoldingBuilder holding) {
    return ask(filter, holding).outcome();
  }

  private static Reason reason(String filter, HoldingBuilder holding) {
    return ask(filter, holding).unused().get(0).reason();
  }

  @Nested
  class ThreeValuedLogic {
    @Test
    void whatAHoldingDoesNotSayIsUnknown() {
      assertThat(answer("{'issuer':'x'}", holding())).isEqualTo(Outcome.UNDETERMINED);
      assertThat(answer("{'source':'x'}", holding())).isEqualTo(Outcome.UNDETERMINED);
      assertThat(answer("{'tag':'x'}", holding())).isEqualTo(Outcome.UNDETERMINED);
      assertThat(answer("{'earned':{'from':'2020-01-01'}}", holding()))
          .isEqualTo(Outcome.UNDETERMINED);
      assertThat(answer("{'result':{'is':'A'}}", holding())).isEqualTo(Outcome.UNDETERMINED);
      assertThat(answer("{'not':{'issuer':'x'}}", holding())).isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void aDeclaredAbsenceIsAnAnswer() {
      assertThat(answer("{'tag':{'is':'x','absent':false}}", holding()))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'issuer':{'is':'x','absent':true}}", holding()))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'source':{'not':'x','absent':true}}", holding()))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'source':{'not':'x','absent':false}}", holding()))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'result':{'atLeast':'A','absent':false}}", holding()))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'earned':{'from':'2020-01-01','absent':true}}", holding()))
          .isEqualTo(Outcome.EARNED);
    }

    @Test
    void anUnknownDecidesOnlyWhereItMatters() {
      assertThat(answer("{'achievement':'b','issuer':'x'}", holding()))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'anyOf':[{'achievement':'a'},{'issuer':'x'}]}", holding()))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'anyOf':[{'achievement':'b'},{'issuer':'x'}]}", holding()))
          .isEqualTo(Outcome.UNDETERMINED);
      assertThat(answer("{'not':{'anyOf':[{'achievement':'a'},{'issuer':'x'}]}}", holding()))
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void theFactsThatDecideAreNamed() {
      assertThat(ask("{'achievement':'a','issuer':'x','tag':'y'}", holding()).unknown())
          .extracting(fact -> fact.fact() + " " + fact.rule().orElse(""))
          .containsExactly("issuer r", "tag r");
    }

    @Test
    void anUnknownStatusAndAnUnknownAcceptanceAreNamedForTheWholePolicy() {
      Decision decision =
          decide(
              policy("{'hold':{'achievement':'a'}}", "'accept':{'issuer':'x'}"),
              holding().status(Holding.Status.UNKNOWN).build());
      assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(decision.unknown())
          .extracting(fact -> fact.fact() + fact.rule().orElse(""))
          .containsExactly("issuer", "status");
      assertThat(decision.unused()).extracting(Unused::reason).containsExactly(Reason.UNKNOWN_FACT);
    }

    @Test
    void anUnknownThatIsNotNeededChangesNothing() {
      Decision decision =
          decide(
              policy("{'hold':{'achievement':'a','issuer':'x'}}"),
              holding().build(),
              Holding.builder("urn:2", "a").issuer("x").build());
      assertThat(decision.outcome()).isEqualTo(Outcome.EARNED);
      assertThat(decision.unknown()).isEmpty();
      assertThat(decision.used()).extracting(Holding::id).containsExactly("urn:2");
    }
  }

  @Nested
  class Results {
    private static HoldingBuilder with(String value, HeldResult.Scale scale) {
      return holding().result(HeldResult.of(value, scale));
    }

    @Test
    void compareByTheAllowedValuesOfTheirOwnDescription() {
      HeldResult.Scale marks = HeldResult.Scale.of("Fail", "Pass", "Merit");
      assertThat(answer("{'result':{'atLeast':'Pass'}}", with("Merit", marks)))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'result':{'atLeast':'Pass'}}", with("Fail", marks)))
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void compareByRubricLevelWhateverItsName() {
      HeldResult.Scale rubric =
          new HeldResult.Scale(
              List.of(List.of("urn:l1", "1", "Novice"), List.of("urn:l2", "2", "Expert")),
              Optional.empty(),
              Optional.empty());
      HeldResult expert =
          new HeldResult(
              Optional.of("urn:rd"),
              Optional.empty(),
              Optional.of("urn:l2"),
              Optional.empty(),
              rubric);
      assertThat(answer("{'result':{'atLeast':'Novice'}}", holding().result(expert)))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'result':{'atLeast':'2'}}", holding().result(expert)))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'result':{'is':'Expert'}}", holding().result(expert)))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'result':{'is':'Novice'}}", holding().result(expert)))
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void compareAsNumbersOnlyBetweenTheirBounds() {
      HeldResult.Scale percent = HeldResult.Scale.between(BigDecimal.ZERO, new BigDecimal(100));
      assertThat(answer("{'result':{'atLeast':50}}", with("50.0", percent)))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'result':{'atLeast':50}}", with("9", percent)))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'result':{'atLeast':50}}", with("101", percent)))
          .isEqualTo(Outcome.UNDETERMINED);
      assertThat(answer("{'result':{'atLeast':50}}", with("60", HeldResult.Scale.NONE)))
          .isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void compareByAScaleOfThePolicyElse() {
      assertThat(answer("{'result':{'atLeast':'C'}}", with("B", HeldResult.Scale.NONE)))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'result':{'atLeast':'C'}}", with("D", HeldResult.Scale.NONE)))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'result':{'atLeast':'C'}}", with("gut", HeldResult.Scale.NONE)))
          .isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void areUnknownWhereTwoScalesOfThePolicyDisagree() {
      String two = "'scales':{'up':['1','2'],'down':['2','1']}";
      Holding holding = with("2", HeldResult.Scale.NONE).build();
      assertThat(decide(policy("{'hold':{'result':{'atLeast':'1'}}}", two), holding).outcome())
          .isEqualTo(Outcome.UNDETERMINED);
      assertThat(
              decide(policy("{'hold':{'result':{'atLeast':'1','scale':'up'}}}", two), holding)
                  .outcome())
          .isEqualTo(Outcome.EARNED);
    }

    @Test
    void ofAnotherDescriptionAreNotMeant() {
      assertThat(
              answer(
                  "{'result':{'atLeast':'C','description':'urn:other'}}",
                  with("B", HeldResult.Scale.NONE)))
          .isEqualTo(Outcome.UNDETERMINED);
    }
  }

  @Nested
  class Reasons {
    @Test
    void followTheFilterThatFailed() {
      assertThat(reason("{'achievement':'b'}", holding())).isEqualTo(Reason.NOT_ON_LIST);
      assertThat(reason("{'tag':'b'}", holding().tag("c"))).isEqualTo(Reason.NOT_ON_LIST);
      assertThat(reason("{'issuer':'x'}", holding().issuer("y")))
          .isEqualTo(Reason.NOT_ACCEPTED_SOURCE);
      assertThat(reason("{'result':{'is':'A'}}", holding().result(b())))
          .isEqualTo(Reason.BELOW_MINIMUM);
      assertThat(reason("{'not':{'source':'y'}}", holding().source("y")))
          .isEqualTo(Reason.NOT_ACCEPTED_SOURCE);
    }

    @Test
    void tellTheNearMiss() {
      Decision decision =
          decide(
              policy(
                  "{'allOf':[{'id':'far','hold':{'achievement':'z'}},"
                      + "{'id':'near','hold':{'achievement':'a','result':{'atLeast':'A'}}}]}",
                  SCALES),
              holding().result(b()).build());
      assertThat(decision.unused())
          .extracting(unused -> unused.reason() + " " + unused.rule().orElse(""))
          .containsExactly("BELOW_MINIMUM near");
    }

    @Test
    void tellWhatIsFarthestWhereAllHadToPass() {
      assertThat(reason("{'achievement':'b','issuer':'x'}", holding().issuer("y")))
          .isEqualTo(Reason.NOT_ON_LIST);
      assertThat(reason("{'anyOf':[{'achievement':'b'},{'issuer':'x'}]}", holding().issuer("y")))
          .isEqualTo(Reason.NOT_ACCEPTED_SOURCE);
    }

    @Test
    void comeFromTheAcceptanceOfThePolicyFirst() {
      Decision decision =
          decide(
              policy("{'hold':{'achievement':'z'}}", "'accept':{'issuer':'x'}"),
              holding().issuer("y").build());
      assertThat(decision.unused())
          .extracting(Unused::reason)
          .containsExactly(Reason.NOT_ACCEPTED_SOURCE);
    }

    @Test
    void ofWithdrawnHoldingsAreTold() {
      assertThat(reason("{}", holding().status(Holding.Status.REVOKED))).isEqualTo(Reason.REVOKED);
      assertThat(reason("{}", holding().status(Holding.Status.SUSPENDED)))
          .isEqualTo(Reason.SUSPENDED);
    }

    private static HeldResult b() {
      return HeldResult.of("B", HeldResult.Scale.of("B", "A"));
    }
  }
}
