package org.microcred.examples.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;
import org.microcred.stacking.Holding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same questions put to a general constraint solver, which answers with yes or no alone. */
@State(Scope.Thread)
public class ChocoBenchmark {
  private static final int HOLDINGS = StackBenchmark.Size.USUAL.holdings;

  /** Name of a {@link StackProblem}. */
  @Param({"FLOW", "HARD"})
  public String problem = "FLOW";

  private List<List<Holding>> wallets = List.of();

  /** Builds the wallets. */
  @Setup
  public void prepare() {
    wallets =
        LongStream.range(0, 20)
            .mapToObj(i -> StackProblem.valueOf(problem).wallet(HOLDINGS, i).holdings())
            .toList();
  }

  /**
   * Builds the models of twenty wallets and solves them.
   *
   * @return how many of them earn the award
   */
  @Benchmark
  public int twenty() {
    int earned = 0;
    for (List<Holding> wallet : wallets) {
      Model model = new Model();
      boolean open = true;
      if (problem.equals(StackProblem.FLOW.name())) {
        open = matching(model, wallet);
      } else {
        sums(model, wallet);
      }
      earned += open && model.getSolver().solve() ? 1 : 0;
    }
    return earned;
  }

  /** A holding for each rule, all different; false when a rule has none at all. */
  private static boolean matching(Model model, List<Holding> wallet) {
    int rules = HOLDINGS / 3;
    IntVar[] used = new IntVar[rules];
    for (int rule = 0; rule < rules; rule++) {
      int[] wanted = StackProblem.FLOW.wanted(rule, rules);
      int[] able =
          IntStream.range(0, HOLDINGS)
              .filter(h -> IntStream.of(wanted).anyMatch(kind -> is(wallet.get(h), kind)))
              .toArray();
      if (able.length == 0) {
        return false;
      }
      used[rule] = model.intVar(able);
    }
    model.allDifferent(used).post();
    return true;
  }

  private static boolean is(Holding holding, int kind) {
    return holding.achievements().contains("c" + kind);
  }

  /** Two sums of whole credits, and a cap. */
  private static void sums(Model model, List<Holding> wallet) {
    BoolVar[] one = model.boolVarArray(HOLDINGS);
    BoolVar[] two = model.boolVarArray(HOLDINGS);
    int[] credits = new int[HOLDINGS];
    int[] elsewhere = new int[HOLDINGS];
    for (int h = 0; h < HOLDINGS; h++) {
      Holding holding = wallet.get(h);
      credits[h] = holding.credits().orElseThrow().intValueExact();
      elsewhere[h] = holding.issuer().orElse("").equals("elsewhere") ? credits[h] : 0;
      String tag = holding.tags().get(0);
      model.arithm(one[h], "+", two[h], "<=", 1).post();
      model.arithm(one[h], "<=", tag.equals("other") ? 0 : 1).post();
      model.arithm(two[h], "<=", tag.equals("core") ? 0 : 1).post();
    }
    model.scalar(one, credits, ">=", StackProblem.NEED).post();
    model.scalar(two, credits, ">=", StackProblem.NEED).post();
    model.scalar(one, elsewhere, "<=", 15).post();
  }
}
