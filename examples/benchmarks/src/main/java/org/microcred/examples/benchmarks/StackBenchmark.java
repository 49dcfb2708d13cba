package org.microcred.examples.benchmarks;

import java.util.List;
import java.util.stream.LongStream;
import org.microcred.stacking.Decision;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Decisions on a wallet that earns the award; the policy is compiled, the holdings are built. */
@State(Scope.Thread)
public class StackBenchmark {
  /** How large a wallet is. */
  public enum Size {
    /** Three holdings. */
    SMALL(3),
    /** Thirty holdings. */
    USUAL(30),
    /** Three hundred holdings. */
    LARGE(300);

    final int holdings;

    Size(int holdings) {
      this.holdings = holdings;
    }
  }

  /** Name of a {@link StackProblem}. */
  @Param({"COUNTING", "FLOW", "HARD"})
  public String problem = "COUNTING";

  /** How many holdings. */
  @Param("USUAL")
  public Size size = Size.USUAL;

  private StackPolicy policy = StackProblem.COUNTING.policy(3);
  private List<StackCase> wallets = List.of();

  /** Builds a hundred wallets. */
  @Setup
  public void prepare() {
    StackProblem kind = StackProblem.valueOf(problem);
    policy = kind.policy(size.holdings);
    wallets = LongStream.range(0, 100).mapToObj(i -> kind.wallet(size.holdings, i)).toList();
  }

  /**
   * One wallet.
   *
   * @return the decision: outcome, uses, a reason for everything unused
   */
  @Benchmark
  public Decision decide() {
    return policy.decide(wallets.get(0));
  }

  /**
   * One wallet, and the text for people.
   *
   * @return the text
   */
  @Benchmark
  public String explain() {
    return policy.decide(wallets.get(0)).explain();
  }

  /**
   * A hundred different wallets.
   *
   * @return how many of them earn the award
   */
  @Benchmark
  public long hundred() {
    return wallets.stream().map(policy::decide).filter(Decision::earned).count();
  }
}
