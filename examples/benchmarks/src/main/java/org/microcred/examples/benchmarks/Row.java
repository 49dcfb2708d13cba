package org.microcred.examples.benchmarks;

import java.util.Optional;

/**
 * One row of the table: a benchmark, and what it is held against.
 *
 * @param what what is measured, in words
 * @param benchmark class and method, as JMH names them
 * @param aim what it is held against; empty for a yardstick
 */
record Row(String what, String benchmark, Optional<Aim> aim) {

  /**
   * What a benchmark is held against.
   *
   * @param yardstick the benchmark that counts as 1, class and method
   * @param atMost how many times that long it may take; empty when the ratio is only told
   */
  record Aim(String yardstick, Optional<Double> atMost) {}

  /** {@return what others are held against} */
  static Row yardstick(String what, Class<?> type, String method) {
    return new Row(what, name(type, method), Optional.empty());
  }

  /** {@return this row's benchmark beside one of the same class, without a target} */
  static Row beside(String yardstick, String what, Class<?> type, String method) {
    return new Row(
        what, name(type, method), Optional.of(new Aim(name(type, yardstick), Optional.empty())));
  }

  /** {@return this row with a target: how many times as long as the yardstick it may take} */
  Row atMost(double ratio) {
    return new Row(what, benchmark, aim.map(a -> new Aim(a.yardstick(), Optional.of(ratio))));
  }

  private static String name(Class<?> type, String method) {
    return type.getName() + "." + method;
  }
}
