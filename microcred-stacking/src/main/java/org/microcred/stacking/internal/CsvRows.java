package org.microcred.stacking.internal;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.stacking.HoldingRow;
import org.microcred.stacking.RowColumns;
import org.microcred.stacking.RowColumns.Attribute;

/** Rows of comma-separated values as holdings. */
public final class CsvRows implements Iterator<HoldingRow> {
  private final CsvLines lines;
  private final RowReader reader;
  private final List<String> header;
  private final List<String> several = new ArrayList<>();
  private final Pattern separator;
  private Optional<CsvLines.Line> next;

  /**
   * Reads the first line.
   *
   * @param csv the table
   * @param choose which columns say what, of those that there are
   * @throws InvalidDocumentException when it does not name the columns
   */
  public CsvRows(BufferedReader csv, Function<List<String>, RowColumns> choose)
      throws InvalidDocumentException {
    lines = new CsvLines(csv);
    CsvLines.Line first =
        lines.next().orElseThrow(() -> refusal(1, "row.csv", "the table is empty"));
    if (first.error().isPresent()) {
      throw refusal(1, "row.csv", first.error().get());
    }
    header = first.cells();
    if (new HashSet<>(header).size() < header.size()) {
      throw refusal(1, "row.csv", "two columns have one name");
    }
    RowColumns columns = choose.apply(header);
    reader = new RowReader(columns);
    separator = Pattern.compile(Pattern.quote(columns.separator()));
    for (Attribute attribute : List.of(Attribute.TAGS, Attribute.ALIGNMENTS, Attribute.USED_IN)) {
      Optional.ofNullable(columns.columns().get(attribute)).ifPresent(several::add);
    }
    for (String column : columns.columns().values()) {
      if (!header.contains(column)) {
        throw refusal(1, "row.required", "the column " + SafeText.quote(column) + " is missing");
      }
    }
    next = lines.next();
  }

  private static InvalidDocumentException refusal(long line, String code, String text) {
    return new InvalidDocumentException(List.of(violation(line, code, text)));
  }

  private static Violation violation(long line, String code, String text) {
    return new Violation(
        code, JsonPointer.ROOT.child(Long.toString(line)), "line " + line + ": " + text);
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public HoldingRow next() {
    CsvLines.Line line = next.orElseThrow(NoSuchElementException::new);
    next = lines.next();
    Optional<String> error = line.error();
    if (error.isEmpty() && line.cells().size() != header.size()) {
      error =
          Optional.of(
              "it has " + line.cells().size() + " cells, the first line has " + header.size());
    }
    if (error.isPresent()) {
      return new HoldingRow.Refused(
          line.number(), List.of(violation(line.number(), "row.csv", error.get())));
    }
    Map<String, List<String>> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i);
      String cell = line.cells().get(i).strip();
      List<String> values =
          several.contains(column)
              ? Arrays.stream(separator.split(cell))
                  .map(String::strip)
                  .filter(value -> !value.isEmpty())
                  .toList()
              : cell.isEmpty() ? List.of() : List.of(cell);
      cells.put(column, values);
    }
    return reader.read(line.number(), cells);
  }
}
