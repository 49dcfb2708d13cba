package org.microcred.crypto.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** XML Schema 1.1 part 2 §3.4.28 {@code dateTimeStamp}, strictly: real days, offset required. */
public final class DateTimeStamp {
  // Every quantifier is possessive or fixed: linear time. Java knows fractions to the nanosecond.
  private static final Pattern SYNTAX =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:(\\.[0-9]{1,9}+)[0-9]*+)?+"
              + "(Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))");

  private DateTimeStamp() {}

  /** {@return the instant, or empty when the text is no date and time with an offset} */
  public static Optional<Instant> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches() || text.startsWith("0000")) {
      return Optional.empty();
    }
    try {
      String fraction = Objects.requireNonNullElse(matcher.group(2), "");
      String known = matcher.group(1) + fraction + matcher.group(3);
      return Optional.of(OffsetDateTime.parse(known).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
