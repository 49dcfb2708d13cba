package org.microcred.examples.benchmarks;

import java.util.logging.Level;
import java.util.logging.Logger;

/** So that nothing but the table is printed. */
final class Quiet {
  private static final Logger HIBERNATE = Logger.getLogger("org.hibernate.validator");

  private Quiet() {}

  static void please() {
    HIBERNATE.setLevel(Level.WARNING);
  }
}
