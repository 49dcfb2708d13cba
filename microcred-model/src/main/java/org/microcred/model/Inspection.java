package org.microcred.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.microcred.model.json.JsonPointer;

/**
 * What one reading of a document has found so far. One rule is reported at one place at most once:
 * what is broken as JSON is not judged as a value. Not thread-safe.
 */
final class Inspection {
  /** More than this helps nobody, and a hostile document must not fill the memory with it. */
  static final int MAX_FAILURES = 1_000;

  private final Conformance conformance;
  private final List<Violation> failures = new ArrayList<>();
  private final List<Violation> warnings = new ArrayList<>();
  private final Set<JsonPointer> faulty = new HashSet<>();
  private boolean overflow;

  Inspection(Conformance conformance) {
    this.conformance = conformance;
  }

  /** {@return the specifications that the document is held against} */
  Conformance conformance() {
    return conformance;
  }

  void fail(String code, JsonPointer pointer, String message) {
    if (isFull()) {
      overflow = true;
    } else {
      faulty.add(pointer);
      failures.add(new Violation(code, pointer, message));
    }
  }

  void warn(String code, JsonPointer pointer, String message) {
    if (warnings.size() < MAX_FAILURES) {
      warnings.add(new Violation(code, pointer, message));
    }
  }

  boolean isFaulty(JsonPointer pointer) {
    return faulty.contains(pointer);
  }

  /** {@return whether further faults would not be listed} */
  boolean isFull() {
    return failures.size() >= MAX_FAILURES;
  }

  /** {@return whether no failure was found} */
  boolean isClean() {
    return failures.isEmpty();
  }

  Findings findings() {
    Findings findings = Findings.of(failures).and(new Findings(List.of(), List.of(), warnings));
    return overflow
        ? findings.and(
            Findings.unknown(
                new Violation(
                    "limit.violations",
                    JsonPointer.ROOT,
                    "has more than " + MAX_FAILURES + " faults; the others are not listed")))
        : findings;
  }
}
