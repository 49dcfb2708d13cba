package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.stacking.ValueTest;

/** The values of one fact of a holding that is being imagined: what the filters ask of them. */
final class DraftFact {
  private final List<ValueTest> any = new ArrayList<>();
  private final List<ValueTest> every = new ArrayList<>();
  private final List<ValueTest> none = new ArrayList<>();
  private boolean absent;

  DraftFact copy() {
    DraftFact copy = new DraftFact();
    copy.any.addAll(any);
    copy.every.addAll(every);
    copy.none.addAll(none);
    copy.absent = absent;
    return copy;
  }

  void add(ValueTest test, boolean ofEvery, boolean wanted) {
    if (!wanted && test instanceof ValueTest.Present) {
      absent = true;
    } else if (!wanted) {
      none.add(test);
    } else if (ofEvery) {
      every.add(test);
    } else {
      any.add(test);
    }
  }

  /** Values that will do, the fresh one where any will; empty when there are none. */
  Optional<List<String>> values(ValueOrder order, List<String> taken, String fresh) {
    if (absent) {
      return any.isEmpty() && every.isEmpty() ? Optional.of(List.of()) : Optional.empty();
    }
    List<String> values = new ArrayList<>();
    for (ValueTest test : any.isEmpty() ? List.of(new ValueTest.Present()) : any) {
      Optional<String> value = value(order, test, taken, fresh);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (!values.contains(value.get())) {
        values.add(value.get());
      }
    }
    return Optional.of(values);
  }

  private Optional<String> value(
      ValueOrder order, ValueTest test, List<String> taken, String fresh) {
    List<String> candidates = new ArrayList<>(named(test));
    every.forEach(t -> candidates.addAll(named(t)));
    candidates.add(fresh);
    return candidates.stream()
        .filter(value -> !taken.contains(value))
        .filter(value -> order.test(test, value) == Truth.TRUE)
        .filter(value -> every.stream().allMatch(t -> order.test(t, value) == Truth.TRUE))
        .filter(value -> none.stream().allMatch(t -> order.test(t, value) == Truth.FALSE))
        .findFirst();
  }

  private static List<String> named(ValueTest test) {
    if (test instanceof ValueTest.Is is) {
      return is.values();
    } else if (test instanceof ValueTest.AtLeast least) {
      return List.of(least.value());
    }
    return test instanceof ValueTest.AtMost most ? List.of(most.value()) : List.of();
  }
}
