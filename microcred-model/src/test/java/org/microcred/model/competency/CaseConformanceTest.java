package org.microcred.model.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.model.Violation;
import org.microcred.testing.Vectors;

/** Published CASE packages: all are read, and kept byte for byte. */
class CaseConformanceTest {
  /** No packages: why. */
  private static final Set<String> EXCLUDED =
      Set.of(
          // The OpenAPI description of CASE 1.0; the packages are held against it elsewhere.
          "case-v1p0-swagger.json");

  /** What the packages have that the specification does not allow: code and member. */
  private static final Map<String, Set<String>> ODD =
      Map.of(
          "Ordering.json",
          Set.of("case.unknown-member CFPackageURI", "case.unknown-member CFDocumentURI"),
          "opensalt-framework-20c5134f-423d-4097-a971-3dd5152bf507.json",
          Set.of(
              "case.local-time lastChangeDateTime",
              "case.number-as-text sequenceNumber",
              "case.unknown-member CFDocumentURI",
              "case.unknown-member CFItemAssociationURI",
              "case.unknown-member CFPackageURI",
              "case.unknown-member educationalLevel",
              "json.null description"));

  @Test
  void readsEveryPublishedPackageAndKeepsItsBytes() throws Exception {
    int competencies = 0;
    int associations = 0;
    Map<String, Set<String>> odd = new TreeMap<>();
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      CompetencyFramework framework = CompetencyFramework.parse(bytes);
      assertThat(framework.toBytes()).as("%s", file).isEqualTo(bytes);
      assertThat(framework.competencies()).as("%s", file).doesNotContainNull();
      competencies += framework.size();
      associations += framework.associations().size();
      Set<String> warnings = new TreeSet<>();
      for (Violation warning : framework.warnings()) {
        List<String> tokens = warning.pointer().tokens();
        warnings.add(warning.code() + " " + tokens.get(tokens.size() - 1));
      }
      if (!warnings.isEmpty()) {
        odd.put(String.valueOf(file.getFileName()), warnings);
      }
    }
    System.out.printf(
        "CASE packages: %d read, %d of them with warnings; %d competencies, %d associations;"
            + " excluded: %s and the schemas of 1edtech/opencase, which has no packages%n",
        files().size(), odd.size(), competencies, associations, EXCLUDED);
    assertThat(files()).hasSize(9);
    assertThat(competencies).isEqualTo(65);
    assertThat(associations).isEqualTo(88);
    assertThat(odd).isEqualTo(ODD);
  }

  /** What the vectors' README says about ends. */
  @Test
  void keepsEndsThatLieOutside() throws Exception {
    int outside = 0;
    for (Path file : files()) {
      CompetencyFramework framework = CompetencyFramework.parse(Files.readAllBytes(file));
      int here = 0;
      for (CompetencyAssociation association : framework.associations()) {
        for (LinkGenURI end :
            List.of(association.originNodeURI(), association.destinationNodeURI())) {
          boolean inside =
              framework.find(end).isPresent()
                  || end.identifier().equals(framework.document().identifier());
          here += inside ? 0 : 1;
        }
      }
      assertThat(here == 0 || file.toString().contains("sample files")).as("%s", file).isTrue();
      outside += here;
    }
    System.out.println("CASE packages: " + outside + " ends outside");
    assertThat(outside).isEqualTo(21);
  }

  /** OpenSALT's own fixture for the order of children. */
  @Test
  void ordersChildrenByTheirSequence() throws Exception {
    CompetencyFramework framework =
        CompetencyFramework.parse(
            Vectors.bytes("case/opensalt/core/tests/_data/SequenceNumberFramework.json"));
    assertThat(framework.roots())
        .extracting(root -> root.humanCodingScheme().orElseThrow())
        .containsExactly("SNT.2", "SNT.1");
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(Vectors.path("case"))) {
      return all.filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !EXCLUDED.contains(String.valueOf(file.getFileName())))
          .sorted()
          .toList();
    }
  }
}
