package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultibaseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "x", "z0", "zO", "zI", "zl", "z 2", "z2 ", "z2\n", "zé", "uAA=", "uA", "uAB", "uA+",
        "uA/", "u AA", "uAA\n", "mAA", "UAA", "Z2", "f00"
      })
  void refusesEverySpellingButTheCanonicalOne(String text) {
    assertThat(Multibase.decode(text)).isEmpty();
  }

  @Test
  void readsTheEmptySequence() {
    assertThat(Multibase.decode("z")).hasValue(new byte[0]);
    assertThat(Multibase.decode("u")).hasValue(new byte[0]);
    assertThat(Multibase.base58btc(new byte[0])).isEqualTo("z");
    assertThat(Multibase.base64url(new byte[0])).isEqualTo("u");
  }

  @Test
  void boundsTheQuadraticTimeOfBase58() {
    assertThat(Multibase.decode("z" + "1".repeat(Multibase.MAX_BASE58BTC_DIGITS))).isPresent();
    assertThat(Multibase.decode("z" + "1".repeat(Multibase.MAX_BASE58BTC_DIGITS + 1))).isEmpty();
    assertThat(Multibase.decode("u" + "A".repeat(1 << 20))).isPresent();
  }
}
