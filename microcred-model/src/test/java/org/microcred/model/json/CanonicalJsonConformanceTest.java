package org.microcred.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.model.Limits;
import org.microcred.testing.Vectors;

class CanonicalJsonConformanceTest {
  @Test
  void writesThePublishedForms() throws Exception {
    List<Path> inputs;
    try (Stream<Path> found = Files.list(Vectors.path("jcs-rfc8785/input"))) {
      inputs = found.toList();
    }
    for (Path input : inputs) {
      String expected = Vectors.text("jcs-rfc8785/output/" + input.getFileName());
      assertThat(Json.writeCanonical(Json.read(Files.readAllBytes(input), Limits.defaults())))
          .as(input.toString())
          .isEqualTo(expected);
    }
    System.out.printf("jcs: %d cases%n", inputs.size());
    assertThat(inputs).hasSize(6);
  }

  /** RFC 8785 Appendix B, as far as JSON can write the numbers. */
  @Test
  void writesNumbersAsEcmaScriptDoes() throws Exception {
    String[][] numbers = {
      {"0", "0"},
      {"-0.0", "0"},
      {"5e-324", "5e-324"},
      {"-5e-324", "-5e-324"},
      {"1.7976931348623157e308", "1.7976931348623157e+308"},
      {"9007199254740992", "9007199254740992"},
      {"295147905179352830000", "295147905179352830000"},
      {"9.999999999999997e22", "9.999999999999997e+22"},
      {"1e23", "1e+23"},
      {"1.0000000000000001e23", "1.0000000000000001e+23"},
      {"999999999999999700000", "999999999999999700000"},
      {"1e21", "1e+21"},
      {"0.000001", "0.000001"},
      {"1e-7", "1e-7"},
      {"333333333.3333332", "333333333.3333332"},
      {"-0.0000033333333333333333", "-0.0000033333333333333333"},
      {"1424953923781206.2", "1424953923781206.2"}
    };
    for (String[] number : numbers) {
      assertThat(Json.writeCanonical(Json.read(number[0], Limits.defaults()))).isEqualTo(number[1]);
    }
  }

  @Test
  void refusesNumbersBeyondADouble() {
    assertThatThrownBy(() -> Json.writeCanonical(Json.read("1e400", Limits.defaults())))
        .isInstanceOf(ArithmeticException.class);
  }
}
