package org.microcred.model;

import java.util.Objects;
import java.util.Optional;

/** What a caller gave to a builder. */
final class Given {
  private Given() {}

  /**
   * {@return the value, present}
   *
   * @throws NullPointerException naming the parameter when it is null
   */
  static <T> Optional<T> given(T value, String parameter) {
    return Optional.of(Objects.requireNonNull(value, parameter));
  }
}
