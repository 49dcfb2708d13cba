package org.microcred.examples.benchmarks;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;
import org.microcred.stacking.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Decisions on one wallet; the policy is compiled, the holdings are built. */
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

  /** Which of many wallets, from the quickest to the slowest. */
  public enum Rank {
    /** The one in the middle. */
    MEDIAN(50),
    /** The one that one in a hundred exceeds. */
    P99(99);

    final int percent;

    Rank(int percent) {
      this.percent = percent;
    }
  }

  private static final int WALLETS = 200;

  /** Name of a {@link StackProblem}. */
  @Param({"COUNTING", "FLOW", "PARTS", "HARD"})
  public String problem = "COUNTING";

  /** How many holdings. */
  @Param("USUAL")
  public Size size = Size.USUAL;

  /** Which wallet. */
  @Param("MEDIAN")
  public Rank rank = Rank.MEDIAN;

  private StackPolicy policy = StackProblem.COUNTING.policy(3);
  private StackCase wallet = StackProblem.COUNTING.wallet(3, 0);
  private List<StackCase> twenty = List.of();

  /** Builds wallets and finds the one that is asked for. */
  @Setup
  public void prepare() {
    StackProblem kind = StackProblem.valueOf(problem);
    policy = kind.policy(size.holdings);
    List<StackCase> wallets =
        LongStream.range(0, WALLETS).mapToObj(i -> kind.wallet(size.holdings, i)).toList();
    twenty = wallets.subList(0, 20);
    Map<StackCase, Long> times = new HashMap<>();
    for (int round = 0; round < 4; round++) {
      wallets.forEach(w -> times.merge(w, time(w), Math::min));
    }
    // A verdict on what is not earned is the outcome alone, so these would look too cheap.
    List<StackCase> ranked =
        wallets.stream()
            .filter(w -> kind == StackProblem.HARD || policy.outcome(w) == Outcome.EARNED)
            .sorted(Comparator.comparing(w -> times.getOrDefault(w, 0L)))
            .toList();
    wallet = ranked.get(ranked.size() * rank.percent / 100);
  }

  private long time(StackCase stackCase) {
    long start = System.nanoTime();
    policy.outcome(stackCase);
    return System.nanoTime() - start;
  }

  /**
   * Whether the award is earned.
   *
   * @return the outcome
   */
  @Benchmark
  public Outcome outcome() {
    return policy.outcome(wallet);
  }

  /**
   * Whether it is earned, and by what.
   *
   * @return outcome and uses
   */
  @Benchmark
  public Verdict verdict() {
    return policy.verdict(wallet);
  }

  /**
   * All that is said of it.
   *
   * @return the decision: outcome, uses, a reason for everything unused, what is missing
   */
  @Benchmark
  public Decision decide() {
    return policy.decide(wallet);
  }

  /**
   * The same, and the text for people.
   *
   * @return the text
   */
  @Benchmark
  public String explain() {
    return policy.decide(wallet).explain();
  }

  /**
   * Twenty different wallets.
   *
   * @return how many of them earn the award
   */
  @Benchmark
  public int twenty() {
    int earned = 0;
    for (StackCase one : twenty) {
      earned += policy.outcome(one) == Outcome.EARNED ? 1 : 0;
    }
    return earned;
  }
}
