package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.microcred.testing.Vectors;

/** The tables of the Multibase specification, for the two bases that CID 1.0 §2.4 names. */
class MultibaseConformanceTest {
  private static final Map<String, Function<byte[], String>> BASES =
      Map.of("base58btc", Multibase::base58btc, "base64url", Multibase::base64url);

  @Test
  void decodesAndEncodesEveryRow() {
    int rows = 0;
    int skipped = 0;
    for (String file : List.of("basic", "leading_zero", "two_leading_zeros")) {
      List<String> lines = Vectors.text("multibase/" + file + ".csv").lines().toList();
      byte[] value = cell(lines.get(0)).replace("\\x00", "\0").getBytes(StandardCharsets.UTF_8);
      for (String line : lines.subList(1, lines.size())) {
        Function<byte[], String> encoder = BASES.get(line.substring(0, line.indexOf(',')).strip());
        if (encoder == null) {
          skipped++;
          assertThat(Multibase.decode(cell(line))).as(line).isEmpty();
          continue;
        }
        rows++;
        assertThat(Multibase.decode(cell(line))).as(line).hasValue(value);
        assertThat(encoder.apply(value)).as(line).isEqualTo(cell(line));
      }
    }
    System.out.printf(
        "multibase: %d rows, %d refused since their base is another%n", rows, skipped);
    assertThat(rows).isEqualTo(6);
    assertThat(skipped).isEqualTo(63);
  }

  private static String cell(String line) {
    return line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
  }
}
