package org.microcred.verify.fuzz;

import java.util.Objects;

/** What Jazzer calls, for the target that the system property {@value #TARGET} names. */
public final class Fuzzer {
  static final String TARGET = "microcred.fuzz.target";

  private static final FuzzTarget CHOSEN =
      FuzzTarget.valueOf(Objects.requireNonNull(System.getProperty(TARGET), TARGET));

  private Fuzzer() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] data) {
    CHOSEN.feed(data);
  }
}
