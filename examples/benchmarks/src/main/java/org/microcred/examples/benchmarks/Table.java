package org.microcred.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The rows with their figures, as a Markdown table. */
final class Table {
  private static final List<String> HEAD =
      List.of("what", "ns/op", "ratio", "B/op", "target", "met?");

  private Table() {}

  /**
   * {@return the table}
   *
   * @param figures one for all that the rows measure
   */
  static String of(List<Row> rows, Map<Work, Figure> figures) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEAD);
    lines.add(HEAD.stream().map(column -> "-".repeat(column.length())).toList());
    for (Row row : rows) {
      lines.add(
          row.work()
              .map(work -> line(row, work, figures))
              .orElse(List.of(row.what(), "", "", "", "", "")));
    }
    return aligned(lines);
  }

  private static List<String> line(Row row, Work work, Map<Work, Figure> figures) {
    Figure figure = figure(work, figures);
    double ratio =
        figure.nanoseconds() / figure(row.yardstick().orElse(work), figures).nanoseconds();
    return List.of(
        row.what(),
        String.format(Locale.ROOT, "%.0f", figure.nanoseconds()),
        String.format(Locale.ROOT, "%.2f", ratio),
        String.format(Locale.ROOT, "%.0f", figure.bytes()),
        row.target().map(Target::toString).orElse(""),
        row.target().map(target -> target.isMet(figure, ratio) ? "yes" : "NO").orElse(""));
  }

  private static Figure figure(Work work, Map<Work, Figure> figures) {
    return Objects.requireNonNull(figures.get(work), work::toString);
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
