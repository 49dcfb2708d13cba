package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The schema of reports, which every report that the helpers of these tests look at has to meet.
 */
final class ReportSchema {
  private static final String TEXT = text();

  private ReportSchema() {}

  static void assertMet(Report report) {
    String json = report.toJson();
    assertThat(Badges.conforms(TEXT, json)).as(json).isEmpty();
  }

  private static String text() {
    try (InputStream in = VerificationReport.class.getResourceAsStream("report.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
