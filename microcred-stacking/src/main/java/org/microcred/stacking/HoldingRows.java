package org.microcred.stacking;

import java.io.BufferedReader;
import java.io.Reader;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.microcred.model.InvalidDocumentException;
import org.microcred.stacking.internal.CsvRows;
import org.microcred.stacking.internal.NdjsonRows;

/**
 * Reads holdings from plain tables, for those who study data that nobody signed. Nothing is
 * verified. A row that is no holding is told with its line, and never passed over in silence.
 *
 * <p>The streams are lazy, in the order of the rows, and keep nothing but the current row. They
 * throw {@link java.io.UncheckedIOException} when reading fails. The caller closes the reader.
 */
public final class HoldingRows {
  private HoldingRows() {}

  /**
   * Reads comma-separated values (RFC 4180), the first line of which names the columns.
   *
   * @param csv the table
   * @param columns which columns say what
   * @return a row for each line after the first
   * @throws InvalidDocumentException when the first line is no list of names, or a column is
   *     missing: {@code row.csv}, {@code row.required}
   */
  public static Stream<HoldingRow> csv(Reader csv, RowColumns columns)
      throws InvalidDocumentException {
    Objects.requireNonNull(columns, "columns");
    return csv(csv, header -> columns);
  }

  /**
   * Reads comma-separated values whose columns have the names of {@link
   * RowColumns#named(Collection)}.
   *
   * @param csv the table
   * @return a row for each line after the first
   * @throws InvalidDocumentException as {@link #csv(Reader, RowColumns)}
   */
  public static Stream<HoldingRow> csv(Reader csv) throws InvalidDocumentException {
    return csv(csv, RowColumns::named);
  }

  private static Stream<HoldingRow> csv(Reader csv, Function<List<String>, RowColumns> columns)
      throws InvalidDocumentException {
    return stream(new CsvRows(new BufferedReader(Objects.requireNonNull(csv, "csv")), columns));
  }

  /**
   * Reads JSON objects, one a line. Their members are the columns: strings, numbers, truth values,
   * or arrays of these.
   *
   * @param ndjson the table
   * @param columns which members say what
   * @return a row for each line that is not empty
   */
  public static Stream<HoldingRow> ndjson(Reader ndjson, RowColumns columns) {
    Objects.requireNonNull(columns, "columns");
    return stream(
        new NdjsonRows(new BufferedReader(Objects.requireNonNull(ndjson, "ndjson")), columns));
  }

  /**
   * Reads JSON objects, one a line, whose members have the names of {@link
   * RowColumns#named(Collection)}.
   *
   * @param ndjson the table
   * @return a row for each line that is not empty
   */
  public static Stream<HoldingRow> ndjson(Reader ndjson) {
    return ndjson(
        ndjson,
        RowColumns.named(
            Arrays.stream(RowColumns.Attribute.values())
                .map(attribute -> attribute.name().toLowerCase(Locale.ROOT))
                .toList()));
  }

  private static Stream<HoldingRow> stream(Iterator<HoldingRow> rows) {
    int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, ordered), false);
  }
}
