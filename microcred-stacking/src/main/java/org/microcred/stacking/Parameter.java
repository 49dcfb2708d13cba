package org.microcred.stacking;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A value that a policy leaves open, so that it is given with every case: a role, a programme, the
 * dates of a cycle.
 *
 * @param type what kind of value it is
 * @param oneOf the values that it may have; empty for any of its type
 * @param byDefault its value where none is given
 */
public record Parameter(Type type, List<String> oneOf, Optional<String> byDefault) {
  /** A kind of value, always written as text. */
  public enum Type {
    /** A day, such as {@code 2026-01-31}. */
    DATE,
    /** A number that is not negative, such as {@code 7.5}. */
    NUMBER,
    /** A text that is not empty. */
    STRING
  }

  public Parameter {
    Objects.requireNonNull(type, "type");
    oneOf = List.copyOf(oneOf);
    Objects.requireNonNull(byDefault, "byDefault");
  }
}
