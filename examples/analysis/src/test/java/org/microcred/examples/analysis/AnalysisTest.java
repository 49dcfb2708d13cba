package org.microcred.examples.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script as a program of one file, and the session, as a researcher runs them. */
class AnalysisTest {
  private static final int LEARNERS = 5_000;
  private static final Path STACKS = Path.of("../quickstart/src/main/resources/stacks");
  private static final String SALARY =
      STACKS.resolve("nea-salary/nea-salary.stack.json").toString();
  private static final String MICRO =
      STACKS.resolve("suny-microcredential/suny-microcredential.stack.json").toString();

  @TempDir Path folder;

  /** Every learner has none to four of the district's badges; every third one has nine credits. */
  private Path holdings(int learners) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("learner,id,achievement,issuer,credits,tags,awarded");
    for (int i = 0; i < learners; i++) {
      for (int badge = 0; badge < i % 5; badge++) {
        lines.add(
            "l%d,l%d-b%d,badge-%d,did:web:nea.example,,,2025-10-01".formatted(i, i, badge, badge));
      }
      String credits = i % 3 == 0 ? "9" : "6";
      lines.add(
          "l%d,l%d-c,course,did:web:suny.example,%s,data-analytics,2025-05-01"
              .formatted(i, i, credits));
    }
    return Files.write(folder.resolve("holdings.csv"), lines);
  }

  /** Three badges of ten hours are two credits. */
  private static long withThreeBadges() {
    return LEARNERS / 5 * 2L;
  }

  private static long withNineCredits() {
    return (LEARNERS + 2) / 3;
  }

  private int run(Path out, Path log, String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "Analysis.java"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @Test
  void makesATableAndPlotsOfFiveThousandLearners() throws Exception {
    Path table = holdings(LEARNERS);
    Files.writeString(table, Files.readString(table) + "l0,x,course,did:web:suny.example,many,,\n");
    Path result = folder.resolve("out.txt");
    Path log = folder.resolve("log.txt");
    Path out = folder.resolve("it's out");
    int status = run(result, log, table.toString(), "2026-06-30", out.toString(), SALARY, MICRO);
    assertThat(status).as(Files.readString(log)).isZero();
    assertThat(result).content().startsWith(LEARNERS + " learners, 2 policies, 1 rows refused");
    assertThat(log).content().contains("many", "10000 of 10000 decisions");
    assertThat(Files.readAllLines(out.resolve("decisions.csv"))).hasSize(1 + 2 * LEARNERS);
    assertThat(earned(out.resolve("decisions.parquet")))
        .isEqualTo(
            Map.of(
                "https://district.example/stacks/salary-credit", withThreeBadges(),
                "https://suny.example/stacks/data-analytics", withNineCredits()));
    for (String plot : List.of("completion.svg", "bottlenecks.svg")) {
      assertThat(
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(out.resolve(plot).toFile())
                  .getElementsByTagName("rect")
                  .getLength())
          .isEqualTo(2);
    }
  }

  private static Map<String, Long> earned(Path parquet) throws Exception {
    Map<String, Long> earned = new TreeMap<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT policy, count(*) FROM read_parquet('"
                    + parquet.toString().replace("'", "''")
                    + "') WHERE outcome = 'EARNED' GROUP BY policy")) {
      while (rows.next()) {
        earned.put(rows.getString(1), rows.getLong(2));
      }
    }
    return earned;
  }

  @Test
  void saysHowItIsUsed() throws Exception {
    Path log = folder.resolve("log.txt");
    assertThat(run(folder.resolve("out.txt"), log)).isEqualTo(2);
    assertThat(log).content().contains("usage: ");
  }

  @Test
  void itsDependenciesAreThoseOfThisBuild() throws IOException {
    assertThat(Path.of("Analysis.java"))
        .content()
        .contains(
            "//DEPS org.microcred:microcred-stacking:" + System.getProperty("microcred.version"),
            "//DEPS org.duckdb:duckdb_jdbc:" + System.getProperty("duckdb.version"));
  }

  @Test
  void theSessionRunsToItsEnd() throws Exception {
    String before =
        "System.setProperty(\"policy\", \"%s\"); System.setProperty(\"holdings\", \"%s\");"
            .formatted(SALARY, holdings(20));
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.eval("import java.util.*;");
      eval(shell, before);
      eval(shell, Files.readString(Path.of("analysis.jsh")));
      assertThat(value(shell, "outcomes")).isEqualTo("{EARNED=8, NOT_EARNED=12}");
      assertThat(value(shell, "example")).contains("NOT EARNED", "salary-credit");
    }
  }

  private static void eval(JShell shell, String source) {
    String rest = source;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
        return;
      }
      for (SnippetEvent event : shell.eval(info.source())) {
        assertThat(event.exception()).as(info.source()).isNull();
        assertThat(event.status())
            .as(() -> info.source() + shell.diagnostics(event.snippet()).toList())
            .isEqualTo(Snippet.Status.VALID);
      }
      rest = info.remaining();
    }
  }

  private static String value(JShell shell, String name) {
    return shell.eval(name).get(0).value();
  }
}
