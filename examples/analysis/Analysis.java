///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS org.microcred:microcred-stacking:0.1.0-SNAPSHOT
//DEPS org.duckdb:duckdb_jdbc:2.0.0.1

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingRow;
import org.microcred.stacking.HoldingRows;
import org.microcred.stacking.Missing;
import org.microcred.stacking.RuleResult;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;

/**
 * Who earns which award, and what holds the others up: a table and two plots from rows of holdings.
 */
public final class Analysis {
  private static final String USAGE = "usage: Analysis HOLDINGS.csv|.ndjson DATE OUT POLICY...";
  private static final List<String> HEAD =
      List.of("policy", "learner", "outcome", "held", "used", "unmet", "missing", "earned_on");

  private final List<StackPolicy> policies = new ArrayList<>();
  private final Map<String, List<Holding>> learners = new LinkedHashMap<>();
  private final Map<String, Integer> completion = new LinkedHashMap<>();
  private final Map<String, Integer> bottlenecks = new TreeMap<>();
  private int refused;

  public static void main(String... args) throws Exception {
    if (args.length < 4) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Analysis analysis = new Analysis();
    for (String file : List.of(args).subList(3, args.length)) {
      analysis.policies.add(StackPolicy.parse(Files.readString(Path.of(file))));
    }
    analysis.read(Path.of(args[0]));
    Path out = Files.createDirectories(Path.of(args[2]));
    analysis.decide(LocalDate.parse(args[1]), out.resolve("decisions.csv"));
    parquet(out.resolve("decisions.csv"), out.resolve("decisions.parquet"));
    Files.writeString(
        out.resolve("completion.svg"), bars("Learners who earned it", analysis.completion));
    Files.writeString(
        out.resolve("bottlenecks.svg"),
        bars("Learners whom a rule holds up", analysis.bottlenecks));
    System.out.printf(
        "%d learners, %d policies, %d rows refused: %s%n",
        analysis.learners.size(), analysis.policies.size(), analysis.refused, analysis.completion);
  }

  /** Rows of one learner may stand anywhere. A row that is no holding is told, and not counted. */
  private void read(Path file) throws Exception {
    try (Reader in = Files.newBufferedReader(file)) {
      Stream<HoldingRow> rows =
          file.toString().endsWith(".csv") ? HoldingRows.csv(in) : HoldingRows.ndjson(in);
      for (Iterator<HoldingRow> i = rows.iterator(); i.hasNext(); ) {
        HoldingRow row = i.next();
        if (row instanceof HoldingRow.Held held) {
          learners.computeIfAbsent(held.learner(), l -> new ArrayList<>()).add(held.holding());
        } else if (row instanceof HoldingRow.Refused wrong) {
          refused++;
          wrong.violations().forEach(violation -> System.err.println(violation.message()));
        }
      }
    }
  }

  /** A line for each policy and learner. */
  private void decide(LocalDate day, Path file) throws IOException {
    Instant at = day.atTime(LocalTime.MAX.withNano(0)).toInstant(ZoneOffset.UTC);
    int done = 0;
    int all = policies.size() * learners.size();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println(line(HEAD));
      for (StackPolicy policy : policies) {
        String name = policy.award().name();
        completion.put(name, 0);
        for (Map.Entry<String, List<Holding>> learner : learners.entrySet()) {
          Decision decision =
              policy.decide(StackCase.builder(at).holdings(learner.getValue()).build());
          completion.merge(name, decision.earned() ? 1 : 0, Integer::sum);
          List<String> unmet = unmet(decision.rule());
          unmet.forEach(rule -> bottlenecks.merge(name + ": " + rule, 1, Integer::sum));
          out.println(
              line(
                  List.of(
                      policy.id(),
                      learner.getKey(),
                      decision.outcome().name(),
                      String.valueOf(learner.getValue().size()),
                      String.valueOf(decision.used().size()),
                      String.join(";", unmet),
                      missing(decision),
                      decision.earnedOn().map(LocalDate::toString).orElse(""))));
          if (++done % 1_000 == 0 || done == all) {
            System.err.printf("%d of %d decisions%n", done, all);
          }
        }
      }
    }
  }

  /** The rules without rules inside that are not met. */
  private static List<String> unmet(RuleResult result) {
    if (!result.rules().isEmpty()) {
      return result.rules().stream().flatMap(rule -> unmet(rule).stream()).toList();
    }
    return result.state() == RuleResult.State.UNMET ? List.of(result.rule().id()) : List.of();
  }

  private static String missing(Decision decision) {
    return decision.missing().alternatives().stream()
        .limit(1)
        .flatMap(way -> way.items().stream())
        .map(Missing.Item::needs)
        .flatMap(List::stream)
        .map(
            n ->
                n.rule()
                    + " "
                    + n.atLeast().toPlainString()
                    + n.unit().map(u -> " " + u).orElse(""))
        .collect(Collectors.joining(";"));
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  private static void parquet(Path csv, Path parquet) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(
          "COPY (SELECT * REPLACE (CAST(held AS INTEGER) AS held, CAST(used AS INTEGER) AS used)"
              + " FROM read_csv("
              + quoted(csv)
              + ", header = true, all_varchar = true, delim = ',', quote = '\"')) TO "
              + quoted(parquet)
              + " (FORMAT parquet)");
    }
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  /** A bar for each name. */
  private static String bars(String title, Map<String, Integer> values) {
    int most = Math.max(1, values.values().stream().mapToInt(Integer::intValue).max().orElse(1));
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">%n<title>%s</title>%n<text x=\"10\" y=\"22\" font-size=\"16\">%s</text>%n"
                .formatted(40 + 28 * values.size(), escaped(title), escaped(title)));
    int y = 40;
    for (Map.Entry<String, Integer> bar : values.entrySet()) {
      svg.append(
          "<text x=\"10\" y=\"%d\">%s</text><rect x=\"360\" y=\"%d\" width=\"%d\" height=\"18\" fill=\"#36c\"/><text x=\"%d\" y=\"%d\">%d</text>%n"
              .formatted(
                  y + 14,
                  escaped(bar.getKey()),
                  y,
                  360 * bar.getValue() / most,
                  368 + 360 * bar.getValue() / most,
                  y + 14,
                  bar.getValue()));
      y += 28;
    }
    return svg.append("</svg>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
