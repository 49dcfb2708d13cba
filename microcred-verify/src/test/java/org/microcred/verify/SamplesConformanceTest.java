package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microcred.crypto.DocumentLoader;
import org.microcred.testing.Vectors;

/** Published credentials with expected verdicts, manifest-driven. */
class SamplesConformanceTest {
  private static final String LIST_ISSUER =
      "did:key:z6MknNQD1WHLGGraFi6zcbGevuAgkVfdyCdtZnQTGWVVvR5Q";

  /** The settings and the column of the manifest that says what they lead to. */
  enum Column {
    /** The defaults. */
    STRICT("expected_outcome"),
    /** What the publisher of the samples intends: its lists are short, elsewhere and another's. */
    SHORT_LISTS("expected_short_list_accepted");

    private final String name;

    Column(String name) {
      this.name = name;
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesThePublishedVerdicts(Column column) throws IOException {
    List<Row> rows = table(samples().resolve("MANIFEST.tsv"));
    StatusPolicy status =
        column == Column.STRICT
            ? StatusPolicy.strict()
            : StatusPolicy.strict()
                .withMinimumEntries(100_000)
                .withListIssuers(LIST_ISSUER)
                .withAnyListId();
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Row row : rows) {
      VerificationReport report =
          verifier(row, documents()).status(status).build().verify(Files.readAllBytes(file(row)));
      ReportSchema.assertMet(report);
      String certainty = row.get("certainty");
      boolean right =
          switch (certainty) {
            case "exact" -> isExpected(report, row, column);
            case "never-verified" -> report.outcome() != VerificationReport.Outcome.VERIFIED;
            default -> true;
          };
      boolean asPrinted = report.outcome().name().equals(row.get(column.name));
      counts.merge(
          certainty + (right ? (asPrinted ? " as expected" : " otherwise") : " WRONG"),
          1,
          Integer::sum);
      if (right && !asPrinted) {
        System.out.println(
            "  " + row.get("file") + ": " + row.get(column.name) + " expected, " + why(report));
      }
      if (!right) {
        wrong.add(row.get("file") + " should be " + row.get(column.name) + "\n" + report.explain());
      }
    }
    System.out.println("samples, " + column.name + ": " + rows.size() + " rows, " + counts);
    assertThat(rows).hasSizeGreaterThan(90);
    assertThat(wrong).isEmpty();
  }

  /** The verdict and the first reason for it. */
  private static String why(VerificationReport report) {
    return report.outcome()
        + report.checks().stream()
            .filter(check -> check.outcome() == Check.Outcome.FAILED)
            .flatMap(check -> check.problems().stream())
            .findFirst()
            .map(problem -> ": " + problem.detail() + " [" + problem.code() + "]")
            .orElse("");
  }

  @Test
  void verifiesNothingElseWithoutTheDocuments() throws IOException {
    for (Row row : table(samples().resolve("MANIFEST.tsv"))) {
      VerificationReport report =
          verifier(row, DocumentLoader.none()).build().verify(Files.readAllBytes(file(row)));
      // A schema that cannot be had is a warning by default, and ours answers the published ones.
      boolean namesSchema = row.get("note").contains("credentialSchema");
      if (!namesSchema && !row.get("expected_without_documents").equals("VERIFIED")) {
        assertThat(report.outcome())
            .as(row.get("file"))
            .isNotEqualTo(VerificationReport.Outcome.VERIFIED);
      }
    }
  }

  private static boolean isExpected(VerificationReport report, Row row, Column column) {
    if (!report.outcome().name().equals(row.get(column.name))) {
      return false;
    }
    String deciding = row.get("deciding_check");
    boolean sameAsStrict = row.get("expected_outcome").equals(row.get(column.name));
    if (deciding.equals("none")
        || report.outcome() == VerificationReport.Outcome.VERIFIED
        || !sameAsStrict) {
      return sameAsStrict || report.check(Check.Id.STATUS).outcome() != Check.Outcome.SKIPPED;
    }
    Check.Outcome outcome =
        report.outcome() == VerificationReport.Outcome.REJECTED
            ? Check.Outcome.FAILED
            : Check.Outcome.UNDETERMINED;
    Check.Id id = Check.Id.of(deciding.substring(0, deciding.indexOf(' '))).orElseThrow();
    return report.check(id).outcome() == outcome;
  }

  private static Path samples() {
    return Vectors.path("../samples");
  }

  private static Path file(Row row) {
    return samples().resolve(row.get("file"));
  }

  private static CredentialVerifier.Builder verifier(Row row, DocumentLoader documents) {
    Instant at = Instant.parse(row.get("evaluation_instant"));
    return CredentialVerifier.builder(TrustPolicy.anyone())
        .documents(documents)
        .clock(Clock.fixed(at, ZoneOffset.UTC));
  }

  private static DocumentLoader documents() throws IOException {
    Path folder = samples().resolve("documents");
    Map<URI, byte[]> documents = new HashMap<>();
    for (Row row : table(folder.resolve("index.tsv"))) {
      documents.put(
          URI.create(row.get("url")), Files.readAllBytes(folder.resolve(row.get("file"))));
    }
    return DocumentLoader.of(documents);
  }

  private static List<Row> table(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] columns = lines.get(0).split("\t", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      rows.add(new Row(List.of(columns), List.of(cells)));
    }
    return rows;
  }

  private record Row(List<String> columns, List<String> cells) {
    String get(String column) {
      return cells.get(columns.indexOf(column));
    }
  }
}
