package org.microcred.model.internal;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** What a caller gave to a builder. */
public final class Given {
  private Given() {}

  /**
   * {@return the shortest decimal that a number stands for: 5 for 5.0}
   *
   * @throws IllegalArgumentException naming the parameter when it is not finite
   */
  public static BigDecimal decimal(double value, String parameter) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(parameter + " is not finite");
    }
    BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  /**
   * {@return the value, present}
   *
   * @throws NullPointerException naming the parameter when it is null
   */
  public static <T> Optional<T> given(T value, String parameter) {
    return Optional.of(Objects.requireNonNull(value, parameter));
  }
}
