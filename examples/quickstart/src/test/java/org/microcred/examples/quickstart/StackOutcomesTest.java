package org.microcred.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.stacking.Decision;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.Verdict;

/** Outcome and verdict are those of the whole decision, for every wallet of every example. */
class StackOutcomesTest {
  static Stream<StackExample> examples() {
    return StackExample.names().stream().map(StackExample::of);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void areThoseOfTheDecision(StackExample example) {
    assertThat(example.wallets()).isNotEmpty();
    for (String wallet : example.wallets()) {
      StackCase question = example.question(wallet).build();
      Decision decision = example.policy().decide(question);
      Verdict verdict = example.policy().verdict(question);
      assertThat(example.policy().outcome(question)).as(wallet).isEqualTo(decision.outcome());
      assertThat(verdict.outcome()).as(wallet).isEqualTo(decision.outcome());
      assertThat(verdict.uses())
          .as(wallet)
          .isEqualTo(decision.earned() ? decision.uses() : List.of());
    }
  }
}
