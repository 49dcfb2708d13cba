package org.microcred.model.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** What is made of the objects of a package. */
class RecordsTest {
  @Test
  void haveEveryMemberOfTheSpecification() throws Exception {
    JsonObject link = Packages.link("CFLicenses", "licence");
    CompetencyFramework framework =
        CompetencyFramework.parse(
            new Packages()
                .document(
                    document ->
                        document.toBuilder()
                            .put("frameworkType", "CourseCodes")
                            .put("caseVersion", "1.1")
                            .put("officialSourceURL", "https://example.org/")
                            .put("subject", JsonArray.of(new JsonString("Maths")))
                            .put("subjectURI", JsonArray.of(link))
                            .put("licenseURI", link)
                            .put("statusStartDate", "2026-01-31")
                            .build())
                .item(
                    "a",
                    item ->
                        item.toBuilder()
                            .put("CFItemType", "Standard")
                            .put("CFItemTypeURI", link)
                            .put("conceptKeywords", JsonArray.of(new JsonString("sum")))
                            .put("educationLevel", JsonArray.of(new JsonString("06")))
                            .put("extensions", JsonObject.EMPTY.with("x", new JsonString("y")))
                            .put("house", "red")
                            .build())
                .association(
                    "a",
                    "ext:reminds-of",
                    "b",
                    a ->
                        a.with("notes", new JsonString("n")).with("CFAssociationGroupingURI", link))
                .bytes());
    FrameworkDocument document = framework.document();
    assertThat(document.frameworkType()).contains("CourseCodes");
    assertThat(document.subjectURI()).extracting(LinkURI::title).containsExactly("licence");
    assertThat(document.statusStartDate()).contains(LocalDate.of(2026, 1, 31));
    assertThat(document.lastChangeDateTime()).isEqualTo(Instant.parse(Packages.CHANGED));
    Competency a = framework.competencies().get(0);
    assertThat(a.itemType()).contains("Standard");
    assertThat(a.itemTypeURI().orElseThrow().identifier()).isEqualTo(Packages.id("licence"));
    assertThat(a.conceptKeywords()).containsExactly("sum");
    assertThat(a.educationLevel()).containsExactly("06");
    assertThat(a.more().members()).containsOnlyKeys("extensions", "house");
    CompetencyAssociation association = framework.associations().get(0);
    assertThat(association.associationType().isExtension()).isTrue();
    assertThat(association.notes()).contains("n");
    assertThat(association.associationGroupingURI()).isPresent();
    assertThat(framework.warnings())
        .extracting(w -> w.code() + " " + w.pointer())
        .containsExactly("case.unknown-member /CFItems/0/house");
  }

  @Test
  void haveRubricsAndDefinitions() throws Exception {
    JsonObject level =
        Packages.object("CFRubricCriterionLevels", "level")
            .put("score", new JsonNumber("2.5"))
            .put("quality", "good")
            .put("extensions", JsonArray.of(JsonObject.EMPTY))
            .build();
    JsonObject criterion =
        Packages.object("CFRubricCriteria", "criterion")
            .put("weight", new JsonNumber("0.5"))
            .put("position", JsonNumber.of(1))
            .put("rubricId", Packages.id("rubric"))
            .put("CFItemURI", Packages.link("CFItems", "a"))
            .put("CFRubricCriterionLevels", JsonArray.of(level))
            .build();
    JsonObject rubric =
        Packages.object("CFRubrics", "rubric")
            .put("title", "Essay")
            .put("CFRubricCriteria", JsonArray.of(criterion))
            .build();
    JsonObject definitions =
        JsonObject.builder()
            .put("CFConcepts", JsonArray.of(defined("concept", "hierarchyCode")))
            .put("CFSubjects", JsonArray.of(defined("subject", "hierarchyCode")))
            .put("CFLicenses", JsonArray.of(defined("licence", "licenseText")))
            .put("CFItemTypes", JsonArray.of(defined("type", "hierarchyCode")))
            .put("CFAssociationGroupings", JsonArray.of(defined("group", "description")))
            .put("extensions", JsonObject.EMPTY)
            .build();
    CompetencyFramework framework =
        CompetencyFramework.parse(
            Json.writeBytes(
                new Packages()
                    .json()
                    .with("CFRubrics", JsonArray.of(rubric))
                    .with("CFDefinitions", definitions)
                    .with("extensions", JsonObject.EMPTY)));
    RubricCriterion read = framework.rubrics().get(0).criteria().get(0);
    assertThat(read.weight()).contains(new BigDecimal("0.5"));
    assertThat(read.position()).contains(1);
    assertThat(read.levels()).extracting(RubricLevel::quality).containsExactly(Optional.of("good"));
    Definitions found = framework.definitions();
    assertThat(found.concepts()).extracting(Concept::title).containsExactly("concept");
    assertThat(found.subjects()).extracting(Subject::hierarchyCode).containsExactly("some text");
    assertThat(found.licenses()).extracting(License::licenseText).containsExactly("some text");
    assertThat(found.itemTypes()).extracting(ItemType::title).containsExactly("type");
    assertThat(found.associationGroupings()).hasSize(1);
    assertThat(found.more().members()).containsOnlyKeys("extensions");
    assertThat(framework.more().members()).containsOnlyKeys("extensions");
    assertThat(framework.warnings())
        .extracting(w -> w.code() + " " + w.pointer())
        .containsExactly("model.required /CFDefinitions/CFItemTypes/0/description");
  }

  private JsonObject defined(String title, String member) {
    return Packages.object("CFDefinitions", title)
        .put("title", title)
        .put(member, "some text")
        .build();
  }

  @Test
  void areFoundWhateverTheSpelling() throws Exception {
    String text = new String(new Packages().items("a", "é").bytes(), StandardCharsets.UTF_8);
    String spelled =
        text.replace("/", "\\/").replace("é", "\\u00e9").replace("{", "\n { ").replace(",", " ,");
    CompetencyFramework framework =
        CompetencyFramework.parse(spelled.getBytes(StandardCharsets.UTF_8));
    assertThat(framework.find(Packages.uri("é")).orElseThrow().fullStatement()).isEqualTo("é");
    assertThat(framework.toBytes()).isEqualTo(spelled.getBytes(StandardCharsets.UTF_8));
  }
}
