package org.microcred.stacking.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Missing;

/** Tells the credentials that would complete an award: those that do the same as one item. */
final class MissingItems {
  private final Instance instance;
  private final LastDay lastDay;
  private boolean proved = true;

  MissingItems(Instance instance, LastDay lastDay) {
    this.instance = instance;
    this.lastDay = lastDay;
  }

  /** Whether there was work left to find every last day. */
  boolean isProved() {
    return proved;
  }

  Missing.Alternative alternative(List<Addition> additions) {
    List<List<Addition>> groups = new ArrayList<>();
    for (Addition addition : additions) {
      List<Addition> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty() && last.get(0).isLike(addition)) {
        last.add(addition);
      } else {
        groups.add(new ArrayList<>(List.of(addition)));
      }
    }
    return new Missing.Alternative(groups.stream().map(group -> item(group, additions)).toList());
  }

  private Missing.Item item(List<Addition> group, List<Addition> additions) {
    List<Missing.Need> needs = new ArrayList<>();
    sums(group, Addition::brings)
        .forEach(
            (l, amount) -> {
              Leaf leaf = instance.policy().leaves.get(l);
              needs.add(new Missing.Need(leaf.id(), leaf.toDecimal(amount), leaf.unit()));
            });
    sums(group, Addition::relieves)
        .forEach(
            (l, amount) -> {
              Portion portion = instance.limits().get(l).portion().orElseThrow();
              needs.add(
                  new Missing.Need(portion.part().id(), portion.toDecimal(amount), portion.unit()));
            });
    needs.removeIf(need -> need.atLeast().signum() == 0);
    needs.sort(Comparator.comparing(need -> need.unit().isPresent()));
    List<Addition> others = new ArrayList<>(additions);
    others.removeAll(group);
    return new Missing.Item(needs, by(group, others), holdings(group));
  }

  private static Map<Integer, Long> sums(
      List<Addition> group, Function<Addition, Map<Integer, Long>> amounts) {
    Map<Integer, Long> sums = new TreeMap<>();
    group.forEach(a -> amounts.apply(a).forEach((key, more) -> sums.merge(key, more, Long::sum)));
    return sums;
  }

  /** The last day on which a group would do when the others are there today. */
  private Optional<LocalDate> by(List<Addition> group, List<Addition> others) {
    Optional<LocalDate> asked = group.get(0).witness().by();
    try {
      Optional<LocalDate> found = lastDay.of(holdings(group), holdings(others));
      return Stream.concat(asked.stream(), found.stream()).min(Comparator.naturalOrder());
    } catch (Budget.Exceeded e) {
      proved = false;
      return asked;
    }
  }

  private static List<Holding> holdings(List<Addition> additions) {
    return additions.stream().map(addition -> addition.witness().holding()).toList();
  }
}
