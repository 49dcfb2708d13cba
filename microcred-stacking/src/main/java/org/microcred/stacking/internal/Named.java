package org.microcred.stacking.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.microcred.stacking.Filter;
import org.microcred.stacking.ValueTest;

/**
 * The names of which a holding must have one to pass a filter. Empty where it may pass without any
 * of them: what is not known about a holding may still help it.
 */
final class Named {
  private Named() {}

  static Optional<Set<String>> achievements(Filter filter) {
    return of(
        filter,
        f ->
            f instanceof Filter.Achievement achievement
                ? Optional.of(Set.copyOf(achievement.ids()))
                : Optional.empty());
  }

  static Optional<Set<String>> issuers(Filter filter) {
    return of(filter, f -> values("issuer", f));
  }

  /** The values of a fact that is asked for by its values, and not given where it is absent. */
  static Optional<Set<String>> values(String name, Filter filter) {
    return filter instanceof Filter.Fact fact
            && fact.name().equals(name)
            && !fact.every()
            && fact.test() instanceof ValueTest.Is is
            && !fact.absent().orElse(false)
        ? Optional.of(Set.copyOf(is.values()))
        : Optional.empty();
  }

  /** Of several filters that all have to pass the shortest list; of alternatives all lists. */
  static Optional<Set<String>> of(Filter filter, Function<Filter, Optional<Set<String>>> one) {
    if (filter instanceof Filter.Because because) {
      return of(because.filter(), one);
    } else if (filter instanceof Filter.AllOf allOf) {
      return allOf.filters().stream()
          .flatMap(f -> of(f, one).stream())
          .min((a, b) -> Integer.compare(a.size(), b.size()));
    } else if (filter instanceof Filter.AnyOf anyOf) {
      List<Optional<Set<String>>> parts = anyOf.filters().stream().map(f -> of(f, one)).toList();
      if (parts.stream().anyMatch(Optional::isEmpty)) {
        return Optional.empty();
      }
      Set<String> all = new HashSet<>();
      parts.forEach(part -> all.addAll(part.orElseThrow()));
      return Optional.of(all);
    }
    return one.apply(filter);
  }
}
