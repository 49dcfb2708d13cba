package org.microcred.model.openbadges2;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.model.SafeText;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Dates;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Reads values that Open Badges 2.0 writes in ways of its own ("Primitive datatypes"). */
final class Values {
  /** Where the seconds begin: behind {@code 2026-01-31T09:30}. */
  private static final int SECONDS = 16;

  private Values() {}

  /** {@return the types of an object, or those that the specification assumes} */
  static List<String> types(Cursor in, String assumed) {
    return in.take("type") == null ? List.of(assumed) : in.texts("type");
  }

  /** {@return whether an optional member is true; false without it} */
  static boolean flag(Cursor in, String name) {
    return in.object().has(name) && in.flag(name);
  }

  /** {@return a version, which may be written as a number} */
  static Optional<String> version(Cursor in) {
    JsonValue value = in.take("version");
    if (value instanceof JsonNumber number) {
      return Optional.of(number.literal());
    }
    if (value != null && !(value instanceof JsonString)) {
      in.wrongType("a string or a number", value, in.pointer().child("version"));
      return Optional.empty();
    }
    return in.optionalText("version");
  }

  /** {@return the instant of a required member} */
  static Instant requiredInstant(Cursor in, String name) {
    in.required(name);
    return instant(in, name).orElse(Instant.EPOCH);
  }

  static Optional<Instant> instant(Cursor in, String name) {
    Optional<String> text = in.optionalText(name);
    Optional<Instant> instant = text.flatMap(Values::instant);
    if (text.isPresent() && instant.isEmpty() && in.isSound(name)) {
      in.fail("model.date-time", in.pointer().child(name), SafeText.quote(text.get()));
    }
    return instant;
  }

  /**
   * {@return the instant that the text spells, or empty} The seconds may be left out, and the
   * offset may be written as {@code +01} or {@code +0100}, too (ISO 8601).
   */
  static Optional<Instant> instant(String text) {
    boolean noSeconds = text.length() > SECONDS && "Z+-".indexOf(text.charAt(SECONDS)) >= 0;
    String full = noSeconds ? text.substring(0, SECONDS) + ":00" + text.substring(SECONDS) : text;
    int sign = Math.max(full.lastIndexOf('+'), full.lastIndexOf('-'));
    if (sign > SECONDS) {
      int length = full.length() - sign;
      if (length == 3) {
        full = full + ":00";
      } else if (length == 5) {
        full = full.substring(0, sign + 3) + ":" + full.substring(sign + 3);
      }
    }
    return Dates.instant(full);
  }
}
