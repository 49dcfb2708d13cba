package org.microcred.model.json;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A JSON number, kept as it was spelled: {@code 1.0} and {@code 1} are different literals with the
 * same value.
 *
 * @param literal the number as JSON text
 */
public record JsonNumber(String literal) implements JsonValue {
  private static final Pattern LITERAL =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private static final int MAX_ZEROS = 12;

  public JsonNumber {
    Objects.requireNonNull(literal, "literal");
    if (!LITERAL.matcher(literal).matches()) {
      throw new IllegalArgumentException("literal is not a JSON number");
    }
  }

  /**
   * {@return the number}
   *
   * @param value any decimal; its plain spelling is used, or one with an exponent where the plain
   *     one would be mostly zeros
   */
  public static JsonNumber of(BigDecimal value) {
    boolean plain = value.scale() >= -MAX_ZEROS && value.scale() - value.precision() <= MAX_ZEROS;
    return new JsonNumber(plain ? value.toPlainString() : value.toString());
  }

  /**
   * {@return the number}
   *
   * @param value any integer
   */
  public static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /**
   * {@return the exact value}
   *
   * @throws ArithmeticException when the exponent is beyond ±{@value Integer#MAX_VALUE}
   */
  public BigDecimal value() {
    try {
      return new BigDecimal(literal);
    } catch (NumberFormatException e) {
      ArithmeticException beyond = new ArithmeticException("exponent out of range");
      beyond.initCause(e);
      throw beyond;
    }
  }

  @Override
  public String typeName() {
    return "a number";
  }

  @Override
  public String toString() {
    return literal;
  }
}
