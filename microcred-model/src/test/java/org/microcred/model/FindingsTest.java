package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.JsonPointer;

class FindingsTest {
  private static final Violation BROKEN = violation("model.uri");
  private static final Violation LIMIT = violation("limit.depth");

  private static Violation violation(String code) {
    return new Violation(code, JsonPointer.parse("/a/0"), "is wrong");
  }

  @Test
  void passUnlessSomethingFailedOrIsUnknown() {
    assertThat(Findings.none().passed()).isTrue();
    assertThat(Findings.warned(BROKEN).passed()).isTrue();
    assertThat(Findings.failed(BROKEN).passed()).isFalse();
    assertThat(Findings.unknown(LIMIT).passed()).isFalse();
  }

  @Test
  void tellLimitsFromBrokenRules() {
    assertThat(Findings.of(List.of(BROKEN, LIMIT)))
        .isEqualTo(new Findings(List.of(BROKEN), List.of(LIMIT), List.of()));
  }

  @Test
  void addUp() {
    Findings both =
        Findings.failed(BROKEN).and(Findings.failed(LIMIT)).and(Findings.warned(BROKEN));
    assertThat(both).isEqualTo(new Findings(List.of(BROKEN, LIMIT), List.of(), List.of(BROKEN)));
    assertThat(Findings.none().and(both)).isEqualTo(both);
    assertThat(both.and(Findings.none())).isEqualTo(both);
  }

  @Test
  void areSeenFromTheWholeDocument() {
    assertThat(BROKEN.under(JsonPointer.parse("/vc"))).hasToString("/vc/a/0: is wrong");
  }

  @Test
  void agreeWithTheReadingThatHasThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reading(Optional.empty(), Findings.none()))
        .withMessageContaining("credential");
  }

  @Test
  void areNeverThrownEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InvalidDocumentException(List.of()))
        .withMessageContaining("violations");
  }
}
