package org.microcred.examples.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalLong;

/** One line on standard error that is written over again, a few times a second. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private static final long INTERVAL = 200_000_000;

  private final PrintWriter err;
  private final boolean shown;
  private final OptionalLong total;
  private final long start = System.nanoTime();
  private long last = start - INTERVAL;

  /**
   * Begins.
   *
   * @param shown whether anything is printed at all
   * @param total how many bytes there are to read, where that is known
   */
  ProgressBar(PrintWriter err, boolean shown, OptionalLong total) {
    this.err = err;
    this.shown = shown;
    this.total = total;
  }

  void show(long bytes, long done, BulkTotals totals) {
    long now = System.nanoTime();
    if (shown && now - last >= INTERVAL) {
      last = now;
      print(bytes, done, totals);
    }
  }

  void end(long bytes, long done, BulkTotals totals) {
    if (shown) {
      print(bytes, done, totals);
      err.println();
    }
  }

  private void print(long bytes, long done, BulkTotals totals) {
    double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
    String bar = "";
    if (total.isPresent()) {
      double part = Math.min(1, (double) bytes / Math.max(1, total.getAsLong()));
      int filled = (int) (part * WIDTH);
      bar =
          "["
              + "#".repeat(filled)
              + ".".repeat(WIDTH - filled)
              + String.format(Locale.ROOT, "] %3d %%  ", (int) (part * 100));
    }
    err.printf(Locale.ROOT, "\r%s%s, %,.0f/s ", bar, totals, done / seconds);
    err.flush();
  }
}
