package org.microcred.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Limits;
import org.microcred.model.Profile;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Many credentials: in order, continued where it ended, and never into a file of somebody else. */
class BulkCommandTest {
  private static final String[] AT = {"--at", "2026-06-01T00:00:00Z", "--trust-anyone"};

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path in = Path.of("");
  private Path reports = Path.of("");
  private List<String> lines = List.of();

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int status = Microcred.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    assertThat(err.toString()).doesNotContain("\tat ");
    return status;
  }

  private int bulk(String... more) {
    List<String> args = new ArrayList<>(List.of("bulk", in.toString(), reports.toString()));
    args.addAll(Arrays.asList(AT));
    args.addAll(Arrays.asList(more));
    return run(args.toArray(String[]::new));
  }

  @BeforeEach
  void issue() throws Exception {
    in = folder.resolve("in.ndjson");
    reports = folder.resolve("out.ndjson");
    KeyPair pair = KeyPairs.generate(SignatureAlgorithm.EDDSA);
    Signer key = Signer.didKey(pair);
    Profile issuer = Profile.of(key.controller(), "Example University");
    AchievementCredential badge =
        AchievementCredential.builder(
                issuer,
                "did:example:learner",
                Achievement.builder("https://uni.example/python-101", "Python").build())
            .id("urn:uuid:8e1a5b5e-44cf-4ab5-8f7a-6f5f3bcd1c01")
            .validFrom(java.time.Instant.parse("2026-01-01T00:00:00Z"))
            .build();
    String json =
        Json.write(
            Json.read(
                CredentialSigner.of(key, ProofFormat.EDDSA_RDFC_2022).sign(badge).toBytes(),
                Limits.defaults()));
    String token = CredentialSigner.of(key, ProofFormat.VC_JWT).sign(badge).toText().orElseThrow();
    lines =
        List.of(
            json,
            Json.write(new JsonString(token)),
            "",
            token,
            json.replace("Python", "Pythons"),
            "%PDF-1.7",
            "{\"a\":".repeat(100),
            json + "\r");
    Files.writeString(in, String.join("\n", lines) + "\n");
  }

  private List<JsonObject> written() throws Exception {
    List<JsonObject> all = new ArrayList<>();
    for (String line : Files.readAllLines(reports)) {
      all.add(Json.readObject(line, Limits.defaults()));
    }
    return all;
  }

  @Test
  void verifiesEachLineInOrder() throws Exception {
    assertThat(bulk()).as(err.toString()).isEqualTo(ExitStatus.NO);
    assertThat(written())
        .extracting(r -> String.valueOf(r.get("line").orElseThrow()))
        .containsExactly("1", "2", "4", "5", "6", "7", "8");
    assertThat(written())
        .extracting(r -> r.string("outcome").orElseThrow())
        .containsExactly(
            "VERIFIED", "VERIFIED", "VERIFIED", "REJECTED", "REJECTED", "UNDETERMINED", "VERIFIED");
    assertThat(out.toString().strip()).isEqualTo("4 verified, 2 rejected, 1 undetermined");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void answersAsVerifyDoes() throws Exception {
    bulk();
    Path one = Files.writeString(folder.resolve("one.json"), lines.get(0));
    List<String> args = new ArrayList<>(List.of("verify", "--json", one.toString()));
    args.addAll(Arrays.asList(AT));
    assertThat(run(args.toArray(String[]::new))).isEqualTo(ExitStatus.OK);
    assertThat(Json.readObject(out.toString(), Limits.defaults()).without("file"))
        .isEqualTo(written().get(0).without("line").without("digest"));
  }

  @Test
  void goesOnBehindTheLastCompleteLineWhereverItWasKilled() throws Exception {
    bulk();
    byte[] whole = Files.readAllBytes(reports);
    for (int cut = 0; cut < whole.length; cut += 1 + cut % 97 + whole.length / 20) {
      Files.write(reports, Arrays.copyOf(whole, cut));
      assertThat(bulk("--threads", "1")).as("cut at " + cut + err).isEqualTo(ExitStatus.NO);
      assertThat(Files.readAllBytes(reports)).as("cut at " + cut).isEqualTo(whole);
      assertThat(out.toString()).contains("4 verified, 2 rejected, 1 undetermined");
    }
    assertThat(bulk()).isEqualTo(ExitStatus.NO);
    assertThat(Files.readAllBytes(reports)).isEqualTo(whole);
  }

  @Test
  void worksThroughLinesThatWereAddedSince() throws Exception {
    Files.writeString(in, lines.get(0) + "\n");
    assertThat(bulk()).isEqualTo(ExitStatus.OK);
    Files.writeString(in, lines.get(5), StandardOpenOption.APPEND);
    assertThat(bulk()).isEqualTo(ExitStatus.NO);
    assertThat(written()).hasSize(2);
  }

  @Test
  void neverContinuesAFileOfSomethingElse() throws Exception {
    for (String foreign :
        List.of("my thesis", "my thesis\n", "{\"line\":1}\n", "\n", "{\"line\":0,\"digest\":")) {
      Files.writeString(reports, foreign);
      assertThat(bulk()).as(foreign).isEqualTo(ExitStatus.NO_OUTPUT);
      assertThat(reports).hasContent(foreign);
      assertThat(err.toString()).startsWith("microcred: ").hasLineCount(1);
    }
    Files.delete(reports);
    bulk();
    byte[] whole = Files.readAllBytes(reports);
    Files.writeString(in, "other\n".repeat(8));
    assertThat(bulk()).isEqualTo(ExitStatus.NO_OUTPUT);
    assertThat(err.toString()).contains("another input");
    Files.writeString(in, "");
    assertThat(bulk()).isEqualTo(ExitStatus.NO_OUTPUT);
    assertThat(Files.readAllBytes(reports)).isEqualTo(whole);
  }

  @Test
  void twoDoNotWriteOneFile() throws Exception {
    try (FileChannel other =
        FileChannel.open(reports, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(other.tryLock()).isNotNull();
      assertThat(bulk()).isEqualTo(ExitStatus.NO_OUTPUT);
      assertThat(err.toString()).contains("being written").hasLineCount(1);
    }
  }

  @Test
  void makesATableOfAllReports() throws Exception {
    Path table = folder.resolve("table.csv");
    String evil = "=HYPERLINK(\"https://evil.example\",\"x\")";
    String hostile =
        lines.get(0).replace("urn:uuid:8e1a5b5e-44cf-4ab5-8f7a-6f5f3bcd1c01", json(evil));
    Files.writeString(in, hostile + "\n", StandardOpenOption.APPEND);
    assertThat(bulk("--csv", table.toString())).as(err.toString()).isEqualTo(ExitStatus.NO);
    String text = Files.readString(table);
    assertThat(text)
        .startsWith(
            "line,outcome,form,credentialId,structure,context,key,proof,issuer,validity,status,"
                + "recipient,evidence,embedded,trust,problems\r\n")
        .contains(
            "\r\n1,VERIFIED,json+eddsa-rdfc-2022,urn:uuid:8e1a5b5e-44cf-4ab5-8f7a-6f5f3bcd1c01,"
                + "PASSED,PASSED,PASSED,PASSED,PASSED,PASSED,SKIPPED,SKIPPED,SKIPPED,SKIPPED,PASSED,"
                + "\r\n")
        .contains("\r\n6,REJECTED,unknown,,FAILED,")
        .contains(",\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\",");
    assertThat(text.split("\r\n")).hasSize(9).allMatch(row -> row.indexOf('\n') < 0);
    // Again, and the table is the same; another file of that name stays.
    assertThat(bulk("--csv", table.toString())).isEqualTo(ExitStatus.NO);
    assertThat(table).hasContent(text);
    Files.writeString(table, "mine");
    assertThat(bulk("--csv", table.toString())).isEqualTo(ExitStatus.NO_OUTPUT);
    assertThat(table).hasContent("mine");
  }

  private static String json(String text) {
    String quoted = Json.write(new JsonString(text));
    return quoted.substring(1, quoted.length() - 1);
  }

  @Test
  void aCellIsNeverAFormula() {
    Map<String, String> cells =
        Map.of(
            "=1+1", "'=1+1",
            "-1", "'-1",
            "@a", "'@a",
            "+a", "'+a",
            " =a", "\"' =a\"".replace("\"", ""),
            "＝a", "'＝a",
            "a,\"b\"", "\"a,\"\"b\"\"\"",
            "\t=a\n", "\\u{9}=a\\u{a}",
            "urn:x", "urn:x",
            "", "");
    cells.forEach((text, cell) -> assertThat(Csv.row(List.of(text))).isEqualTo(cell + "\r\n"));
  }

  @Test
  void showsProgressWhereSomebodyWatches() throws Exception {
    assertThat(bulk("--progress")).isEqualTo(ExitStatus.NO);
    assertThat(err.toString()).contains("[#####").contains("100 %").contains("4 verified");
    Files.delete(reports);
    assertThat(bulk("--no-progress")).isEqualTo(ExitStatus.NO);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void readsStandardInput() throws Exception {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(lines.get(0).getBytes(StandardCharsets.UTF_8)));
    try {
      in = Path.of("-");
      assertThat(bulk()).as(err.toString()).isEqualTo(ExitStatus.OK);
    } finally {
      System.setIn(before);
    }
    assertThat(written()).hasSize(1);
  }

  @Test
  void aLineWithoutAnEndDoesNotFillTheMemory() throws Exception {
    // 1 GiB of it is read, 4 MiB are kept.
    InputStream endless =
        new InputStream() {
          private long left = 1L << 30;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] into, int from, int count) {
            int n = (int) Math.min(left, count);
            Arrays.fill(into, from, from + n, (byte) 'a');
            left -= n;
            return n == 0 ? -1 : n;
          }
        };
    Lines read = new Lines("endless", endless, 4 << 20);
    assertThat(read.next())
        .matches(line -> line.content().length == 4 << 20 && line.end() == 1L << 30)
        .matches(line -> !line.complete());
    assertThat(read.hasNext()).isFalse();

    String large = "{\"a\":\"" + "b".repeat(Limits.defaults().documentBytes()) + "\"}";
    Files.writeString(in, large + "\n\"" + "b".repeat(5 << 20) + "\"\n" + lines.get(0) + "\n");
    assertThat(bulk()).isEqualTo(ExitStatus.UNKNOWN);
    assertThat(written())
        .extracting(r -> r.string("outcome").orElseThrow())
        .containsExactly("UNDETERMINED", "UNDETERMINED", "VERIFIED");
    assertThat(Files.readString(reports)).contains("limit.document");
  }

  @Test
  void refusesBadUsageInOneLine() throws IOException {
    assertThat(run("bulk", in.toString())).isEqualTo(ExitStatus.USAGE);
    assertThat(run("bulk", in.toString(), reports.toString())).isEqualTo(ExitStatus.USAGE);
    assertThat(bulk("--threads", "0")).isEqualTo(ExitStatus.USAGE);
    assertThat(bulk("--advisory", "proof")).isEqualTo(ExitStatus.USAGE);
    Path to = reports;
    reports = in;
    assertThat(bulk()).isEqualTo(ExitStatus.USAGE);
    reports = folder.resolve("no/such/folder");
    assertThat(bulk()).isEqualTo(ExitStatus.NO_OUTPUT);
    reports = to;
    in = folder.resolve("nothing");
    assertThat(bulk()).isEqualTo(ExitStatus.NO_INPUT);
    assertThat(err.toString()).startsWith("microcred: cannot read").hasLineCount(1);
    assertThat(reports).doesNotExist();
  }
}
