package org.microcred.examples.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
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

  private List<Holding> wallet = List.of();

  /** Builds the wallet. */
  @Setup
  public void prepare() {
    wallet = StackProblem.valueOf(problem).wallet(HOLDINGS, 0).holdings();
  }

  /**
   * Builds the model of one wallet and solves it.
   *
   * @return whether the award is earned
   */
  @Benchmark
  public boolean outcome() {
    Model model = new Model();
    if (problem.equals(StackProblem.FLOW.name())) {
      matching(model);
    } else {
      sums(model);
    }
    return model.getSolver().solve();
  }

  /** A holding for each rule, all different. */
  private void matching(Model model) {
    int rules = HOLDINGS / 3;
    IntVar[] used = new IntVar[rules];
    for (int rule = 0; rule < rules; rule++) {
      int[] wanted = StackProblem.wanted(rule, rules);
      used[rule] =
          model.intVar(
              IntStream.range(0, HOLDINGS)
                  .filter(h -> IntStream.of(wanted).anyMatch(kind -> is(wallet.get(h), kind)))
                  .toArray());
    }
    model.allDifferent(used).post();
  }

  private static boolean is(Holding holding, int kind) {
    return holding.achievements().contains("c" + kind);
  }

  /** Two sums of whole credits, and a cap. */
  private void sums(Model model) {
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
