package org.microcred.stacking.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.microcred.stacking.Holding;

/** Instants as days of one zone. Days that a holding states as days are the same in every zone. */
final class Days {
  private final ZoneId zone;
  private final LocalDate today;
  private final Instant now;

  Days(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
    this.today = of(now);
  }

  LocalDate of(Instant instant) {
    try {
      return instant.atZone(zone).toLocalDate();
    } catch (DateTimeException e) {
      return instant.isBefore(Instant.EPOCH) ? LocalDate.MIN : LocalDate.MAX;
    }
  }

  /** The day of an instant as a number, that of 1970-01-01 being 0. */
  long number(Instant instant) {
    long offset = zone.getRules().getOffset(instant).getTotalSeconds();
    return Math.floorDiv(instant.getEpochSecond() + offset, 86_400L);
  }

  /** A day such as 2026-01-31, or the day of a point in time. */
  Optional<LocalDate> read(String text) {
    Optional<LocalDate> day = ValueOrder.day(text);
    if (day.isPresent()) {
      return day;
    }
    try {
      return Optional.of(of(OffsetDateTime.parse(text).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  LocalDate today() {
    return today;
  }

  Instant now() {
    return now;
  }

  /** The instant at which a day begins; none for a day beyond all instants. */
  Optional<Instant> start(LocalDate day) {
    try {
      return Optional.of(day.atStartOfDay(zone).toInstant());
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** The instant at which the next day begins; none for a day beyond all instants. */
  Optional<Instant> end(LocalDate day) {
    return day.equals(LocalDate.MAX) ? Optional.empty() : start(day.plusDays(1));
  }

  /** Whether a holding is awarded, and valid, by now. */
  boolean exists(Holding holding) {
    Optional<Instant> from = holding.validFrom();
    if (from.isPresent() && from.get().isAfter(now)) {
      return false;
    }
    Optional<LocalDate> day = holding.awardedDay();
    if (day.isPresent()) {
      return !day.get().isAfter(today);
    }
    Optional<Instant> awarded = holding.awarded();
    return awarded.isEmpty() || !awarded.get().isAfter(now);
  }

  /** Whether a holding has expired at an instant. */
  boolean isExpired(Holding holding, Instant at) {
    Optional<LocalDate> last = holding.lastDay();
    if (last.isPresent()) {
      return (at.equals(now) ? today : of(at)).isAfter(last.get());
    }
    Optional<Instant> expires = holding.expires();
    return expires.isPresent() && at.isAfter(expires.get());
  }

  /** The first day that a day and a period after it no longer reach; none beyond all days. */
  static Optional<LocalDate> after(LocalDate from, Period within) {
    try {
      return Optional.of(from.plus(within).plusDays(1));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Whether a day and a period after it reach another day: A + N is not before B. */
  static boolean reaches(LocalDate from, Period within, LocalDate to) {
    try {
      return !from.plus(within).isBefore(to);
    } catch (DateTimeException | ArithmeticException e) {
      return true;
    }
  }
}
