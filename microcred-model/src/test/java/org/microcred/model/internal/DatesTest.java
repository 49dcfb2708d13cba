package org.microcred.model.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-31T09:30:00Z, 2026-01-31T09:30:00Z",
    "2024-02-29T23:59:59.123456789123Z, 2024-02-29T23:59:59.123456789Z",
    "2026-01-31T09:30:00.5+14:00, 2026-01-30T19:30:00.5Z",
    "2026-01-31T09:30:00-00:00, 2026-01-31T09:30:00Z",
    "2026-01-31T09:30:00-05:30, 2026-01-31T15:00:00Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
  })
  void readsInstants(String text, Instant instant) {
    assertThat(Dates.instant(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31T09:30:00",
        "2026-01-31 09:30:00Z",
        "2026-01-31t09:30:00Z",
        "2026-01-31T09:30:00z",
        "2026-01-31T09:30Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T23:60:00Z",
        "2026-12-31T23:59:60Z",
        "2026-02-29T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "-2026-01-31T09:30:00Z",
        "+12026-01-31T09:30:00Z",
        "12026-01-31T09:30:00Z",
        "2026-1-31T09:30:00.000Z",
        "2026/01/31T09:30:00Z",
        "2026-01-31T09-30-00Z",
        "2026-01-31T09:30:00.Z",
        "2026-01-31T09:30:00,5Z",
        "2026-01-31T09:30:00.5",
        "2026-01-31T09:30:00+1:00",
        "2026-01-31T09:30:00+0100",
        "2026-01-31T09:30:00+14:01",
        "2026-01-31T09:30:00+15:00",
        "2026-01-31T09:30:00+01:60",
        "2026-01-31T09:30:00*01:00",
        "2026-01-31T09:30:00ZZ",
        " 2026-01-31T09:30:00Z",
        "2026-01-31T09:30:00Z ",
        "٢٠٢٦-01-31T09:30:00Z",
        "2026-01-31T09:30:00.٥Z",
      })
  void refusesEverythingElse(String text) {
    assertThat(Dates.instant(text)).isEmpty();
  }

  @Test
  void readsHostileFractionsInLinearTime() {
    String digits = "1".repeat(2_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> assertThat(Dates.instant("2026-01-31T09:30:00." + digits + "x")).isEmpty());
  }

  @Test
  void readsDates() {
    assertThat(Dates.date("2024-02-29")).contains(LocalDate.of(2024, 2, 29));
    assertThat(Dates.date("2023-02-29")).isEmpty();
    assertThat(Dates.date("2024-2-29")).isEmpty();
    assertThat(Dates.date("2024-02-29Z")).isEmpty();
  }
}
