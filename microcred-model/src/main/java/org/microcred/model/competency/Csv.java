package org.microcred.model.competency;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.internal.Messages;
import org.microcred.model.json.JsonPointer;

/**
 * Reads CSV as RFC 4180 §2 writes it, line by line and strictly: cells parted by commas; quoted
 * where they hold a comma, a quote or a line break; quotes doubled within quotes. Lines may end in
 * LF alone, and a byte order mark at the start is passed over, since spreadsheets write both.
 */
final class Csv {
  private static final int END = -1;
  private static final int MARK = 0xFEFF;
  private static final int MAX_CELLS = 1_000;

  private final BufferedReader in;
  private final int maxCell;
  private int line = 1;
  private int next;

  /** One line of cells; its number counts from 1, and from its first line when it has several. */
  record Line(int number, List<String> cells) {}

  /** Reads bytes that are UTF-8 text. */
  Csv(byte[] utf8, int maxCell) {
    this.in =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8));
    this.maxCell = maxCell;
    read();
    if (peek() == MARK) {
      read();
    }
  }

  /** {@return the next line, or empty at the end} */
  Optional<Line> next() throws InvalidDocumentException {
    if (peek() == END) {
      return Optional.empty();
    }
    int start = line;
    List<String> cells = new ArrayList<>();
    int end;
    do {
      if (cells.size() >= MAX_CELLS) {
        throw refusal("case.csv#cells");
      }
      cells.add(peek() == '"' ? quoted() : bare());
      end = read();
      if (end == '\r' && peek() == '\n') {
        end = read();
      }
    } while (end == ',');
    if (end != '\n' && end != END) {
      throw refusal(end == '\r' ? "case.csv#return" : "case.csv#behind");
    }
    line++;
    return Optional.of(new Line(start, cells));
  }

  private String bare() throws InvalidDocumentException {
    StringBuilder cell = new StringBuilder();
    for (int c = peek(); c != ',' && c != '\r' && c != '\n' && c != END; c = peek()) {
      if (c == '"') {
        throw refusal("case.csv#quote");
      }
      append(cell, read());
    }
    return cell.toString();
  }

  private String quoted() throws InvalidDocumentException {
    int start = line;
    StringBuilder cell = new StringBuilder();
    read();
    while (true) {
      int c = read();
      if (c == END) {
        line = start;
        throw refusal("case.csv#open");
      }
      if (c == '"' && peek() != '"') {
        return cell.toString();
      }
      if (c == '"') {
        read();
      }
      if (c == '\n') {
        line++;
      }
      append(cell, c);
    }
  }

  private void append(StringBuilder cell, int c) throws InvalidDocumentException {
    if (cell.length() >= maxCell) {
      throw refusal("limit.string#cell");
    }
    cell.append((char) c);
  }

  private InvalidDocumentException refusal(String key) {
    return new InvalidDocumentException(
        List.of(
            Messages.violation(
                key,
                JsonPointer.ROOT.child(line),
                Integer.toString(line),
                Integer.toString(maxCell))));
  }

  private int peek() {
    return next;
  }

  private int read() {
    int c = next;
    try {
      next = in.read();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
    return c;
  }
}
