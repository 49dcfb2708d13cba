package org.microcred.examples.cli;

/** What a script gets to know without reading anything. */
final class ExitStatus {
  /** Everything verified, earned or done. */
  static final int OK = 0;

  /** Something was rejected, or the award is not earned. */
  static final int NO = 1;

  /** Nothing was rejected, but something could not be found out. */
  static final int UNKNOWN = 2;

  /** The command line makes no sense (sysexits: EX_USAGE). */
  static final int USAGE = 64;

  /** A file cannot be read (sysexits: EX_NOINPUT). */
  static final int NO_INPUT = 66;

  /** A mistake of the program itself (sysexits: EX_SOFTWARE). */
  static final int INTERNAL = 70;

  /** A file cannot be written (sysexits: EX_CANTCREAT). */
  static final int NO_OUTPUT = 73;

  private ExitStatus() {}
}
