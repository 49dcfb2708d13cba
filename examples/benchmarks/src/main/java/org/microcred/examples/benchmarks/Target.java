package org.microcred.examples.benchmarks;

import java.util.Locale;

/**
 * What is to be reached.
 *
 * @param kind what is bounded
 * @param atMost the bound
 */
record Target(Kind kind, double atMost) {
  /** What a target bounds. */
  enum Kind {
    /** Time, in times of the yardstick. */
    RATIO("≤ %.2f"),
    /** Memory that is allocated. */
    BYTES("≤ %.0f B"),
    /** Time. */
    MILLISECONDS("≤ %.0f ms");

    private final String format;

    Kind(String format) {
      this.format = format;
    }
  }

  boolean isMet(Figure figure, double ratio) {
    return switch (kind) {
      case RATIO -> ratio <= atMost;
      case BYTES -> figure.bytes() <= atMost;
      case MILLISECONDS -> figure.nanoseconds() <= atMost * 1_000_000;
    };
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, kind.format, atMost);
  }
}
