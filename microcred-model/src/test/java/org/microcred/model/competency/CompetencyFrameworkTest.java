package org.microcred.model.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** What a framework knows, and how its competencies are found. */
class CompetencyFrameworkTest {
  /** Maths with numbers (adding, taking away) and shapes; "adding" also stands below "practice". */
  private static CompetencyFramework maths() throws Exception {
    return CompetencyFramework.parse(
        new Packages()
            .items("adding", "maths", "numbers", "practice", "shapes", "taking", "alone")
            .children("document", "maths", "practice")
            .children("maths", "numbers", "shapes")
            .children("numbers", "adding", "taking")
            .children("practice", "adding")
            .bytes());
  }

  private static Competency get(CompetencyFramework framework, String name) {
    return framework.byIdentifier(Packages.id(name)).orElseThrow();
  }

  private static List<String> names(List<Competency> competencies) {
    return competencies.stream().map(Competency::fullStatement).toList();
  }

  @Nested
  class Lookup {
    @Test
    void findsByUriIdentifierAndCode() throws Exception {
      CompetencyFramework framework =
          CompetencyFramework.parse(
              new Packages()
                  .item("a", item -> item.with("humanCodingScheme", new JsonString("X.1")))
                  .item("b", item -> item.with("humanCodingScheme", new JsonString("X.2")))
                  .item("c", item -> item.with("humanCodingScheme", new JsonString("X.1")))
                  .bytes());
      assertThat(framework.find(Packages.uri("b"))).contains(get(framework, "b"));
      assertThat(framework.find(Packages.uri("d"))).isEmpty();
      assertThat(framework.byIdentifier(Packages.id("b").toUpperCase(Locale.ROOT))).isPresent();
      assertThat(framework.byIdentifier("b")).isEmpty();
      assertThat(names(framework.byCode("X.1"))).containsExactly("a", "c");
      assertThat(framework.byCode("X.3")).isEmpty();
      assertThat(framework.size()).isEqualTo(3);
      assertThat(names(framework.competencies())).containsExactly("a", "b", "c");
    }

    @Test
    void doesNotTakeTheDocumentForACompetency() throws Exception {
      CompetencyFramework framework = maths();
      assertThat(framework.find(framework.document().uri())).isEmpty();
      assertThat(framework.byIdentifier(framework.document().identifier())).isEmpty();
    }

    @Test
    void refusesAnIndexOutsideItsLists() throws Exception {
      List<Competency> all = maths().competencies();
      assertThatThrownBy(() -> all.get(7)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> all.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void givesAwayCopiesOfItsBytes() throws Exception {
      byte[] bytes = new Packages().items("a").bytes();
      CompetencyFramework framework = CompetencyFramework.parse(bytes);
      byte[] original = bytes.clone();
      bytes[0] = 'x';
      framework.toBytes()[0] = 'x';
      assertThat(framework.toBytes()).isEqualTo(original);
    }
  }

  @Nested
  class Tree {
    @Test
    void startsBelowTheDocumentAndEndsWithWhatIsBelowNothing() throws Exception {
      assertThat(names(maths().roots())).containsExactly("maths", "practice", "alone");
    }

    @Test
    void goesUpAndDown() throws Exception {
      CompetencyFramework framework = maths();
      assertThat(names(framework.children(get(framework, "numbers"))))
          .containsExactly("adding", "taking");
      assertThat(names(framework.parents(get(framework, "adding"))))
          .containsExactly("numbers", "practice");
      assertThat(names(framework.descendants(get(framework, "maths"))))
          .containsExactly("numbers", "adding", "taking", "shapes");
      assertThat(names(framework.ancestors(get(framework, "adding"))))
          .containsExactly("numbers", "maths", "practice");
      assertThat(framework.parents(get(framework, "maths"))).isEmpty();
    }

    @Test
    void ordersBySequenceNumberAndThenByThePackage() throws Exception {
      Packages packages = new Packages().items("p", "a", "b", "c", "d");
      packages.children("p", "a");
      for (String name : List.of("b", "c", "d")) {
        JsonNumber place = JsonNumber.of(name.equals("b") ? 2 : -1);
        packages.association(name, "isChildOf", "p", a -> a.with("sequenceNumber", place));
      }
      CompetencyFramework framework = CompetencyFramework.parse(packages.bytes());
      assertThat(names(framework.children(get(framework, "p"))))
          .containsExactly("c", "d", "b", "a");
    }

    @Test
    void walksCirclesOnceAndListsDoublesOnce() throws Exception {
      CompetencyFramework framework =
          CompetencyFramework.parse(
              new Packages()
                  .items("a", "b", "c")
                  .children("a", "b", "b", "a")
                  .children("b", "c")
                  .children("c", "a")
                  .bytes());
      Competency a = get(framework, "a");
      assertThat(names(framework.children(a))).containsExactly("b");
      assertThat(names(framework.descendants(a))).containsExactly("b", "c");
      assertThat(names(framework.ancestors(a))).containsExactly("c", "b");
      assertThat(framework.roots()).isEmpty();
      assertThat(framework.associations(a)).hasSize(4);
    }

    @Test
    void takesTheChildOfAnOutsideParentForARoot() throws Exception {
      CompetencyFramework framework =
          CompetencyFramework.parse(new Packages().items("a").children("elsewhere", "a").bytes());
      assertThat(names(framework.roots())).containsExactly("a");
      CompetencyAssociation association = framework.associations().get(0);
      assertThat(association.destinationNodeURI().title()).isEqualTo("elsewhere");
      assertThat(framework.find(association.destinationNodeURI())).isEmpty();
    }

    @Test
    void relatesAStrangersCompetencyToNothing() throws Exception {
      Competency stranger =
          CompetencyFramework.parse(new Packages().items("stranger").bytes()).competencies().get(0);
      CompetencyFramework framework = maths();
      assertThat(framework.children(stranger)).isEmpty();
      assertThat(framework.descendants(stranger)).isEmpty();
      assertThat(framework.associations(stranger)).isEmpty();
      assertThat(framework.equivalents(stranger)).isEmpty();
    }
  }

  @Nested
  class Equivalence {
    @Test
    void followsMatchesInBothDirectionsAndThroughOtherFrameworks() throws Exception {
      CompetencyFramework framework =
          CompetencyFramework.parse(
              new Packages()
                  .items("a", "b", "c", "d")
                  .matches("a", "outside")
                  .matches("b", "outside")
                  .association("c", "isTranslationOf", "b", x -> x)
                  .association("d", "isRelatedTo", "a", x -> x)
                  .matches("c", "a")
                  .bytes());
      List<LinkGenURI> equivalents = framework.equivalents(get(framework, "a"));
      assertThat(equivalents)
          .extracting(LinkGenURI::title)
          .containsExactlyInAnyOrder("outside", "b", "c");
      assertThat(equivalents.stream().filter(end -> framework.find(end).isPresent())).hasSize(2);
      assertThat(framework.equivalents(get(framework, "d"))).isEmpty();
    }

    @Test
    void endsInCircles() throws Exception {
      CompetencyFramework framework =
          CompetencyFramework.parse(
              new Packages()
                  .items("a", "b")
                  .matches("a", "b")
                  .matches("b", "a")
                  .matches("a", "a")
                  .bytes());
      assertThat(framework.equivalents(get(framework, "a")))
          .extracting(LinkGenURI::title)
          .containsExactly("b");
    }
  }

  @Nested
  class Records {
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
                          a.with("notes", new JsonString("n"))
                              .with("CFAssociationGroupingURI", link))
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
      assertThat(read.levels())
          .extracting(RubricLevel::quality)
          .containsExactly(Optional.of("good"));
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
}
