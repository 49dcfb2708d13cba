package org.microcred.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer to one question about a document: yes, no, or could not find out.
 *
 * <p>No failures and no unknowns is a yes. A failure is a no, whatever else is there. Otherwise an
 * unknown means that it could not be found out. Warnings never change the answer.
 *
 * @param failures why it is a no
 * @param unknowns what could not be found out, and what was tried
 * @param warnings what a person should know all the same
 */
public record Findings(
    List<Violation> failures, List<Violation> unknowns, List<Violation> warnings) {
  private static final Findings NONE = new Findings(List.of(), List.of(), List.of());

  public Findings {
    failures = List.copyOf(failures);
    unknowns = List.copyOf(unknowns);
    warnings = List.copyOf(warnings);
  }

  /** {@return a yes without warnings} */
  public static Findings none() {
    return NONE;
  }

  /**
   * {@return a no}
   *
   * @param failure why
   */
  public static Findings failed(Violation failure) {
    return new Findings(List.of(failure), List.of(), List.of());
  }

  /**
   * {@return a "could not find out"}
   *
   * @param unknown what, and what was tried
   */
  public static Findings unknown(Violation unknown) {
    return new Findings(List.of(), List.of(unknown), List.of());
  }

  /**
   * {@return a yes with a warning}
   *
   * @param warning what to know
   */
  public static Findings warned(Violation warning) {
    return new Findings(List.of(), List.of(), List.of(warning));
  }

  /**
   * {@return the findings of violations: what went over a limit or is not supported is an unknown,
   * any other broken rule a failure}
   *
   * @param violations what a reader refused
   */
  public static Findings of(List<Violation> violations) {
    List<Violation> failures = new ArrayList<>();
    List<Violation> unknowns = new ArrayList<>();
    for (Violation violation : violations) {
      (isUnknown(violation.code()) ? unknowns : failures).add(violation);
    }
    return new Findings(failures, unknowns, List.of());
  }

  private static boolean isUnknown(String code) {
    return code.startsWith("limit.") || code.endsWith(".unsupported");
  }

  /**
   * {@return the answer to both questions}
   *
   * @param other the other answer
   */
  public Findings and(Findings other) {
    return new Findings(
        joined(failures, other.failures),
        joined(unknowns, other.unknowns),
        joined(warnings, other.warnings));
  }

  /** {@return whether this is a yes} */
  public boolean passed() {
    return failures.isEmpty() && unknowns.isEmpty();
  }

  private static List<Violation> joined(List<Violation> a, List<Violation> b) {
    if (a.isEmpty()) {
      return b;
    }
    if (b.isEmpty()) {
      return a;
    }
    List<Violation> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
