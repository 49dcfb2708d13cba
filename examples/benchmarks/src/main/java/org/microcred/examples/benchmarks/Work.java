package org.microcred.examples.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is measured.
 *
 * @param benchmark class and method, as JMH names them
 * @param parameters of the benchmark, by name
 */
record Work(String benchmark, Map<String, String> parameters) {
  Work {
    parameters = Map.copyOf(parameters);
  }

  static Work of(Class<?> type, String method) {
    return new Work(type.getName() + "." + method, Map.of());
  }

  /** {@return the same work with a parameter} */
  Work with(String name, Enum<?> value) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.put(name, value.name());
    return new Work(benchmark, more);
  }
}
