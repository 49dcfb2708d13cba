package org.microcred.model.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.JsonNumber;
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
}
