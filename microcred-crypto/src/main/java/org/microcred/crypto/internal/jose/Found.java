package org.microcred.crypto.internal.jose;

import java.util.ArrayList;
import java.util.List;
import org.microcred.model.Findings;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/** Collects findings about one token. Not thread-safe. */
public final class Found {
  private final List<Violation> failures = new ArrayList<>();
  private final List<Violation> unknowns = new ArrayList<>();
  private final List<Violation> warnings = new ArrayList<>();

  /** Notes a broken rule. */
  public void failure(String code, String message) {
    failures.add(violation(code, message));
  }

  /** Notes what could not be found out. */
  public void unknown(String code, String message) {
    unknowns.add(violation(code, message));
  }

  /** Notes what a person should know. */
  public void warning(String code, String message) {
    warnings.add(violation(code, message));
  }

  /** Notes all of them. */
  public void all(Findings findings) {
    failures.addAll(findings.failures());
    unknowns.addAll(findings.unknowns());
    warnings.addAll(findings.warnings());
  }

  /** {@return what was noted so far} */
  public Findings findings() {
    return new Findings(failures, unknowns, warnings);
  }

  private static Violation violation(String code, String message) {
    return new Violation(code, JsonPointer.ROOT, message);
  }
}
