package org.microcred.model.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/**
 * What one reading of a document has found so far. One rule is reported at one place at most once:
 * what is broken as JSON is not judged as a value. Not thread-safe.
 */
public final class Inspection {
  /** More than this helps nobody, and a hostile document must not fill the memory with it. */
  static final int MAX_FAILURES = 1_000;

  private final Limits limits;
  private final Optional<byte[]> source;
  private final boolean nullIsAbsent;
  private final List<Violation> failures = new ArrayList<>();
  private final List<Violation> warnings = new ArrayList<>();
  private final Set<JsonPointer> faulty = new HashSet<>();
  private int embedded;
  private boolean overflow;

  /** An inspection within {@link Limits#defaults()}. */
  public Inspection() {
    this(Limits.defaults());
  }

  /** An inspection of a document that is not at hand as bytes. */
  public Inspection(Limits limits) {
    this(limits, Optional.empty(), false);
  }

  /** An inspection of those bytes. */
  public Inspection(Limits limits, byte[] source) {
    this(limits, Optional.of(source), false);
  }

  private Inspection(Limits limits, Optional<byte[]> source, boolean nullIsAbsent) {
    this.limits = limits;
    this.source = source;
    this.nullIsAbsent = nullIsAbsent;
  }

  /** {@return an inspection by which null is only an odd way to leave a member out} */
  public static Inspection withNulls() {
    return new Inspection(Limits.defaults(), Optional.empty(), true);
  }

  boolean nullIsAbsent() {
    return nullIsAbsent;
  }

  Optional<byte[]> source() {
    return source;
  }

  /**
   * Counts a credential inside another.
   *
   * @return whether it is within the limits; the first that is too much is a finding
   */
  boolean embeds(int depth, Place place) {
    if (depth > limits.embeddedDepth()) {
      fail(
          Messages.violation(
              "limit.embedded-depth", place.pointer(), Integer.toString(limits.embeddedDepth())));
      return false;
    }
    embedded++;
    if (embedded == limits.embeddedCount() + 1) {
      fail(
          Messages.violation(
              "limit.embedded-count", place.pointer(), Integer.toString(limits.embeddedCount())));
    }
    return embedded <= limits.embeddedCount();
  }

  public void fail(Violation violation) {
    if (isFull()) {
      overflow = true;
    } else {
      faulty.add(violation.pointer());
      failures.add(violation);
    }
  }

  public void warn(Violation violation) {
    if (warnings.size() < MAX_FAILURES) {
      warnings.add(violation);
    }
  }

  public boolean isFaulty(JsonPointer pointer) {
    return faulty.contains(pointer);
  }

  /** {@return whether further faults would not be listed} */
  public boolean isFull() {
    return failures.size() >= MAX_FAILURES;
  }

  /** {@return whether no failure was found} */
  public boolean isClean() {
    return failures.isEmpty();
  }

  public Findings findings() {
    Findings findings = Findings.of(failures).and(new Findings(List.of(), List.of(), warnings));
    return overflow
        ? findings.and(
            Findings.unknown(
                Messages.violation(
                    "limit.violations", JsonPointer.ROOT, Integer.toString(MAX_FAILURES))))
        : findings;
  }

  /** {@return everything that is wrong, for a reader that gives up} */
  public InvalidDocumentException refusal() {
    Findings findings = findings();
    List<Violation> violations = new ArrayList<>(findings.failures());
    violations.addAll(findings.unknowns());
    return new InvalidDocumentException(violations);
  }
}
