package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.json;
import static org.microcred.stacking.Policies.policy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.microcred.model.InvalidDocumentException;

/** Properties of the award that are computed from what earns it. */
class DerivationTest {
  private static final String UNITS =
      "'units':{'CEU':{'is':10,'of':'hour'}},'set':[{'when':{'tag':{'is':'ceu','absent':false}},"
          + "'facts':{'unit':'CEU'}},{'facts':{'unit':'hour'}}]";

  private static HoldingBuilder held(String id, String level, int credits, String grade) {
    return Holding.builder(id, "a")
        .fact("level", level)
        .credits(credits)
        .result(HeldResult.of(grade, HeldResult.Scale.NONE));
  }

  private static List<String> derived(String derive, String count, Holding... holdings) {
    StackPolicy policy =
        policy(
            "{'id':'core','count':{'from':{'achievement':'a'}},'atLeast':" + count + "}",
            UNITS,
            "'scales':{'depth':['low','middle','high']}",
            "'derive':[" + derive + "]");
    return decide(policy, holdings).derived().stream()
        .map(
            d ->
                d.name()
                    + " "
                    + d.value().orElse("?")
                    + d.unit().map(unit -> " " + unit).orElse(""))
        .toList();
  }

  private final Holding six = held("1", "6", 20, "B").build();
  private final Holding seven = held("2", "7", 10, "A").build();
  private final Holding ten = held("3", "10", 1, "A").tag("ceu").build();

  @Test
  void creditsAreAddedInTheirBaseUnit() {
    assertThat(derived("{'credits':{'unit':'hour'}}", "3", six, seven, ten))
        .containsExactly("credits 40 hour");
    assertThat(derived("{'credits':{'unit':'hour','over':'core'}}", "1", six))
        .containsExactly("credits 20 hour");
  }

  @Test
  void onlyWhatIsUsedCounts() {
    assertThat(derived("{'credits':{'unit':'hour'}}", "1", six, seven))
        .hasSize(1)
        .isSubsetOf("credits 20 hour", "credits 10 hour");
  }

  @Test
  void aMeanIsWeighedByCreditsOnlyWhereItIsSaid() {
    String points = "'points':{'A':4,'B':'3.5'}";
    assertThat(derived("{'mean':{" + points + "}}", "2", six, seven)).containsExactly("mean 3.75");
    assertThat(derived("{'mean':{" + points + ",'weight':'hour'}}", "2", six, seven))
        .containsExactly("mean 3.666667");
    Holding other = held("4", "6", 1, "excellent").build();
    assertThat(derived("{'mean':{" + points + "}}", "2", six, other)).containsExactly("mean ?");
  }

  @Test
  void levelsCompareAsNumbersOrByAScale() {
    assertThat(
            derived(
                "{'level':{'take':'highest'}},{'level':{'take':'lowest'}}", "3", six, seven, ten))
        .containsExactly("level 10", "level 6");
    assertThat(
            derived(
                "{'level':{'take':'highest'}}",
                "2",
                held("1", "middle", 1, "A").build(),
                held("2", "low", 1, "A").build()))
        .containsExactly("level middle");
    assertThat(derived("{'level':{'take':'highest'}}", "2", six, held("2", "low", 1, "A").build()))
        .containsExactly("level ?");
  }

  @Test
  void countingBackTakesTheLevelAtWhichTheCreditsAreReached() {
    String back = "{'level':{'countBack':#,'unit':'hour'}}";
    assertThat(derived(back.replace("#", "10"), "3", six, seven, ten)).containsExactly("level 10");
    assertThat(derived(back.replace("#", "10.5"), "3", six, seven, ten)).containsExactly("level 7");
    assertThat(derived(back.replace("#", "20"), "3", six, seven, ten)).containsExactly("level 7");
    assertThat(derived(back.replace("#", "21"), "3", six, seven, ten)).containsExactly("level 6");
    assertThat(derived(back.replace("#", "41"), "3", six, seven, ten)).containsExactly("level ?");
  }

  @Test
  void nothingIsDerivedWhereNothingIsEarned() {
    assertThat(derived("{'credits':{'unit':'hour'}}", "3", six)).isEmpty();
  }

  @Test
  void theyAreToldAsTextAndAsJson() {
    StackPolicy policy =
        policy("{'id':'core','hold':{}}", UNITS, "'derive':[{'credits':{'unit':'CEU'}}]");
    Decision decision = decide(policy, ten);
    assertThat(decision.explain()).contains("credits: 10 (hour)\n");
    assertThat(decision.toJson().toString())
        .contains("\"derived\":[{\"name\":\"credits\",\"value\":\"10\",\"unit\":\"hour\"}]");
    assertThat(policy.terms().derive())
        .containsExactly(new Derivation.Credits("CEU", Optional.empty()));
  }

  @Test
  void rulesAndShapesAreChecked() {
    for (String derive :
        List.of(
            "{'credits':{}}",
            "{'credits':{'unit':'h','over':'other'}}",
            "{'level':{}}",
            "{'level':{'take':'middle'}}",
            "{'level':{'countBack':72}}",
            "{'mean':{'points':{'A':'four'}}}",
            "{'mean':{},'level':{'take':'highest'}}",
            "{}")) {
      assertThatThrownBy(
              () -> StackPolicy.parse(json("{'id':'core','hold':{}}", "'derive':[" + derive + "]")))
          .as(derive)
          .isInstanceOf(InvalidDocumentException.class);
    }
  }
}
