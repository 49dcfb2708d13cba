package org.microcred.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.microcred.model.json.JsonNumber;

/** Seconds since 1970 (RFC 7519 §2). */
public final class NumericDate {
  private static final BigDecimal MIN =
      BigDecimal.valueOf(Instant.parse("0001-01-01T00:00:00Z").getEpochSecond());
  private static final BigDecimal MAX =
      BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());
  private static final int MAX_SCALE = 64;

  private NumericDate() {}

  /** {@return the instant, or empty when it is not within the years 1 to 9999} */
  public static Optional<Instant> parse(JsonNumber number) {
    BigDecimal seconds;
    try {
      seconds = number.value();
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
    // The scale first: rounding 1e-999999999 would take for ever.
    if (Math.abs((long) seconds.scale()) > MAX_SCALE
        || seconds.compareTo(MIN) < 0
        || seconds.compareTo(MAX) > 0) {
      return Optional.empty();
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    int nanos =
        seconds.subtract(whole).movePointRight(9).setScale(0, RoundingMode.FLOOR).intValue();
    return Optional.of(Instant.ofEpochSecond(whole.longValue(), nanos));
  }
}
