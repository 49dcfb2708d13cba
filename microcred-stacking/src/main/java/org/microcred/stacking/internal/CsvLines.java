package org.microcred.stacking.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comma-separated values as RFC 4180 §2 writes them, a line at a time. A line that is none is told
 * and the next one read; after a quote that is never closed there is no next one.
 */
final class CsvLines {
  private static final int END = -1;
  private static final int MARK = 0xFEFF;
  private static final int MAX_LENGTH = 1_000_000;
  private static final int MAX_CELLS = 1_000;

  private final BufferedReader in;
  private long line = 1;
  private int next;
  private int length;

  /**
   * One line.
   *
   * @param number its number, from 1; of its first line where it has several
   * @param error what is wrong with it, or empty when nothing is
   */
  record Line(long number, List<String> cells, Optional<String> error) {}

  CsvLines(BufferedReader in) {
    this.in = in;
    read();
    if (next == MARK) {
      read();
    }
  }

  /** The next line, or empty at the end. Lines without any character are passed over. */
  Optional<Line> next() {
    while (next == '\n' || next == '\r') {
      line += read() == '\n' ? 1 : 0;
    }
    if (next == END) {
      return Optional.empty();
    }
    long number = line;
    length = 0;
    List<String> cells = new ArrayList<>();
    Optional<String> error = Optional.empty();
    do {
      StringBuilder cell = new StringBuilder();
      Optional<String> wrong = next == '"' ? quoted(cell) : bare(cell);
      error = error.or(() -> wrong);
      if (cells.size() < MAX_CELLS) {
        cells.add(cell.toString());
      } else {
        error = error.or(() -> Optional.of("it has more than " + MAX_CELLS + " cells"));
      }
    } while (separator());
    return Optional.of(new Line(number, cells, error));
  }

  /** Whether another cell follows; the end of the line is read. */
  private boolean separator() {
    int c = read();
    if (c == '\r' && next == '\n') {
      c = read();
    }
    if (c == '\n') {
      line++;
    }
    return c == ',';
  }

  private Optional<String> bare(StringBuilder cell) {
    Optional<String> wrong = Optional.empty();
    while (next != ',' && next != '\n' && next != '\r' && next != END) {
      int c = read();
      if (c == '"') {
        wrong = Optional.of("a quote stands inside a cell that does not begin with one");
      }
      wrong = append(cell, c, wrong);
    }
    return wrong;
  }

  private Optional<String> quoted(StringBuilder cell) {
    Optional<String> wrong = Optional.empty();
    read();
    while (true) {
      int c = read();
      if (c == END) {
        return Optional.of("a quote is opened and never closed");
      }
      if (c == '"' && next != '"') {
        break;
      }
      if (c == '"') {
        read();
      }
      line += c == '\n' ? 1 : 0;
      wrong = append(cell, c, wrong);
    }
    while (next != ',' && next != '\n' && next != '\r' && next != END) {
      read();
      wrong = Optional.of("something stands behind a closing quote");
    }
    return wrong;
  }

  private Optional<String> append(StringBuilder cell, int c, Optional<String> wrong) {
    if (++length > MAX_LENGTH) {
      length = MAX_LENGTH;
      return wrong.or(() -> Optional.of("it is longer than " + MAX_LENGTH + " characters"));
    }
    cell.append((char) c);
    return wrong;
  }

  private int read() {
    int c = next;
    try {
      next = in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return c;
  }
}
