package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.stacking.Filter;
import org.microcred.stacking.HeldResult;

/**
 * Compares results: by the result's own description, else by the policy's scales. What cannot be
 * compared is unknown.
 */
final class ResultOrder {
  private final Map<String, List<String>> scales;

  ResultOrder(Map<String, List<String>> scales) {
    this.scales = scales;
  }

  /** Whether a result with a value reaches the least value of a filter. */
  Truth reaches(HeldResult result, Filter.ResultAtLeast filter) {
    String least = filter.value();
    String held = result.achievedLevel().or(result::value).orElseThrow();
    int step = step(result.scale().steps(), held);
    int leastStep = step(result.scale().steps(), least);
    if (step >= 0 && leastStep >= 0) {
      return Truth.of(step >= leastStep);
    }
    Optional<BigDecimal> number = within(result.scale(), held);
    Optional<BigDecimal> leastNumber = Decimals.read(least);
    if (number.isPresent() && leastNumber.isPresent()) {
      return Truth.of(number.get().compareTo(leastNumber.get()) >= 0);
    }
    return byPolicy(held, least, filter.scale());
  }

  /** All names under which a result is known. */
  static boolean isCalled(HeldResult result, Collection<String> names) {
    if (result.status().filter(names::contains).isPresent()
        || result.value().filter(names::contains).isPresent()
        || result.achievedLevel().filter(names::contains).isPresent()) {
      return true;
    }
    return result.achievedLevel().isPresent()
        && result.scale().steps().stream()
            .filter(step -> step.contains(result.achievedLevel().get()))
            .anyMatch(step -> step.stream().anyMatch(names::contains));
  }

  private Truth byPolicy(String held, String least, Optional<String> only) {
    Truth answer = Truth.UNKNOWN;
    for (Map.Entry<String, List<String>> scale : scales.entrySet()) {
      int step = scale.getValue().indexOf(held);
      int leastStep = scale.getValue().indexOf(least);
      if (step >= 0 && leastStep >= 0 && only.map(scale.getKey()::equals).orElse(true)) {
        Truth here = Truth.of(step >= leastStep);
        if (answer != Truth.UNKNOWN && answer != here) {
          return Truth.UNKNOWN;
        }
        answer = here;
      }
    }
    return answer;
  }

  private static int step(List<List<String>> steps, String name) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).contains(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<BigDecimal> within(HeldResult.Scale scale, String held) {
    if (scale.min().isEmpty() && scale.max().isEmpty()) {
      return Optional.empty();
    }
    return Decimals.read(held)
        .filter(n -> scale.min().map(min -> n.compareTo(min) >= 0).orElse(true))
        .filter(n -> scale.max().map(max -> n.compareTo(max) <= 0).orElse(true));
  }
}
