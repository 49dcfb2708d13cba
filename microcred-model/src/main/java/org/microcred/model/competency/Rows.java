package org.microcred.model.competency;

import java.util.stream.IntStream;

/** Lists of numbers, one for each row, in two arrays. Immutable. */
final class Rows {
  private final int[] starts;
  private final int[] values;

  private Rows(int[] starts, int[] values) {
    this.starts = starts;
    this.values = values;
  }

  /** {@return the rows to which the pairs (row, value) add up, values in the order of the pairs} */
  static Rows of(int rows, int[] rowOf, int[] valueOf) {
    int[] starts = new int[rows + 1];
    for (int row : rowOf) {
      starts[row + 1]++;
    }
    for (int row = 0; row < rows; row++) {
      starts[row + 1] += starts[row];
    }
    int[] next = starts.clone();
    int[] values = new int[rowOf.length];
    for (int i = 0; i < rowOf.length; i++) {
      values[next[rowOf[i]]++] = valueOf[i];
    }
    return new Rows(starts, values);
  }

  /** {@return the values of a row} */
  IntStream row(int row) {
    return IntStream.range(starts[row], starts[row + 1]).map(i -> values[i]);
  }
}
