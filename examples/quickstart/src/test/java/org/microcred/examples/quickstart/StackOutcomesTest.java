package org.microcred.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.stacking.StackCase;

/** The outcome alone is that of the whole decision, for every wallet of every example. */
class StackOutcomesTest {
  static Stream<StackExample> examples() {
    return StackExample.names().stream().map(StackExample::of);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isThatOfTheDecision(StackExample example) {
    assertThat(example.wallets()).isNotEmpty();
    for (String wallet : example.wallets()) {
      StackCase question = example.question(wallet).build();
      assertThat(example.policy().outcome(question))
          .as(wallet)
          .isEqualTo(example.policy().decide(question).outcome());
    }
  }
}
