package org.microcred.model.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementBuilder;
import org.microcred.model.Alignment;
import org.microcred.model.AlignmentTargetType;
import org.microcred.model.competency.AlignedCompetency.Match;
import org.microcred.model.json.JsonString;

/** Which competencies an achievement points at, and how that is known. */
class AlignmentsTest {
  private static List<String> aligned(Alignment... alignments) throws Exception {
    CompetencyFramework framework =
        CompetencyFramework.parse(
            new Packages()
                .item("a", item -> item.with("humanCodingScheme", new JsonString("X.1")))
                .item("b", item -> item.with("humanCodingScheme", new JsonString("X.1")))
                .bytes());
    AchievementBuilder achievement = Achievement.builder("urn:example:1", "One");
    for (Alignment alignment : alignments) {
      achievement.alignment(alignment);
    }
    return framework.aligned(achievement.build()).stream()
        .map(found -> found.competency().fullStatement() + " " + found.match())
        .toList();
  }

  private static Alignment code(String framework, String code) {
    return Alignment.of("x", "https://elsewhere.example/")
        .in(framework, code, AlignmentTargetType.CF_ITEM);
  }

  @Test
  void matchesTheUri() throws Exception {
    assertThat(aligned(Alignment.of("A", Packages.uri("a")))).containsExactly("a " + Match.URI);
    assertThat(aligned(Alignment.of("A", Packages.uri("c")))).isEmpty();
  }

  @Test
  void matchesTheAddressOfTheItemOnAnotherService() throws Exception {
    String identifier = Packages.id("b").toUpperCase(Locale.ROOT);
    assertThat(
            aligned(
                Alignment.of("B", "https://mirror.example/ims/case/v1p0/CFItems/" + identifier)))
        .containsExactly("b " + Match.IDENTIFIER);
    assertThat(aligned(Alignment.of("B", "https://mirror.example/CFDocuments/" + identifier)))
        .isEmpty();
  }

  @Test
  void matchesTheCodeWithinThisFrameworkOnly() throws Exception {
    assertThat(aligned(code("Frame", "X.1"))).containsExactly("a " + Match.CODE, "b " + Match.CODE);
    assertThat(aligned(code(Packages.id("document"), "X.1"))).hasSize(2);
    assertThat(aligned(code("Frame", "X.2"), code("Other", "X.1"))).isEmpty();
  }

  @Test
  void takesTheSurestMatchOfEachAlignment() throws Exception {
    Alignment both =
        Alignment.of("A", Packages.uri("a")).in("Frame", "X.1", AlignmentTargetType.CF_ITEM);
    assertThat(aligned(both, Alignment.of("B", Packages.uri("b"))))
        .containsExactly("a " + Match.URI, "b " + Match.URI);
  }
}
