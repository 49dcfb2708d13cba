package org.microcred.crypto.internal.jsonld;

import java.util.ArrayList;
import java.util.List;
import org.microcred.model.Findings;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/** Collects what a walk finds, as strictly as what is at stake asks for. */
final class WalkFindings {
  private static final int MOST = 50;

  private final boolean lossless;
  private final List<Violation> failures = new ArrayList<>();
  private final List<Violation> unknowns = new ArrayList<>();
  private final List<Violation> warnings = new ArrayList<>();

  /** With {@code lossless}, whatever canonicalisation would drop or change is a failure. */
  WalkFindings(boolean lossless) {
    this.lossless = lossless;
  }

  /** Breaks the rules whatever the signature covers. */
  void failed(String code, JsonPointer at, String message) {
    add(failures, code, at, message);
  }

  /** Could not be found out; where the signature covers the JSON itself, a warning. */
  void unknown(String code, JsonPointer at, String message) {
    add(lossless ? unknowns : warnings, code, at, message);
  }

  /** Would not be signed as it stands; no matter where the signature covers the JSON itself. */
  void lost(String code, JsonPointer at, String message) {
    if (lossless) {
      add(failures, code, at, message);
    }
  }

  /** Has no meaning; where the signature covers the JSON itself, a warning. */
  void undefined(String code, JsonPointer at, String message) {
    add(lossless ? failures : warnings, code, at, message);
  }

  /** A person should know. */
  void warned(String code, JsonPointer at, String message) {
    add(warnings, code, at, message);
  }

  /** Whether the rest of the walk can still change the answer. */
  boolean passed() {
    return failures.isEmpty() && unknowns.isEmpty();
  }

  Findings findings() {
    return new Findings(failures, unknowns, warnings);
  }

  private static void add(List<Violation> to, String code, JsonPointer at, String message) {
    if (to.size() < MOST) {
      to.add(new Violation(code, at, message));
    }
  }
}
