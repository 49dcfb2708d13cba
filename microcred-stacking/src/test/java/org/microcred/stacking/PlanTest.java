package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;

/** The part "Plan" of the specification. */
class PlanTest {
  private static final StackPolicy POLICY =
      policy(
          "{'allOf':[{'id':'base','hold':{'achievement':'base'}},"
              + "{'id':'core','sum':{'of':'credits','unit':'ECTS','from':{'tag':'core'}},'atLeast':10},"
              + "{'id':'end','hold':{'achievement':'capstone','earned':{'to':'2027-01-31'}}}]}",
          "'set':[{'facts':{'unit':'ECTS'}}]");

  private static final String CATALOGUE =
      """
      {"unit": "hour", "note": "Example values", "items": [
        {"id": "urn:big", "achievement": "big", "name": "Big course", "tags": ["core"],
         "credits": 10, "costs": {"hour": 250, "EUR": 100}},
        {"id": "urn:small-1", "achievement": "small-1", "tags": ["core"], "credits": "5",
         "costs": {"hour": 100, "EUR": "80.50"}},
        {"id": "urn:small-2", "achievement": "small-2", "tags": ["core"], "credits": 5,
         "costs": {"hour": 120, "EUR": 80}},
        {"id": "urn:end", "achievement": "capstone", "costs": {"hour": 60},
         "requires": ["intro"], "facts": {"mode": "online"}},
        {"id": "urn:intro", "achievement": ["intro", "intro-v2"], "costs": {"hour": 5}, "tags": ["x"]}]}
      """;

  private static Catalogue catalogue(String json) {
    try {
      return Catalogue.parse(json.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidDocumentException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static StackCase held(Holding... holdings) {
    return StackCase.builder(NOW).holdings(List.of(holdings)).build();
  }

  private static List<String> ids(Plan.Alternative alternative) {
    return alternative.steps().stream().map(step -> step.holding().id()).toList();
  }

  private static final StackCase BASE = held(holding("urn:base", "base"));

  @Test
  void takesTheCheapestAndWhatItRequiresFirst() {
    Plan plan = POLICY.plan(BASE, catalogue(CATALOGUE));
    assertThat(plan.proved()).isTrue();
    assertThat(plan.alternatives()).hasSize(2);
    Plan.Alternative cheapest = plan.alternatives().get(0);
    assertThat(ids(cheapest))
        .containsExactlyInAnyOrder("urn:small-1", "urn:small-2", "urn:intro", "urn:end")
        .containsSubsequence("urn:intro", "urn:end");
    assertThat(cheapest.costs().get("hour")).isEqualByComparingTo("285");
    assertThat(cheapest.costs().get("EUR")).isEqualByComparingTo("160.5");
    assertThat(plan.alternatives().get(1).costs().get("hour")).isEqualByComparingTo("315");
  }

  @Test
  void tellsTheLastDayOnWhichItWouldStillDo() {
    Catalogue catalogue = catalogue(CATALOGUE);
    assertThat(POLICY.plan(BASE, catalogue).alternatives().get(0).by())
        .contains(LocalDate.of(2027, 1, 31));
    Holding lapses =
        holding("urn:base", "base").toBuilder().expires(LocalDate.of(2026, 9, 30)).build();
    assertThat(POLICY.plan(held(lapses), catalogue).alternatives().get(0).by())
        .contains(LocalDate.of(2026, 9, 30));
  }

  @Test
  void countsOnWhatIsInProgressAtNoFurtherCost() {
    Holding big = holding("urn:mine", "big").toBuilder().tag("core").credits(10).build();
    StackCase stackCase = BASE.toBuilder().unfinished(big).build();
    Plan.Alternative cheapest = POLICY.plan(stackCase, catalogue(CATALOGUE)).alternatives().get(0);
    assertThat(ids(cheapest)).containsExactlyInAnyOrder("urn:mine", "urn:intro", "urn:end");
    assertThat(cheapest.costs().get("hour")).isEqualByComparingTo("65");
    assertThat(cheapest.steps()).filteredOn(Plan.Step::inProgress).hasSize(1);
  }

  @Test
  void saysWhenThereIsNothingToPlanOrNoWay() {
    Catalogue catalogue = catalogue(CATALOGUE);
    Plan none = POLICY.plan(held(), catalogue);
    assertThat(none.alternatives()).isEmpty();
    assertThat(none.proved()).isTrue();
    assertThat(none.explain()).isEqualTo("Nothing in the catalogue completes the award.\n");
    StackPolicy base = policy("{'hold':{'achievement':'base'}}");
    assertThat(base.plan(BASE, catalogue).explain()).isEqualTo("The award is earned already.\n");
  }

  @Test
  void doesNotPromiseWhatWasNotProved() {
    List<Catalogue.Item> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Holding item =
          holding("urn:i" + i, "i" + i).toBuilder()
              .tag("core")
              .credits(new BigDecimal(3 + i % 7).add(new BigDecimal("0.01")))
              .build();
      many.add(
          new Catalogue.Item(
              item, Map.of("hour", new BigDecimal(90 + 13 * (i % 11) + i)), List.of()));
    }
    StackPolicy policy =
        policy(
            "{'allOf':[{'id':'a','sum':{'of':'credits','unit':'h'},'atLeast':61},"
                + "{'id':'b','sum':{'of':'credits','unit':'h'},'atLeast':59}]}",
            "'set':[{'facts':{'unit':'h'}}]");
    Plan plan =
        policy.plan(StackCase.builder(NOW).budget(100_000).build(), new Catalogue("hour", many));
    assertThat(plan.proved()).isFalse();
    assertThat(plan.explain()).doesNotContain("Cheapest").doesNotContain("Nothing");
  }

  @Test
  void isWrittenForPeopleAndPrograms() {
    Plan plan = POLICY.plan(BASE, catalogue(CATALOGUE));
    assertThat(plan.explain())
        .startsWith("Cheapest plan, 160.5 EUR and 285 hour:\n  1. ")
        .contains("urn:end: 60 hour, for end\n")
        .contains("urn:intro: 5 hour, since a later step requires it\n")
        .contains("  all of it by 2027-01-31\nor instead, 100 EUR and 315 hour:\n");
    assertThat(plan.toJson().toString())
        .startsWith(
            "{\"policy\":{\"id\":\"https://uni.example/stack\",\"version\":\"1\"},"
                + "\"at\":\"2026-06-15T12:00:00Z\",\"outcome\":\"NOT_EARNED\",\"unit\":\"hour\","
                + "\"proved\":true,\"alternatives\":[{\"costs\":{\"EUR\":\"160.5\",\"hour\":\"285\"}");
  }

  @Test
  void aCatalogueIsReadStrictly() {
    String wrong =
        "{\"unit\":\"hour\",\"items\":[{\"id\":\"a\",\"achievement\":\"x\",\"costs\":{\"EUR\":-1}},"
            + "{\"id\":\"a\",\"costs\":{\"hour\":1},\"price\":3}]}";
    assertThatThrownBy(() -> Catalogue.parse(wrong.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            e ->
                assertThat(e.violations())
                    .extracting(Violation::toString)
                    .hasSize(5)
                    .anyMatch(text -> text.contains("say what it costs in \"hour\"")));
    Holding item = holding("urn:x", "x");
    assertThatThrownBy(
            () -> new Catalogue("hour", List.of(new Catalogue.Item(item, Map.of(), List.of()))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Catalogue.Item(item, Map.of("hour", BigDecimal.valueOf(-1)), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
