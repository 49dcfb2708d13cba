package org.microcred.examples.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.microcred.model.SafeText;

/**
 * Rows of a table by RFC 4180, which spreadsheets may open: no cell is a formula there, and no text
 * from strangers steers anything.
 */
final class Csv {
  /** What begins a formula, in the narrow and in the wide form, also behind a quote. */
  private static final String FORMULA = "=+-@|%＝＋－＠";

  private Csv() {}

  /** One row with the line end behind it. */
  static String row(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String safe = SafeText.of(text);
    String visible = safe.strip();
    if (!visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    boolean plain = safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && safe.equals(safe.strip());
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
