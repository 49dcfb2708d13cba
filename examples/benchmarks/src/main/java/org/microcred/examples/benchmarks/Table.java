package org.microcred.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rows with their figures, as a Markdown table. */
final class Table {
  private static final List<String> HEAD =
      List.of("what", "ns/op", "ratio", "B/op", "target", "met?");

  private Table() {}

  /**
   * {@return the table}
   *
   * @param figures by benchmark; one for every row and every yardstick
   */
  static String of(List<Row> rows, Map<String, Figure> figures) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEAD);
    lines.add(HEAD.stream().map(column -> "-".repeat(column.length())).toList());
    for (Row row : rows) {
      lines.add(line(row, figures));
    }
    return aligned(lines);
  }

  private static List<String> line(Row row, Map<String, Figure> figures) {
    Figure figure = figure(row.benchmark(), figures);
    String yardstick = row.aim().map(Row.Aim::yardstick).orElse(row.benchmark());
    double ratio = figure.nanoseconds() / figure(yardstick, figures).nanoseconds();
    Optional<Double> atMost = row.aim().flatMap(Row.Aim::atMost);
    return List.of(
        row.what(),
        String.format(Locale.ROOT, "%.0f", figure.nanoseconds()),
        String.format(Locale.ROOT, "%.2f", ratio),
        String.format(Locale.ROOT, "%.0f", figure.bytes()),
        atMost.map(target -> String.format(Locale.ROOT, "≤ %.2f", target)).orElse(""),
        atMost.map(target -> ratio <= target ? "yes" : "NO").orElse(""));
  }

  private static Figure figure(String benchmark, Map<String, Figure> figures) {
    return Objects.requireNonNull(figures.get(benchmark), benchmark);
  }

  private static String aligned(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      for (int column = 0; column < line.size(); column++) {
        int at = column;
        int width = lines.stream().mapToInt(l -> l.get(at).length()).max().orElse(0);
        String cell = line.get(column);
        String fill = (cell.startsWith("-") ? "-" : " ").repeat(width - cell.length());
        text.append("| ").append(column == 0 ? cell + fill : fill + cell).append(' ');
      }
      text.append("|\n");
    }
    return text.toString();
  }
}
