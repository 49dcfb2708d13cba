package org.microcred.crypto.internal.jsonld;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers in canonical quads: which survive, and how they are written (JSON-LD API 1.1 §8.2.2 steps
 * 10 and 11).
 */
final class Numbers {
  /** {@code %1.15E} of XSD 1.1 Part 2 §3.3.5: one digit before the point, 15 behind. */
  private static final MathContext DOUBLE = new MathContext(16, RoundingMode.HALF_EVEN);

  private static final int MOST_INTEGER_DIGITS = 21;
  private static final int MOST_FRACTION_DIGITS = 340;

  private Numbers() {}

  /**
   * Whether every processor writes this number with exactly the value that it has here: below 1e21,
   * and what is left of it in a double and in 16 digits is still the same number.
   */
  static boolean survives(BigDecimal value) {
    if (value.signum() == 0) {
      return value.scale() > -MOST_FRACTION_DIGITS && value.scale() < MOST_FRACTION_DIGITS;
    }
    long integerDigits = (long) value.precision() - value.scale();
    if (integerDigits > MOST_INTEGER_DIGITS || integerDigits < -MOST_FRACTION_DIGITS) {
      return false;
    }
    BigDecimal binary = new BigDecimal(value.doubleValue());
    return isInteger(value)
        ? binary.compareTo(value) == 0
        : binary.signum() != 0 && binary.round(DOUBLE).compareTo(value) == 0;
  }

  /** The lexical form of a number that survives, as {@code xsd:integer} or {@code xsd:double}. */
  static String lexical(BigDecimal value, boolean asDouble) {
    if (!asDouble) {
      return value.toBigInteger().toString();
    }
    if (value.signum() == 0) {
      return "0.0E0";
    }
    BigDecimal rounded = value.round(DOUBLE).stripTrailingZeros();
    String digits = rounded.unscaledValue().abs().toString();
    int exponent = rounded.precision() - rounded.scale() - 1;
    String fraction = digits.length() == 1 ? "0" : digits.substring(1);
    return (rounded.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
  }

  /** Whether the number has no fractional part. */
  static boolean isInteger(BigDecimal value) {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }
}
