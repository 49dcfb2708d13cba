package org.microcred.model.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.TreeMap;

/** The JSON Canonicalization Scheme (RFC 8785). */
final class CanonicalWriter {
  /** Every double is told apart by this many digits. */
  private static final int ENOUGH_DIGITS = 17;

  private CanonicalWriter() {}

  static String write(JsonValue value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(JsonValue value, StringBuilder out) {
    if (value instanceof JsonObject object) {
      object(object, out);
    } else if (value instanceof JsonArray array) {
      out.append('[');
      for (int i = 0; i < array.items().size(); i++) {
        out.append(i == 0 ? "" : ",");
        write(array.items().get(i), out);
      }
      out.append(']');
    } else if (value instanceof JsonString string) {
      text(string.value(), out);
    } else if (value instanceof JsonNumber number) {
      out.append(number(number.value().doubleValue()));
    } else {
      out.append(value);
    }
  }

  /** Members sorted by their names' UTF-16 units (§3.2.3), which is how Java compares strings. */
  private static void object(JsonObject object, StringBuilder out) {
    String separator = "{";
    for (var member : new TreeMap<>(object.members()).entrySet()) {
      out.append(separator);
      separator = ",";
      text(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
    }
    out.append(object.members().isEmpty() ? "{}" : "}");
  }

  /** §3.2.2.2. */
  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** §3.2.2.3: as ECMAScript's Number::toString writes a double. */
  private static String number(double value) {
    if (Double.isInfinite(value)) {
      throw new ArithmeticException("beyond the range of a double");
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(value);
    String digits = shortest.unscaledValue().abs().toString();
    int point = shortest.precision() - shortest.scale();
    String sign = value < 0 ? "-" : "";
    int length = digits.length();
    if (length <= point && point <= 21) {
      return sign + digits + "0".repeat(point - length);
    }
    if (0 < point && point <= 21) {
      return sign + digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return sign + "0." + "0".repeat(-point) + digits;
    }
    String mantissa = length == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return sign + mantissa + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
  }

  /** The fewest digits that still name this double; Double.toString has more on some JDKs. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
      BigDecimal shorter = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shorter.doubleValue() == value) {
        return shorter.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }
}
