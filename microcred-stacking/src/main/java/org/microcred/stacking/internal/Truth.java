package org.microcred.stacking.internal;

import java.util.Optional;

/** An answer of Kleene's strong three-valued logic. */
enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  static Truth of(boolean answer) {
    return answer ? TRUE : FALSE;
  }

  /** The answer that absence was declared to mean. */
  static Truth ofAbsent(Optional<Boolean> declared) {
    return declared.isEmpty() ? UNKNOWN : of(declared.get());
  }

  Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }

  Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
