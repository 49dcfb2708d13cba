package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.ValueTest;

/**
 * Compares values: results by their own description, other values as numbers or dates, all of them
 * else by the policy's scales. What cannot be compared is unknown.
 */
final class ValueOrder {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Map<String, List<String>> scales;

  ValueOrder(Map<String, List<String>> scales) {
    this.scales = scales;
  }

  /** Whether a value of a fact passes. */
  Truth test(ValueTest test, String value) {
    if (test instanceof ValueTest.Is is) {
      return Truth.of(is.values().contains(value));
    } else if (test instanceof ValueTest.AtLeast least) {
      return compare(value, least.value(), least.scale(), sign -> sign >= 0);
    } else if (test instanceof ValueTest.AtMost most) {
      return compare(value, most.value(), most.scale(), sign -> sign <= 0);
    }
    return Truth.TRUE;
  }

  /** Whether a result passes. */
  Truth test(ValueTest test, HeldResult result) {
    if (test instanceof ValueTest.Is is) {
      return Truth.of(isCalled(result, is.values()));
    } else if (test instanceof ValueTest.AtLeast least) {
      return compare(result, least.value(), least.scale(), sign -> sign >= 0);
    } else if (test instanceof ValueTest.AtMost most) {
      return compare(result, most.value(), most.scale(), sign -> sign <= 0);
    }
    return Truth.TRUE;
  }

  /** Whether a result is at least as good as another. */
  Truth reaches(HeldResult result, HeldResult other) {
    return other
        .achievedLevel()
        .or(other::value)
        .map(value -> compare(result, value, Optional.empty(), sign -> sign >= 0))
        .orElse(Truth.UNKNOWN);
  }

  private Truth compare(HeldResult result, String to, Optional<String> scale, IntPredicate wanted) {
    Optional<String> value = result.achievedLevel().or(result::value);
    if (value.isEmpty()) {
      return Truth.UNKNOWN;
    }
    String held = value.get();
    int step = step(result.scale().steps(), held);
    int otherStep = step(result.scale().steps(), to);
    if (step >= 0 && otherStep >= 0) {
      return Truth.of(wanted.test(Integer.compare(step, otherStep)));
    }
    Optional<BigDecimal> number = within(result.scale(), held);
    Optional<BigDecimal> other = Decimals.read(to);
    if (number.isPresent() && other.isPresent()) {
      return Truth.of(wanted.test(number.get().compareTo(other.get())));
    }
    return byPolicy(held, to, scale, wanted);
  }

  private Truth compare(String value, String to, Optional<String> scale, IntPredicate wanted) {
    if (scale.isEmpty()) {
      Optional<BigDecimal> number = Decimals.read(value);
      Optional<BigDecimal> other = Decimals.read(to);
      if (number.isPresent() && other.isPresent()) {
        return Truth.of(wanted.test(number.get().compareTo(other.get())));
      }
      Optional<LocalDate> day = day(value);
      Optional<LocalDate> otherDay = day(to);
      if (day.isPresent() && otherDay.isPresent()) {
        return Truth.of(wanted.test(day.get().compareTo(otherDay.get())));
      }
    }
    return byPolicy(value, to, scale, wanted);
  }

  /** All names under which a result is known. */
  private static boolean isCalled(HeldResult result, Collection<String> names) {
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

  private Truth byPolicy(String held, String to, Optional<String> only, IntPredicate wanted) {
    Truth answer = Truth.UNKNOWN;
    for (Map.Entry<String, List<String>> scale : scales.entrySet()) {
      int step = scale.getValue().indexOf(held);
      int otherStep = scale.getValue().indexOf(to);
      if (step >= 0 && otherStep >= 0 && only.map(scale.getKey()::equals).orElse(true)) {
        Truth here = Truth.of(wanted.test(Integer.compare(step, otherStep)));
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

  /** A day such as 2026-01-31; of a point in time the day is not known without a zone. */
  static Optional<LocalDate> day(String text) {
    if (!DAY.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
