package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "1",
        "-7",
        "0.1",
        "2.5",
        "1e2",
        "1E20",
        "123456789012345",
        "9007199254740992",
        "0.000001",
        "1e-7",
        "5.0",
        "0.1234567890123456"
      })
  void survive(String literal) {
    assertThat(Numbers.survives(new BigDecimal(literal))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "1e21",
        "-1e21",
        "1e400",
        "1e-400",
        "0.30000000000000004",
        "0.12345678901234567",
        "1e2147483647",
        "0e999999999",
        "123456789012345678.5"
      })
  void doNotSurvive(String literal) {
    assertThat(Numbers.survives(new BigDecimal(literal))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5.0E0",
    "-5, -5.0E0",
    "0, 0.0E0",
    "0.1, 1.0E-1",
    "2.5, 2.5E0",
    "1234.5, 1.2345E3",
    "1e20, 1.0E20",
    "0.000123, 1.23E-4"
  })
  void areWrittenAsDoubles(String literal, String lexical) {
    assertThat(Numbers.lexical(new BigDecimal(literal), true)).isEqualTo(lexical);
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "1e2, 100", "10.0, 10", "-0.0, 0"})
  void areWrittenAsIntegers(String literal, String lexical) {
    assertThat(Numbers.isInteger(new BigDecimal(literal))).isTrue();
    assertThat(Numbers.lexical(new BigDecimal(literal), false)).isEqualTo(lexical);
  }
}
