package org.microcred.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Stack evaluation: by kind of policy, against a general solver, and how it grows. */
final class StackRows {
  static final List<Row> ROWS = rows();

  private StackRows() {}

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (StackProblem problem : StackProblem.values()) {
      Work decide = work("decide", problem, StackBenchmark.Size.USUAL);
      Row whole = Row.yardstick("Stack of 30 holdings, " + problem + ": decide", decide);
      rows.add(
          problem == StackProblem.HARD
              ? whole.atMostMilliseconds(10)
              : whole.atMostMicroseconds(20));
      Row text =
          Row.beside(
              decide, "… with the text", work("explain", problem, StackBenchmark.Size.USUAL));
      rows.add(problem == StackProblem.HARD ? text : text.atMostMicroseconds(200));
      if (problem != StackProblem.HARD) {
        // 500,000 learners in 15 s.
        rows.add(
            Row.beside(
                    decide, "… 100 learners", work("hundred", problem, StackBenchmark.Size.USUAL))
                .atMostMilliseconds(3));
      }
      if (problem != StackProblem.COUNTING) {
        rows.add(
            Row.beside(
                    decide,
                    "… Choco, outcome alone",
                    Work.of(ChocoBenchmark.class, "outcome").with("problem", problem))
                .atLeast(problem == StackProblem.FLOW ? 1_000 : 10));
      }
    }
    grows(rows, StackProblem.COUNTING, 12);
    grows(rows, StackProblem.FLOW, 120);
    return List.copyOf(rows);
  }

  private static void grows(List<Row> rows, StackProblem problem, double most) {
    Work small = work("decide", problem, StackBenchmark.Size.USUAL);
    rows.add(
        Row.beside(
                small,
                "Stack of 300 holdings, " + problem + ", in times of 30",
                work("decide", problem, StackBenchmark.Size.LARGE))
            .atMost(most));
    rows.add(
        Row.beside(
                work("decide", problem, StackBenchmark.Size.SMALL), "… of 30, in times of 3", small)
            .atMost(most));
  }

  private static Work work(String method, StackProblem problem, StackBenchmark.Size size) {
    return Work.of(StackBenchmark.class, method).with("problem", problem).with("size", size);
  }
}
