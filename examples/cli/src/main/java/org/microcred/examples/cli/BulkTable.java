package org.microcred.examples.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.Check;

/** The reports as a table: a row each, a column for every check. */
final class BulkTable {
  /** For reports of our own, which are larger than what strangers may send. */
  private static final Limits REPORTS =
      Limits.defaults().toBuilder().documentBytes(256 << 20).nodes(20_000_000).build();

  private static final String HEADER =
      Csv.row(
          Stream.of(
                  Stream.of("line", "outcome", "form", "credentialId"),
                  Stream.of(Check.Id.values()).map(Check.Id::key),
                  Stream.of("problems"))
              .flatMap(column -> column)
              .toList());

  private BulkTable() {}

  /** Refuses a file that is there and is no such table. */
  static void requireReplaceable(Path table) {
    try {
      if (Files.exists(table) && !startsWithHeader(table)) {
        throw Refusal.noOutput(
            "cannot write " + SafeText.of(table.toString()) + ": another file is there already");
      }
    } catch (IOException e) {
      throw unwritable(table, e);
    }
  }

  private static boolean startsWithHeader(Path table) throws IOException {
    byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(table)) {
      return java.util.Arrays.equals(in.readNBytes(header.length), header);
    }
  }

  /** Makes the table of all reports in a file; the old one or the new one, never a part. */
  static void write(Path reports, Path table) {
    try {
      Path next = Files.createTempFile(table.toAbsolutePath().getParent(), ".", ".new");
      try (InputStream in = Files.newInputStream(reports);
          BufferedWriter out = Files.newBufferedWriter(next)) {
        out.write(HEADER);
        Lines lines = new Lines(reports.toString(), in, REPORTS.documentBytes());
        while (lines.hasNext()) {
          out.write(row(Json.readObject(lines.next().content(), REPORTS)));
        }
      }
      Files.move(next, table, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(table, e);
    } catch (InvalidDocumentException e) {
      throw Refusal.noInput(
          SafeText.of(reports.toString()) + " holds a line that is no report: " + e.getMessage());
    }
  }

  private static String row(JsonObject report) {
    List<String> cells = new ArrayList<>();
    cells.add(report.get("line").orElseThrow() instanceof JsonNumber n ? n.literal() : "");
    cells.add(report.string("outcome").orElse(""));
    cells.add(report.string("form").orElse(""));
    cells.add(report.string("credentialId").orElse(""));
    List<JsonObject> checks = objects(report, "checks").toList();
    for (Check.Id id : Check.Id.values()) {
      cells.add(
          checks.stream()
              .filter(check -> check.string("id").equals(java.util.Optional.of(id.key())))
              .flatMap(check -> check.string("outcome").stream())
              .findFirst()
              .orElse(""));
    }
    cells.add(
        checks.stream()
            .flatMap(check -> objects(check, "problems"))
            .flatMap(problem -> problem.string("code").stream())
            .distinct()
            .collect(Collectors.joining(" ")));
    return Csv.row(cells);
  }

  private static Stream<JsonObject> objects(JsonObject from, String member) {
    Stream<JsonValue> values = from.list(member).stream();
    return values.filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  private static Refusal unwritable(Path table, IOException e) {
    return Refusal.noOutput(
        "cannot write " + SafeText.of(table.toString()) + ": " + Input.reason(e));
  }
}
