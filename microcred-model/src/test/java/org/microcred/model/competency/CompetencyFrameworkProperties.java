package org.microcred.model.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.microcred.model.InvalidDocumentException;

/** Laws of frameworks. */
class CompetencyFrameworkProperties {
  private static final int NODES = 7;

  private static final FrameworkDocument LIST =
      FrameworkDocument.of("u:list", "List", "Example", Instant.EPOCH);

  /** One association between two of {@link #NODES} competencies. */
  record Edge(int from, int to) {}

  @Property(tries = 300)
  void noBytesEscapeWithAnotherException(@ForAll byte[] bytes) {
    assertThat(isRefusedWithReasons(bytes)).isTrue();
  }

  @Property(tries = 500)
  void noChangeOfAPackageEscapesWithAnotherException(
      @ForAll @IntRange(max = 2_000) int place, @ForAll byte change, @ForAll boolean cut) {
    byte[] bytes = sound();
    int at = place % bytes.length;
    if (cut) {
      byte[] left = new byte[at];
      System.arraycopy(bytes, 0, left, 0, at);
      assertThat(isRefusedWithReasons(left)).isTrue();
    } else {
      bytes[at] = change;
      // Either answer will do; another exception would end the test.
      assertThat(isRefusedWithReasons(bytes)).isIn(true, false);
    }
  }

  private static boolean isRefusedWithReasons(byte[] bytes) {
    try {
      assertThat(CompetencyFramework.parse(bytes).toBytes()).isEqualTo(bytes);
      return false;
    } catch (InvalidDocumentException e) {
      return !e.violations().isEmpty();
    }
  }

  private static byte[] sound() {
    return new Packages()
        .items("a", "b")
        .children("document", "a")
        .children("a", "b")
        .matches("a", "c")
        .bytes();
  }

  @Property(tries = 100)
  void descendantsAreTheChildrenAndTheirs(@ForAll("edges") @Size(max = 14) List<Edge> edges)
      throws Exception {
    CompetencyFramework framework = framework(edges, "isChildOf");
    for (Competency top : framework.competencies()) {
      List<String> below = names(framework.descendants(top));
      Set<String> expected = new LinkedHashSet<>();
      for (Competency child : framework.children(top)) {
        expected.add(child.fullStatement());
        expected.addAll(names(framework.descendants(child)));
      }
      expected.remove(top.fullStatement());
      assertThat(below).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Property(tries = 100)
  void whatIsBelowHasItAbove(@ForAll("edges") @Size(max = 14) List<Edge> edges) throws Exception {
    CompetencyFramework framework = framework(edges, "isChildOf");
    for (Competency a : framework.competencies()) {
      for (Competency b : framework.competencies()) {
        assertThat(names(framework.descendants(a)).contains(b.fullStatement()))
            .isEqualTo(names(framework.ancestors(b)).contains(a.fullStatement()));
        assertThat(names(framework.children(a)).contains(b.fullStatement()))
            .isEqualTo(names(framework.parents(b)).contains(a.fullStatement()));
      }
    }
  }

  @Property(tries = 100)
  void everyRootIsBelowNothingAndTheOthersAreBelowSomething(
      @ForAll("edges") @Size(max = 14) List<Edge> edges) throws Exception {
    CompetencyFramework framework = framework(edges, "isChildOf");
    List<String> orphans =
        framework.competencies().stream()
            .filter(c -> framework.parents(c).isEmpty())
            .map(Competency::fullStatement)
            .toList();
    assertThat(names(framework.roots())).isEqualTo(orphans);
  }

  @Property(tries = 100)
  void equivalenceGoesBothWays(@ForAll("edges") @Size(max = 8) List<Edge> edges) throws Exception {
    CompetencyFramework framework = framework(edges, "exactMatchOf");
    for (Competency a : framework.competencies()) {
      Set<String> same = equivalents(framework, a);
      for (String name : same) {
        Competency b = framework.byIdentifier(Packages.id(name)).orElseThrow();
        Set<String> back = equivalents(framework, b);
        back.add(name);
        back.remove(a.fullStatement());
        assertThat(back).isEqualTo(same);
      }
    }
  }

  private static Set<String> equivalents(CompetencyFramework framework, Competency of) {
    return framework.equivalents(of).stream().map(LinkGenURI::title).collect(Collectors.toSet());
  }

  private static List<String> names(List<Competency> competencies) {
    return competencies.stream().map(Competency::fullStatement).toList();
  }

  private static CompetencyFramework framework(List<Edge> edges, String type) throws Exception {
    Packages packages = new Packages();
    IntStream.range(0, NODES).forEach(i -> packages.items("n" + i));
    for (Edge edge : edges) {
      packages.association("n" + edge.from(), type, "n" + edge.to(), a -> a);
    }
    return CompetencyFramework.parse(packages.bytes());
  }

  @Provide
  Arbitrary<List<Edge>> edges() {
    Arbitrary<Integer> node = Arbitraries.integers().between(0, NODES - 1);
    return Combinators.combine(node, node).as(Edge::new).list().ofMaxSize(14);
  }

  // --- plain lists ---

  /** One line of a list. */
  record Line(String label, int parent, String description) {}

  @Property(tries = 150)
  void listsSayWhatTheirLinesSay(@ForAll("lines") List<Line> lines) throws Exception {
    StringBuilder csv = new StringBuilder("label,uri,about,parent\r\n");
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      csv.append(quoted(line.label())).append(",u:").append(i).append(',');
      csv.append(quoted(line.description())).append(",u:").append(line.parent()).append("\r\n");
    }
    CompetencyFramework framework =
        CompetencyFramework.ofList(
            LIST,
            csv.toString().getBytes(StandardCharsets.UTF_8),
            ListColumns.PLAIN.withDescription("about"),
            FrameworkLimits.defaults());
    List<Line> read = new ArrayList<>();
    for (Competency competency : framework.competencies()) {
      String parent =
          framework.associations(competency).stream()
              .filter(a -> a.originNodeURI().uri().equals(competency.uri()))
              .map(a -> a.destinationNodeURI().uri())
              .findFirst()
              .orElseThrow();
      read.add(
          new Line(
              competency.fullStatement(),
              Integer.parseInt(parent.substring(2)),
              competency.notes().orElse("")));
    }
    assertThat(read).isEqualTo(lines);
    assertThat(framework.find("u:0").map(Competency::fullStatement))
        .isEqualTo(Optional.of(lines.get(0).label()));
  }

  @Property(tries = 300)
  void noListEscapesWithAnotherException(@ForAll("csv") String csv) {
    try {
      assertThat(
              CompetencyFramework.ofList(
                      LIST,
                      csv.getBytes(StandardCharsets.UTF_8),
                      ListColumns.PLAIN,
                      FrameworkLimits.defaults())
                  .size())
          .isNotNegative();
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
    }
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Provide
  Arbitrary<List<Line>> lines() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("ab \",|\r\n\\é\u0000\uD83C\uDF89")
            .ofMaxLength(12)
            .filter(s -> isText(s));
    Arbitrary<Integer> parent = Arbitraries.integers().between(0, 20);
    return Combinators.combine(text.filter(s -> !s.isBlank()), parent, text)
        .as(Line::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static boolean isText(String s) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(s);
  }

  @Provide
  Arbitrary<String> csv() {
    return Arbitraries.of("uri,label,parent\n", "u:1", ",", "\"", "\n", "\r", "a", "|", " ", "é")
        .list()
        .ofMaxSize(20)
        .map(parts -> "uri,label,parent\n" + String.join("", parts));
  }
}
