package org.microcred.model.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.model.SafeText;

/**
 * Dates as XML Schema 1.1 Part 2 writes them, read strictly and in linear time: four digits of the
 * year from 0001 on, real days, no leap seconds, no hour 24, and an offset wherever there is a time
 * (VC 2.0 §4.9 asks for {@code dateTimeStamp}).
 */
public final class Dates {
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 19;
  private static final int NANO_DIGITS = 9;

  private Dates() {}

  /** {@return the instant of a required member; empty only after a fault} */
  public static Optional<Instant> required(Cursor in, String name) {
    return in.required(name) == null ? Optional.empty() : optionalInstant(in, name);
  }

  public static Optional<Instant> optionalInstant(Cursor in, String name) {
    return optional(in, name, Dates::instant, "model.date-time");
  }

  public static Optional<LocalDate> optionalDate(Cursor in, String name) {
    return optional(in, name, Dates::date, "model.date");
  }

  private static <T> Optional<T> optional(
      Cursor in, String name, Function<String, Optional<T>> read, String code) {
    Optional<String> text = in.optionalText(name);
    Optional<T> value = text.flatMap(read);
    if (text.isPresent() && value.isEmpty() && in.isSound(name)) {
      in.fail(code, in.pointer().child(name), SafeText.quote(text.get()));
    }
    return value;
  }

  /** {@return the date that the text spells as {@code YYYY-MM-DD}, or empty} */
  public static Optional<LocalDate> date(String text) {
    return text.length() == DATE_LENGTH ? dateAtStart(text) : Optional.empty();
  }

  /**
   * {@return the instant that the text spells as {@code YYYY-MM-DDThh:mm:ss[.f…](Z|±hh:mm)}, or
   * empty} Fractions finer than a nanosecond are cut.
   */
  public static Optional<Instant> instant(String text) {
    if (text.length() <= TIME_LENGTH || text.charAt(DATE_LENGTH) != 'T') {
      return Optional.empty();
    }
    int hour = digits(text, 11, 2);
    int minute = digits(text, 14, 2);
    int second = digits(text, 17, 2);
    boolean plausible =
        text.charAt(13) == ':'
            && text.charAt(16) == ':'
            && within(hour, 23)
            && within(minute, 59)
            && within(second, 59);
    if (!plausible) {
      return Optional.empty();
    }
    int at = TIME_LENGTH;
    int nano = 0;
    if (text.charAt(at) == '.') {
      int start = at + 1;
      at = start;
      while (at < text.length() && digit(text.charAt(at)) >= 0) {
        at++;
      }
      if (at == start) {
        return Optional.empty();
      }
      for (int i = 0; i < NANO_DIGITS; i++) {
        nano = nano * 10 + (start + i < at ? digit(text.charAt(start + i)) : 0);
      }
    }
    int nanos = nano;
    Optional<ZoneOffset> offset = offset(text, at);
    return offset.flatMap(
        o ->
            dateAtStart(text)
                .map(d -> LocalDateTime.of(d, LocalTime.of(hour, minute, second, nanos)))
                .map(t -> t.toInstant(o)));
  }

  private static Optional<ZoneOffset> offset(String text, int at) {
    int left = text.length() - at;
    if (left == 1 && text.charAt(at) == 'Z') {
      return Optional.of(ZoneOffset.UTC);
    }
    if (left != 6 || text.charAt(at + 3) != ':') {
      return Optional.empty();
    }
    char sign = text.charAt(at);
    int hours = digits(text, at + 1, 2);
    int minutes = digits(text, at + 4, 2);
    if ((sign != '+' && sign != '-') || !within(hours, 14) || !within(minutes, 59)) {
      return Optional.empty();
    }
    int total = hours * 60 + minutes;
    return total > 14 * 60
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds((sign == '-' ? -total : total) * 60));
  }

  private static Optional<LocalDate> dateAtStart(String text) {
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 2);
    int day = digits(text, 8, 2);
    if (year < 1 || month < 1 || day < 1 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@return the value of that many ASCII digits, or -1 where there are others} */
  private static int digits(String text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }

  private static boolean within(int value, int max) {
    return value >= 0 && value <= max;
  }
}
