package org.microcred.model.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonValue;

/** Reads exact numbers, within reason: no exponent can make a small text a huge number. */
public final class Numbers {
  private static final int MAX_SCALE = 400;

  /** As long as people write numbers; what is longer is a text. */
  private static final Pattern SPELLED = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?%?");

  private Numbers() {}

  /** {@return the exact number that a text spells, with or without a percent sign} */
  public static Optional<BigDecimal> spelled(String text) {
    return SPELLED.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace("%", "")))
        : Optional.empty();
  }

  /** {@return the number of a required member} */
  public static BigDecimal required(Cursor in, String name) {
    JsonValue value = in.required(name);
    return value == null ? BigDecimal.ZERO : exact(in, name, value);
  }

  public static Optional<BigDecimal> optional(Cursor in, String name) {
    JsonValue value = in.take(name);
    return value == null ? Optional.empty() : Optional.of(exact(in, name, value));
  }

  private static BigDecimal exact(Cursor in, String name, JsonValue value) {
    if (!(value instanceof JsonNumber number)) {
      in.wrongType("a number", value, in.pointer().child(name));
      return BigDecimal.ZERO;
    }
    try {
      BigDecimal exact = number.value();
      if (Math.abs((long) exact.scale()) <= MAX_SCALE) {
        return exact;
      }
    } catch (ArithmeticException e) {
      // Reported below: the exponent is even further out.
    }
    in.fail("model.number", in.pointer().child(name));
    return BigDecimal.ZERO;
  }
}
