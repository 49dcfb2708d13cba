package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.Json;
import org.microcred.testing.Vectors;

/** Published credentials: none is refused for its structure, but for those named here. */
class SampleCredentialsConformanceTest {
  /** Unsound as Open Badges 3.0; why, the manifest's notes say. */
  private static final Map<String, List<String>> UNSOUND =
      Map.of(
          "twoOIDF-revoked-notExpired-badSchema.json",
          List.of("model.required /validFrom"),
          "minimal-subject.json",
          List.of(
              "model.required /issuer/type",
              "model.required /credentialSubject/type",
              "model.required /credentialSubject/achievement"));

  @Test
  void readsEveryPublishedSampleWithoutFailures() throws Exception {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, List<String>> refused = new HashMap<>();
    for (Row row : rows()) {
      Reading reading = row.read();
      if (reading.credential().isPresent()) {
        Credential credential = reading.credential().get();
        assertThat(credential).as(row.file()).isInstanceOf(row.type());
        assertThat(credential.dataModel())
            .as(row.file())
            .isEqualTo(row.vcdm().equals("VCDM2") ? DataModel.VC_2_0 : DataModel.VC_1_1);
        counts.merge(row.kind() + " " + row.vcdm(), 1, Integer::sum);
      } else {
        refused.put(
            String.valueOf(row.path().getFileName()),
            reading.findings().failures().stream().map(v -> v.code() + " " + v.pointer()).toList());
      }
    }
    System.out.println("samples read without failures: " + counts + ", refused: " + refused);
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(95);
    assertThat(refused).isEqualTo(UNSOUND);
  }

  /** What the official schema calls invalid in the data model 2.0 gets a failure or a warning. */
  @Test
  void isAtLeastAsStrictAsTheOfficialSchema() throws Exception {
    int compared = 0;
    for (Row row : rows()) {
      boolean invalid = row.schemaVerdict().equals("INVALID");
      if (row.kind().equals("OB3") && (invalid || row.schemaVerdict().equals("valid"))) {
        Findings findings = row.read().findings();
        boolean vocabulary =
            findings.warnings().stream().anyMatch(w -> w.code().equals("ob.vocabulary"));
        assertThat(!findings.passed() || vocabulary)
            .as("%s: %s", row.file(), findings)
            .isEqualTo(invalid);
        compared++;
      }
    }
    System.out.println("samples compared with the official schema's verdict: " + compared);
    assertThat(compared).isEqualTo(43);
  }

  private record Row(String file, String kind, String vcdm, String schemaVerdict) {
    Reading read() throws IOException, InvalidDocumentException {
      return Credential.read(Json.readObject(Files.readAllBytes(path()), Limits.defaults()));
    }

    Class<? extends Credential> type() {
      return switch (kind) {
        case "OB3" -> AchievementCredential.class;
        case "OB3-Endorsement" -> EndorsementCredential.class;
        case "CLR2" -> ClrCredential.class;
        default -> OtherCredential.class;
      };
    }

    Path path() {
      return Vectors.path("../samples").resolve(file);
    }
  }

  private static List<Row> rows() throws IOException {
    List<String> lines = Files.readAllLines(Vectors.path("../samples").resolve("MANIFEST.tsv"));
    List<String> head = List.of(lines.get(0).split("\t", -1));
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split("\t", -1));
      rows.add(
          new Row(
              cells.get(head.indexOf("file")),
              cells.get(head.indexOf("kind")),
              cells.get(head.indexOf("vcdm")),
              cells.get(head.indexOf("schema_2019_09"))));
    }
    assertThat(rows).hasSize(97);
    return rows;
  }
}
