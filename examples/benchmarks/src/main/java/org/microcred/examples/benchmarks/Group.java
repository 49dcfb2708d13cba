package org.microcred.examples.benchmarks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows that are measured together, beside their yardsticks.
 *
 * @param name for the command line
 * @param pace how often they are measured
 * @param rows in the order of the table
 */
record Group(String name, Pace pace, List<Row> rows) {
  /** How often rows are measured. */
  enum Pace {
    /** In many short iterations. */
    OFTEN,
    /** Once, behind a first time that does not count: for what takes seconds. */
    ONCE
  }

  Group {
    rows = List.copyOf(rows);
  }

  Group(String name, List<Row> rows) {
    this(name, Pace.OFTEN, rows);
  }

  /** {@return what is to be measured, each once} */
  Set<Work> works() {
    Set<Work> works = new LinkedHashSet<>();
    for (Row row : rows) {
      Stream.concat(row.yardstick().stream(), row.work().stream()).forEach(works::add);
    }
    return works;
  }
}
