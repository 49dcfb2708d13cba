package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.testing.Vectors;

/** Published credentials: context and signatures; whom to believe is not asked here. */
class SamplesConformanceTest {
  private static final String TAMPERED = "legacy-noStatus-noExpiry-tampered.json";
  private static final String INLINE_CONTEXT = "twoOIDF-revoked-notExpired-badSchema.json";

  @Test
  void readsAndVerifiesEveryPublishedSample() throws IOException, InvalidDocumentException {
    int verified = 0;
    int unsigned = 0;
    int refused = 0;
    for (String file : samples()) {
      Inspection inspection =
          Inspection.open(
              SecuredCredential.of(Vectors.bytes("../samples/" + file)),
              InspectionSettings.of(TestContexts.supplied()));
      if (file.endsWith(INLINE_CONTEXT)) {
        assertThat(codes(inspection.context())).as(file).containsOnly("context.inline");
        refused++;
        continue;
      }
      assertThat(inspection.context().passed()).as(file + inspection.context()).isTrue();
      if (inspection.proofs().isEmpty()) {
        assertThat(codes(inspection.shape())).as(file).containsOnly("proof.missing");
        unsigned++;
      }
      for (Proof proof : inspection.proofs()) {
        Findings findings = inspection.verify(proof, TestKeys.named(proof));
        if (file.endsWith(TAMPERED)) {
          assertThat(codes(findings)).as(file).containsExactly("proof.signature");
          refused++;
        } else {
          assertThat(findings).as(file).isEqualTo(Findings.none());
          verified++;
        }
      }
    }
    System.out.printf(
        "samples: %d proofs verified, %d unsigned, %d refused%n", verified, unsigned, refused);
    assertThat(List.of(verified, unsigned, refused)).containsExactly(111, 8, 2);
  }

  private static List<String> samples() throws IOException {
    List<String> rows = Files.readAllLines(Vectors.path("../samples/MANIFEST.tsv"));
    return rows.stream().skip(1).map(row -> row.split("\t", -1)[0]).toList();
  }

  private static List<String> codes(Findings findings) {
    return findings.failures().stream().map(Violation::code).toList();
  }
}
