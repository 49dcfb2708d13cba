package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Exact amounts as longs in the smallest unit, a millionth. Sums saturate, so that hostile amounts
 * cannot overflow into small ones.
 */
final class Decimals {
  static final int SCALE = 6;

  /** One whole unit. */
  static final long ONE = 1_000_000;

  /** The greatest amount that is told apart from greater ones: ten million units. */
  static final long MAX = 10_000_000L * ONE;

  private static final Pattern LITERAL =
      Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?");

  private Decimals() {}

  /** The decimal that a literal spells, without trailing zeros; empty when it is no amount. */
  static Optional<BigDecimal> read(String literal) {
    if (!LITERAL.matcher(literal).matches()) {
      return Optional.empty();
    }
    return Optional.of(plain(new BigDecimal(literal)));
  }

  /** The same value without trailing zeros and without an exponent. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 && stripped.scale() > -100 ? stripped.setScale(0) : stripped;
  }

  /** The same amount, except that a hostile exponent cannot overflow when it is multiplied. */
  static BigDecimal clamp(BigDecimal value) {
    long whole = (long) value.precision() - value.scale();
    return whole > 100 || value.scale() > 1_000 ? toDecimal(ceiling(value)) : value;
  }

  /** Whether a policy may ask for this amount: over 0, at most 6 decimals, at most ten million. */
  static boolean isTarget(BigDecimal value) {
    return value.signum() > 0
        && value.stripTrailingZeros().scale() <= SCALE
        && value.compareTo(BigDecimal.valueOf(MAX / ONE)) <= 0;
  }

  /** The amount in millionths, rounded down where it is finer, at most {@link #MAX}. */
  static long floor(BigDecimal value) {
    return rounded(value, RoundingMode.DOWN);
  }

  /** The amount in millionths, rounded up where it is finer, at most {@link #MAX}. */
  static long ceiling(BigDecimal value) {
    return rounded(value, RoundingMode.UP);
  }

  /** The amount in millionths where it is whole units, not very many; else a negative number. */
  static long whole(BigDecimal value) {
    return value.scale() == 0 && value.precision() <= 10
        ? Math.min(MAX, value.longValue() * ONE)
        : -1;
  }

  private static long rounded(BigDecimal value, RoundingMode mode) {
    if (value.signum() <= 0) {
      return 0;
    }
    long units = whole(value);
    if (units >= 0) {
      return units;
    }
    // Digits in front of the point, without writing a huge number out.
    long whole = (long) value.precision() - value.scale();
    if (whole > 10) {
      return MAX;
    }
    if (whole < -SCALE) {
      return mode == RoundingMode.UP ? 1 : 0;
    }
    return Math.min(MAX, value.setScale(SCALE, mode).unscaledValue().longValueExact());
  }

  /** The sum of two amounts, no farther from zero than a long can be. */
  static long add(long a, long b) {
    long sum = a + b;
    // The sum has another sign than both: it does not fit.
    if (((a ^ sum) & (b ^ sum)) < 0) {
      return a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return sum;
  }

  static BigDecimal toDecimal(long millionths) {
    return plain(BigDecimal.valueOf(millionths, SCALE));
  }
}
