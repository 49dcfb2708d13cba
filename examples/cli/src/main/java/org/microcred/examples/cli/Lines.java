package org.microcred.examples.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A file line by line, however long its lines are: no more than a bound of each is kept. */
final class Lines implements Iterator<Lines.Line> {
  private final String name;
  private final InputStream in;
  private final int bound;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private @Nullable Line next;
  private long number;
  private long offset;

  /**
   * Reads on behalf of the caller, who closes the stream.
   *
   * @param name what the file is called in a message
   * @param bound how many bytes of a line are kept
   */
  Lines(String name, InputStream in, int bound) {
    this.name = name;
    this.in = in;
    this.bound = bound;
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param content without the line feed behind it, cut at the bound
   * @param end where the next line begins, in bytes
   * @param complete whether a line feed is behind it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Line(long number, byte[] content, long end, boolean complete) {
    boolean isBlank() {
      for (byte b : content) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public Line next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Line line = java.util.Objects.requireNonNull(next);
    next = null;
    return line;
  }

  private @Nullable Line read() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    long start = offset;
    boolean complete = false;
    while (!complete && fill()) {
      int feed = at;
      while (feed < filled && buffer[feed] != '\n') {
        feed++;
      }
      content.write(buffer, at, Math.min(feed - at, bound - content.size()));
      complete = feed < filled;
      int behind = complete ? feed + 1 : feed;
      offset += behind - at;
      at = behind;
    }
    return offset == start ? null : new Line(++number, content.toByteArray(), offset, complete);
  }

  /** Whether there is another byte. */
  private boolean fill() {
    try {
      if (at == filled) {
        at = 0;
        filled = Math.max(0, in.read(buffer));
      }
      return filled > 0;
    } catch (IOException e) {
      throw Input.unreadable(name, e);
    }
  }
}
