package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.policy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.competency.CompetencyFramework;
import org.microcred.model.competency.FrameworkDocument;
import org.microcred.model.competency.FrameworkLimits;
import org.microcred.model.competency.ListColumns;

/** Feature 4: every competency below a node of a framework. */
class CoverTest {
  static final CompetencyFramework FRAMEWORK = framework();
  private static final StackPolicy POLICY =
      policy("{'id':'skills','cover':{'framework':'https://skills.example/f','under':'D'}}");
  private static final StackPolicy AT_LEVEL =
      policy(
          "{'id':'skills','cover':{'framework':'https://skills.example/f','under':'D',"
              + "'level':{'atLeast':3}}}");

  private static CompetencyFramework framework() {
    String list =
        """
        uri,label,parent,code
        https://skills.example/d,Data,,D
        https://skills.example/d1,Clean data,https://skills.example/d,D.1
        https://skills.example/d2,Show data,https://skills.example/d,D.2
        https://skills.example/e,Ethics,,E
        """;
    try {
      return CompetencyFramework.ofList(
          FrameworkDocument.of("https://skills.example/f", "Skills", "Example", NOW),
          list.getBytes(StandardCharsets.UTF_8),
          ListColumns.PLAIN.withCode("code"),
          FrameworkLimits.defaults());
    } catch (InvalidDocumentException e) {
      throw new AssertionError(e);
    }
  }

  private static Decision decide(StackPolicy policy, Holding... holdings) {
    return policy.decide(
        StackCase.builder(NOW).holdings(List.of(holdings)).framework(FRAMEWORK).build());
  }

  private static HoldingBuilder aligned(String id, String... items) {
    HoldingBuilder holding = Holding.builder(id, id);
    for (String item : items) {
      holding.alignment("https://skills.example/" + item);
    }
    return holding;
  }

  private static HeldResult score(String value, HeldAlignment... alignments) {
    return new HeldResult(
        Optional.empty(),
        Optional.of(value),
        Optional.empty(),
        Optional.empty(),
        HeldResult.Scale.between(BigDecimal.ONE, BigDecimal.TEN),
        List.of(alignments));
  }

  @Test
  void oneHoldingMayShowSeveral() {
    Decision decision = decide(POLICY, aligned("urn:1", "d1", "d2").build());
    assertThat(decision.earned()).isTrue();
    assertThat(decision.used()).hasSize(1);
    assertThat(decision.uses()).extracting(Use::rule).containsExactly("skills/D.1", "skills/D.2");
  }

  @Test
  void everyItemWithoutItemsBelowItIsAsked() {
    Decision decision = decide(POLICY, aligned("urn:1", "d1", "e", "d").build());
    assertThat(decision.outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(decision.missing().alternatives().get(0).items().get(0).needs())
        .extracting(Missing.Need::rule)
        .containsExactly("skills/D.2");
    assertThat(
            decide(
                    policy("{'cover':{'framework':'https://skills.example/f'}}"),
                    aligned("urn:1", "d1", "d2").build())
                .outcome())
        .isEqualTo(Outcome.NOT_EARNED);
  }

  @Test
  void alignmentsAreFoundByCodeAndByIdentifierToo() {
    String identifier = FRAMEWORK.byCode("D.2").get(0).identifier();
    Holding byCode =
        Holding.builder("urn:1", "x")
            .alignment(
                new HeldAlignment("https://x.example", Optional.of("Skills"), Optional.of("D.1")))
            .build();
    Holding byIdentifier =
        Holding.builder("urn:2", "y")
            .alignment(
                "https://case.example/ims/case/v1p1/CFItems/"
                    + identifier.toUpperCase(java.util.Locale.ROOT))
            .build();
    assertThat(decide(POLICY, byCode, byIdentifier).earned()).isTrue();
    Holding otherFramework =
        Holding.builder("urn:1", "x")
            .alignment(
                new HeldAlignment("https://x.example", Optional.of("Other"), Optional.of("D.1")))
            .build();
    assertThat(decide(POLICY, otherFramework, byIdentifier).outcome())
        .isEqualTo(Outcome.NOT_EARNED);
  }

  @Test
  void aLevelIsThatOfTheResultsInTheCompetency() {
    HeldAlignment d1 = HeldAlignment.of("https://skills.example/d1");
    HeldAlignment d2 = HeldAlignment.of("https://skills.example/d2");
    assertThat(
            decide(
                    AT_LEVEL,
                    aligned("urn:1", "d1", "d2")
                        .result(score("3", d1))
                        .result(score("9", d2))
                        .build())
                .earned())
        .isTrue();
    assertThat(
            decide(
                    AT_LEVEL,
                    aligned("urn:1", "d1", "d2")
                        .result(score("2", d1))
                        .result(score("9", d2))
                        .build())
                .outcome())
        .isEqualTo(Outcome.NOT_EARNED);
    assertThat(decide(AT_LEVEL, aligned("urn:1", "d1", "d2").result(score("3")).build()).earned())
        .isTrue();
    assertThat(decide(AT_LEVEL, aligned("urn:1", "d1", "d2").build()).outcome())
        .isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void whatShowsACompetencyServesNoOtherRuleUnlessTheyAreFree() {
    String rules =
        "{'allOf':[{'id':'skills','cover':{'framework':'https://skills.example/f','under':'D'}},"
            + "{'id':'one','hold':{'achievement':'urn:1'}}]}";
    Holding both = aligned("urn:1", "d1", "d2").build();
    assertThat(decide(policy(rules), both).outcome()).isEqualTo(Outcome.NOT_EARNED);
    assertThat(decide(policy(rules), both, aligned("urn:2", "d1", "d2").build()).earned()).isTrue();
    assertThat(decide(policy(rules, "'use':{'free':[['skills','one']]}"), both).earned()).isTrue();
  }

  @Test
  void theFrameworkAndTheNodeHaveToBeThere() {
    StackCase without = StackCase.builder(NOW).build();
    assertThatThrownBy(() -> POLICY.decide(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://skills.example/f");
    assertThatThrownBy(
            () -> decide(policy("{'cover':{'framework':'https://skills.example/f','under':'Z'}}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"Z\"");
  }

  @Test
  void aWaivedCoverAsksForNoFramework() {
    StackPolicy waivable =
        policy(
            "{'allOf':[{'id':'skills','cover':{'framework':'urn:gone'}},{'hold':{}}]}",
            "'exceptions':{'acceptedFrom':'r'}");
    Adjustment waiver =
        new Adjustment.Waiver(
            "skills", Adjustment.Grant.of("r", java.time.LocalDate.of(2026, 1, 1), "x"));
    assertThat(
            waivable
                .decide(
                    StackCase.builder(NOW)
                        .adjustment(waiver)
                        .holding(Holding.builder("urn:1", "a").build())
                        .build())
                .earned())
        .isTrue();
  }
}
