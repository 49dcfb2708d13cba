package org.microcred.examples.benchmarks;

import java.util.List;
import java.util.stream.LongStream;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Half a million learners on one core: as many wallets as fit into memory, decided in turn. */
@State(Scope.Thread)
public class LearnersBenchmark {
  private static final int LEARNERS = 500_000;
  private static final int WALLETS = 5_000;
  private static final int HOLDINGS = StackBenchmark.Size.USUAL.holdings;

  /** Name of a {@link StackProblem}. */
  @Param({"COUNTING", "FLOW"})
  public String problem = "COUNTING";

  private StackPolicy policy = StackProblem.COUNTING.policy(3);
  private List<StackCase> wallets = List.of();

  /** Builds the wallets. */
  @Setup
  public void prepare() {
    StackProblem kind = StackProblem.valueOf(problem);
    policy = kind.policy(HOLDINGS);
    wallets = LongStream.range(0, WALLETS).mapToObj(i -> kind.wallet(HOLDINGS, i)).toList();
  }

  /**
   * Outcome and uses of each.
   *
   * @return how many uses there are in all
   */
  @Benchmark
  public long verdicts() {
    long uses = 0;
    for (int i = 0; i < LEARNERS; i++) {
      uses += policy.verdict(wallets.get(i % WALLETS)).uses().size();
    }
    return uses;
  }
}
