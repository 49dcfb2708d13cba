package org.microcred.stacking.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.HoldingRow;
import org.microcred.stacking.RowColumns;

/** JSON objects, one a line, as holdings. */
public final class NdjsonRows implements Iterator<HoldingRow> {
  private static final int MAX_LINE = 1_000_000;

  private final BufferedReader in;
  private final RowReader reader;
  private long line;
  private Optional<String> next;

  /**
   * Reads the first line.
   *
   * @param ndjson the table
   * @param columns which members say what
   */
  public NdjsonRows(BufferedReader ndjson, RowColumns columns) {
    in = ndjson;
    reader = new RowReader(columns);
    next = line();
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public HoldingRow next() {
    String text = next.orElseThrow(NoSuchElementException::new);
    long number = line;
    HoldingRow row = row(number, text);
    next = line();
    return row;
  }

  private HoldingRow row(long number, String text) {
    JsonPointer at = JsonPointer.ROOT.child(Long.toString(number));
    if (text.length() > MAX_LINE) {
      return refused(number, at, "it is longer than " + MAX_LINE + " characters");
    }
    JsonObject object;
    try {
      object = Json.readObject(text, Limits.defaults());
    } catch (InvalidDocumentException e) {
      return new HoldingRow.Refused(
          number, e.violations().stream().map(violation -> violation.under(at)).toList());
    }
    Map<String, List<String>> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      List<String> texts = new ArrayList<>();
      List<JsonValue> items =
          member.getValue() instanceof JsonArray array ? array.items() : List.of(member.getValue());
      for (JsonValue item : items) {
        Optional<String> cell = HeldFacts.text(item).map(String::strip);
        if (cell.isEmpty() && item != JsonNull.NULL) {
          return refused(
              number,
              at.child(member.getKey()),
              "expected a string, a number, true, false, null or an array of these");
        }
        cell.filter(c -> !c.isEmpty()).ifPresent(texts::add);
      }
      cells.put(member.getKey(), texts);
    }
    return reader.read(number, cells);
  }

  private static HoldingRow refused(long number, JsonPointer at, String text) {
    return new HoldingRow.Refused(
        number, List.of(new Violation("row.value", at, "line " + number + ": " + text)));
  }

  /** The next line that is not blank. One that is too long is read, and cut. */
  private Optional<String> line() {
    try {
      while (true) {
        StringBuilder text = new StringBuilder();
        int c = in.read();
        if (c < 0) {
          return Optional.empty();
        }
        line++;
        while (c >= 0 && c != '\n') {
          if (text.length() <= MAX_LINE) {
            text.append((char) c);
          }
          c = in.read();
        }
        String read = text.toString().strip();
        if (!read.isEmpty()) {
          return Optional.of(read);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
