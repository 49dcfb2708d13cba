package org.microcred.examples.benchmarks;

import java.util.Optional;

/**
 * One row of the table.
 *
 * @param what what is measured, in words
 * @param work the benchmark; empty when there is nothing that could be measured, which {@code what}
 *     explains
 * @param yardstick the work that counts as 1
 * @param target what is to be reached
 */
record Row(String what, Optional<Work> work, Optional<Work> yardstick, Optional<Target> target) {

  /** {@return what others are held against} */
  static Row yardstick(String what, Work work) {
    return beside(work, what, work);
  }

  /** {@return work beside other work, without a target} */
  static Row beside(Work yardstick, String what, Work work) {
    return new Row(what, Optional.of(work), Optional.of(yardstick), Optional.empty());
  }

  /** {@return a row that only says why there are no figures} */
  static Row missing(String what) {
    return new Row(what, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** {@return this row with a target: how many times as long as the yardstick it may take} */
  Row atMost(double ratio) {
    return new Row(what, work, yardstick, Optional.of(new Target(Target.Kind.RATIO, ratio)));
  }

  /** {@return this row with a target: how much memory it may allocate} */
  Row atMostBytes(int bytes) {
    return new Row(what, work, yardstick, Optional.of(new Target(Target.Kind.BYTES, bytes)));
  }

  /** {@return this row with a target: how long it may take} */
  Row atMostMilliseconds(int milliseconds) {
    return new Row(
        what, work, yardstick, Optional.of(new Target(Target.Kind.MILLISECONDS, milliseconds)));
  }

  /** {@return this row with a target: how long it may take} */
  Row atMostMicroseconds(int microseconds) {
    return new Row(
        what, work, yardstick, Optional.of(new Target(Target.Kind.MICROSECONDS, microseconds)));
  }

  /** {@return this row with a target: how many times as long as the yardstick it has to take} */
  Row atLeast(double ratio) {
    return new Row(what, work, yardstick, Optional.of(new Target(Target.Kind.TIMES, ratio)));
  }
}
