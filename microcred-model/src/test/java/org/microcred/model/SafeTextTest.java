package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void spellsOutWhatSteersATerminalALogOrTheDirectionOfText() {
    assertThat(SafeText.quote("a\u001b[2J\r\n\u202e\u2028\u00ad\ud800"))
        .isEqualTo("\"a\\u{1b}[2J\\u{d}\\u{a}\\u{202e}\\u{2028}\\u{ad}\\u{d800}\"");
  }

  @Test
  void leavesTheScriptsOfTheWorldAlone() {
    String text = "Grüße, مرحبا, שלום, 你好, नमस्ते, é";
    assertThat(SafeText.of(text)).isEqualTo(text);
  }

  @Test
  void isCut() {
    assertThat(SafeText.of("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    assertThat(SafeText.of("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(SafeText.of("\u0000".repeat(2_000_000)).length()).isLessThan(220);
  }
}
