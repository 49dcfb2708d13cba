package org.microcred.examples.benchmarks;

import java.util.Locale;

/**
 * What is to be reached.
 *
 * @param kind what is bounded
 * @param bound the bound
 */
record Target(Kind kind, double bound) {
  /** What a target bounds. */
  enum Kind {
    /** Time, in times of the yardstick. */
    RATIO("≤ %.2f"),
    /** Memory that is allocated. */
    BYTES("≤ %.0f B"),
    /** Time. */
    MILLISECONDS("≤ %.0f ms"),
    /** Time. */
    MICROSECONDS("≤ %.0f µs"),
    /** Time of what others take, in times of the yardstick: not less. */
    TIMES("≥ %.0f");

    private final String format;

    Kind(String format) {
      this.format = format;
    }
  }

  boolean isMet(Figure figure, double ratio) {
    return switch (kind) {
      case RATIO -> ratio <= bound;
      case BYTES -> figure.bytes() <= bound;
      case MILLISECONDS -> figure.nanoseconds() <= bound * 1_000_000;
      case MICROSECONDS -> figure.nanoseconds() <= bound * 1_000;
      case TIMES -> ratio >= bound;
    };
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, kind.format, bound);
  }
}
