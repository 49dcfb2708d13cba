package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static Limits limits(int bytes, int depth, Duration time) {
    return Limits.defaults().toBuilder()
        .documentBytes(bytes)
        .depth(depth)
        .canonicalisationTime(time)
        .build();
  }

  @Test
  void areThoseOfTheSpecification() {
    Limits limits = Limits.defaults();
    assertThat(limits.documentBytes()).isEqualTo(4 * 1024 * 1024);
    assertThat(limits.depth()).isEqualTo(64);
    assertThat(limits.nodes()).isEqualTo(200_000);
    assertThat(limits.stringLength()).isEqualTo(2 * 1024 * 1024);
    assertThat(limits.numberLength()).isEqualTo(32);
    assertThat(limits.proofs()).isEqualTo(16);
    assertThat(limits.embeddedDepth()).isEqualTo(4);
    assertThat(limits.embeddedCount()).isEqualTo(1_000);
    assertThat(limits.statusEntries()).isEqualTo(8);
    assertThat(limits.statusListBytes()).isEqualTo(16 * 1024 * 1024);
  }

  @Test
  void arePositiveAndNameTheOneThatIsNot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limits(0, 1, Duration.ZERO))
        .withMessage("documentBytes is not positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limits(1, 501, Duration.ZERO))
        .withMessage("depth is over 500");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limits(1, 1, Duration.ofSeconds(-1)))
        .withMessage("canonicalisationTime is negative");
  }

  @Test
  void changeOneByOne() {
    Limits changed =
        Limits.defaults().toBuilder()
            .nodes(1)
            .stringLength(2)
            .numberLength(3)
            .proofs(4)
            .embeddedDepth(5)
            .embeddedCount(6)
            .canonicalisationTicks(7)
            .jwsHeaderBytes(8)
            .disclosures(11)
            .fetches(9)
            .fetchTime(java.time.Duration.ofSeconds(14))
            .statusEntries(12)
            .statusListBytes(13)
            .build()
            .toBuilder()
            .build();
    assertThat(changed.nodes()).isEqualTo(1);
    assertThat(changed.stringLength()).isEqualTo(2);
    assertThat(changed.numberLength()).isEqualTo(3);
    assertThat(changed.proofs()).isEqualTo(4);
    assertThat(changed.embeddedDepth()).isEqualTo(5);
    assertThat(changed.embeddedCount()).isEqualTo(6);
    assertThat(changed.canonicalisationTicks()).isEqualTo(7);
    assertThat(changed.jwsHeaderBytes()).isEqualTo(8);
    assertThat(changed.disclosures()).isEqualTo(11);
    assertThat(changed.fetches()).isEqualTo(9);
    assertThat(changed.fetchTime()).hasSeconds(14);
    assertThat(changed.statusEntries()).isEqualTo(12);
    assertThat(changed.statusListBytes()).isEqualTo(13);
    assertThat(changed.depth()).isEqualTo(Limits.defaults().depth());
  }
}
