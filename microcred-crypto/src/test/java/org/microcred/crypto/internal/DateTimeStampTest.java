package org.microcred.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML Schema 1.1 part 2 §3.4.28. */
class DateTimeStampTest {
  @ParameterizedTest
  @CsvSource({
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
    "2024-01-01T00:00:00+14:00, 2023-12-31T10:00:00Z",
    "2024-01-01T00:00:00-00:30, 2024-01-01T00:30:00Z",
    "2024-01-01T00:00:00.5Z, 2024-01-01T00:00:00.5Z",
    "2024-01-01T00:00:00.1234567899Z, 2024-01-01T00:00:00.123456789Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
  })
  void readsInstants(String text, Instant instant) {
    assertThat(DateTimeStamp.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024",
        "2024-01-01",
        "2024-01-01T00:00:00",
        "2023-02-29T00:00:00Z",
        "2024-02-30T00:00:00Z",
        "2024-01-01T24:00:00Z",
        "2024-01-01T00:00:60Z",
        "2024-01-01T00:00:00.Z",
        "2024-01-01T00:00:00:5999-14:00",
        "2024-01-01T00:00:00,5Z",
        "2024-01-01T00:00:00z",
        "2024-01-01t00:00:00Z",
        "2024-01-01 00:00:00Z",
        "2024-01-01T00:00:00+14:01",
        "2024-01-01T00:00:00+1400",
        "0000-01-01T00:00:00Z",
        "-2024-01-01T00:00:00Z",
        "12024-01-01T00:00:00Z",
        "2024-01-01T00:00Z",
        "2024-01-01T00:00:00Z ",
        "２024-01-01T00:00:00Z"
      })
  void refusesEverythingElse(String text) {
    assertThat(DateTimeStamp.parse(text)).isEmpty();
  }

  @Test
  void takesLinearTime() {
    assertThat(DateTimeStamp.parse("2024-01-01T00:00:00." + "1".repeat(1 << 20) + "!")).isEmpty();
    assertThat(DateTimeStamp.parse("2024-01-01T00:00:00." + "1".repeat(1 << 20) + "Z")).isPresent();
  }
}
