package org.microcred.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.microcred.examples.benchmarks.StackBenchmark.Rank;
import org.microcred.examples.benchmarks.StackBenchmark.Size;

/** Stack evaluation: by kind of policy, against a general solver, and how it grows. */
final class StackRows {
  static final List<Row> ROWS = rows();

  /** Half a million decisions. */
  static final List<Row> LEARNERS =
      List.of(learners(StackProblem.COUNTING), learners(StackProblem.FLOW));

  private StackRows() {}

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    usual(rows, StackProblem.COUNTING);
    usual(rows, StackProblem.FLOW);
    hard(rows);
    choco(rows, StackProblem.FLOW, 1_000);
    choco(rows, StackProblem.HARD, 10);
    grows(rows, StackProblem.COUNTING, 12);
    grows(rows, StackProblem.PARTS, 12);
    grows(rows, StackProblem.FLOW, 120);
    return List.copyOf(rows);
  }

  private static void usual(List<Row> rows, StackProblem problem) {
    Work outcome = work("outcome", problem, Size.USUAL);
    String name = "Stack of 30 holdings, " + problem;
    rows.add(Row.yardstick(name + ": outcome", outcome).atMostMicroseconds(5));
    rows.add(Row.beside(outcome, "… what it allocates", outcome).atMostBytes(2_048));
    rows.add(
        Row.beside(outcome, "… outcome and uses", work("verdict", problem, Size.USUAL))
            .atMostMicroseconds(20));
    rows.add(
        Row.beside(outcome, "… full decision", work("decide", problem, Size.USUAL))
            .atMostMicroseconds(200));
    rows.add(
        Row.beside(outcome, "… full decision and its text", work("explain", problem, Size.USUAL))
            .atMostMicroseconds(200));
  }

  private static void hard(List<Row> rows) {
    Work median = work("outcome", StackProblem.HARD, Size.USUAL);
    Work worst = median.with("rank", Rank.P99);
    rows.add(
        Row.yardstick("Stack of 30 holdings, HARD: outcome, median wallet of 200", median)
            .atMostMilliseconds(10));
    rows.add(Row.beside(median, "… the 99th of 100", worst));
    Work decide = work("decide", StackProblem.HARD, Size.USUAL);
    rows.add(Row.beside(median, "… full decision, median", decide).atMostMilliseconds(10));
    rows.add(Row.beside(median, "… full decision, the 99th of 100", decide.with("rank", Rank.P99)));
  }

  private static void choco(List<Row> rows, StackProblem problem, double least) {
    Work ours = work("twenty", problem, Size.USUAL);
    rows.add(Row.yardstick("Outcomes of 20 wallets, " + problem, ours));
    rows.add(
        Row.beside(
                ours, "… Choco", Work.of(ChocoBenchmark.class, "twenty").with("problem", problem))
            .atLeast(least));
  }

  private static void grows(List<Row> rows, StackProblem problem, double most) {
    for (String method : List.of("outcome", "decide")) {
      Work small = work(method, problem, Size.SMALL);
      Work usual = work(method, problem, Size.USUAL);
      Work large = work(method, problem, Size.LARGE);
      String times = ", " + problem + ", " + method + ", in times of ";
      rows.add(Row.beside(small, "Stack of 30" + times + "3", usual).atMost(most));
      rows.add(Row.beside(usual, "Stack of 300" + times + "30", large).atMost(most));
    }
  }

  private static Row learners(StackProblem problem) {
    Work work = Work.of(LearnersBenchmark.class, "verdicts").with("problem", problem);
    return Row.yardstick("500,000 learners, " + problem + ": outcome and uses", work)
        .atMostMilliseconds(15_000);
  }

  private static Work work(String method, StackProblem problem, Size size) {
    return Work.of(StackBenchmark.class, method)
        .with("problem", problem)
        .with("size", size)
        .with("rank", Rank.MEDIAN);
  }
}
