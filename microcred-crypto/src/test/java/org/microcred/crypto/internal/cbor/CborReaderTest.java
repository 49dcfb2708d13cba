package org.microcred.crypto.internal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;

/** RFC 8949, appendix A and §4.2.1. */
class CborReaderTest {
  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static Object read(String hex) {
    try {
      return CborReader.read(bytes(hex), Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void assertRefused(String hex, String code) {
    assertThatThrownBy(() -> CborReader.read(bytes(hex), Limits.defaults()))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            e -> assertThat(e.violations()).extracting("code").containsExactly(code));
  }

  @ParameterizedTest
  @CsvSource({
    "00,0",
    "17,23",
    "1818,24",
    "18ff,255",
    "190100,256",
    "1903e8,1000",
    "1a000f4240,1000000",
    "1affffffff,4294967295",
    "1b0000000100000000,4294967296",
    "1b000000e8d4a51000,1000000000000",
    "1b7fffffffffffffff,9223372036854775807",
    "20,-1",
    "3863,-100",
    "3903e7,-1000",
    "3b7fffffffffffffff,-9223372036854775808"
  })
  void integers(String hex, long value) {
    assertThat(read(hex)).isEqualTo(value);
    assertThat(new CborWriter().integer(value).toBytes()).isEqualTo(bytes(hex));
  }

  @Test
  void otherItems() {
    assertThat(read("4401020304")).isEqualTo(bytes("01020304"));
    assertThat(read("6161")).isEqualTo("a");
    assertThat(read("62c3bc")).isEqualTo("ü");
    assertThat(read("8301820203820405")).isEqualTo(List.of(1L, List.of(2L, 3L), List.of(4L, 5L)));
    assertThat(read("a26161016162820203")).isEqualTo(Map.of("a", 1L, "b", List.of(2L, 3L)));
    assertThat(read("d2f6")).isEqualTo(new CborReader.Tagged(18, CborReader.Simple.NULL));
    assertThat(read("83f5f90001fb3ff199999999999a"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(3);
  }

  @Test
  void theWriterMakesWhatTheReaderReads() {
    byte[] written =
        new CborWriter()
            .tag(18)
            .array(2)
            .map(1)
            .integer(-7)
            .text("ü".repeat(200))
            .bytes(new byte[70_000])
            .toBytes();
    try {
      CborReader.Tagged tagged = (CborReader.Tagged) CborReader.read(written, Limits.defaults());
      List<?> items = (List<?>) tagged.item();
      assertThat(items.get(0)).isEqualTo(Map.of(-7L, "ü".repeat(200)));
      assertThat((byte[]) items.get(1)).hasSize(70_000);
    } catch (InvalidDocumentException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "18",
        "19ff",
        "41",
        "6161" + "00",
        "8101" + "02",
        "82" + "01",
        "a1" + "01",
        "1c",
        "3d",
        "5e",
        "ff",
        "61ff",
        "62c328",
        "a1" + "4101" + "02",
        "a1" + "8001",
        "fe",
        "f8",
        "f9",
        "9a7fffffff",
        "5a7fffffff",
        "bb000000017fffffff",
        "d2"
      })
  void whatIsNoItem(String hex) {
    assertRefused(hex, "cbor.syntax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5f4101ff",
        "7f6161ff",
        "9f01ff",
        "bf0102ff",
        "1800",
        "1817",
        "1900ff",
        "1a0000ffff",
        "1b00000000ffffffff",
        "1bffffffffffffffff",
        "3bffffffffffffffff",
        "580101",
        "980101",
        "5bffffffffffffffff"
      })
  void whatIsNotDeterministic(String hex) {
    assertRefused(hex, "cbor.unsupported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a201020103", "a2616101616102", "a301010202" + "0103"})
  void labelsThatAreThereTwice(String hex) {
    assertRefused(hex, "cbor.duplicate-label");
  }

  @Test
  void bounds() {
    assertRefused("81".repeat(65) + "00", "limit.depth");
    assertRefused("d2".repeat(65) + "00", "limit.depth");
    assertThat(read("81".repeat(63) + "00")).isNotNull();
    assertRefused("9a00030d41" + "00".repeat(200_001), "limit.nodes");
  }
}
