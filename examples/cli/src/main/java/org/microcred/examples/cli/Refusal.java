package org.microcred.examples.cli;

/** Ends a command with one clear line on standard error and an exit status. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitStatus;

  private Refusal(int exitStatus, String message) {
    super(message);
    this.exitStatus = exitStatus;
  }

  static Refusal usage(String message) {
    return new Refusal(ExitStatus.USAGE, message);
  }

  static Refusal noInput(String message) {
    return new Refusal(ExitStatus.NO_INPUT, message);
  }

  static Refusal noOutput(String message) {
    return new Refusal(ExitStatus.NO_OUTPUT, message);
  }

  static Refusal no(String message) {
    return new Refusal(ExitStatus.NO, message);
  }

  int exitStatus() {
    return exitStatus;
  }
}
