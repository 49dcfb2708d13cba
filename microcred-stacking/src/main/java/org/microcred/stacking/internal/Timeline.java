package org.microcred.stacking.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.microcred.stacking.Effective;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Holding;

/** When what is held begins to count, expires, or becomes too old. */
final class Timeline {
  private final CompiledPolicy policy;
  private final Days days;
  private final List<Holding> holdings;

  /** The filters that ask how old holdings are today. */
  private final List<Filter.Earned> sliding = new ArrayList<>();

  /** The last days of the filters that have one. */
  private final NavigableSet<LocalDate> closing = new TreeSet<>();

  Timeline(CompiledPolicy policy, List<Holding> holdings) {
    this.policy = policy;
    this.days = policy.filters.days;
    this.holdings = holdings;
    filters(policy).forEach(this::collect);
  }

  private static Stream<Filter> filters(CompiledPolicy policy) {
    PolicyDocument document = policy.document;
    return Stream.of(
            Stream.of(document.accept()),
            policy.leaves.stream().map(Leaf::filter),
            policy.portions.stream().map(Portion::filter),
            document.optional().stream(),
            document.divisible().stream().map(divisible -> divisible.from()),
            document.sharing().withAward().stream().map(award -> award.only()),
            document.definitions().set().stream().map(rule -> rule.when()),
            document.definitions().values().stream().map(rule -> rule.from()))
        .flatMap(filters -> filters);
  }

  private void collect(Filter filter) {
    if (filter instanceof Filter.AllOf allOf) {
      allOf.filters().forEach(this::collect);
    } else if (filter instanceof Filter.AnyOf anyOf) {
      anyOf.filters().forEach(this::collect);
    } else if (filter instanceof Filter.Not not) {
      collect(not.filter());
    } else if (filter instanceof Filter.Because because) {
      collect(because.filter());
    } else if (filter instanceof Filter.Earned earned) {
      earned.to().ifPresent(closing::add);
      // A filter that is turned round closes where it would begin.
      earned
          .from()
          .filter(day -> !day.equals(LocalDate.MIN))
          .ifPresent(d -> closing.add(d.minusDays(1)));
      if (earned.within().isPresent() && earned.of().isEmpty()) {
        sliding.add(earned);
      }
    }
  }

  /**
   * The days up to today by whose end something may be another than by the end of the day before.
   */
  NavigableSet<LocalDate> past() {
    NavigableSet<LocalDate> changes = new TreeSet<>(List.of(days.today()));
    for (Holding holding : holdings) {
      holding.awardedDay().ifPresent(changes::add);
      add(holding.awarded(), changes);
      add(holding.validFrom(), changes);
      add(holding.expires(), changes);
      add(holding.statusSince(), changes);
      holding
          .lastDay()
          .filter(day -> !day.equals(LocalDate.MAX))
          .ifPresent(day -> changes.add(day.plusDays(1)));
      tooOld(holding).forEach(changes::add);
    }
    return changes.headSet(days.today(), true);
  }

  private void add(Optional<Instant> instant, NavigableSet<LocalDate> changes) {
    if (instant.isPresent()) {
      changes.add(days.of(instant.get()));
    }
  }

  /** Whether nothing that once counted ever ceases to, as far as days matter. */
  boolean onlyBegins() {
    return sliding.isEmpty()
        && holdings.stream().allMatch(h -> h.expires().isEmpty() && h.lastDay().isEmpty());
  }

  /**
   * The first instant after one at which something is another than then.
   *
   * @param started whether the learner has started, so that only finishing matters
   */
  Optional<Instant> next(Instant at, boolean started) {
    List<Instant> changes = new ArrayList<>();
    Effective effective = policy.document.terms().effective();
    effective.finishBy().flatMap(days::end).ifPresent(changes::add);
    if (!started) {
      effective.from().flatMap(days::start).ifPresent(changes::add);
      effective.to().flatMap(days::end).ifPresent(changes::add);
    }
    for (Holding holding : holdings) {
      holding.awarded().ifPresent(changes::add);
      holding.validFrom().ifPresent(changes::add);
      holding.awardedDay().flatMap(days::start).ifPresent(changes::add);
      if (holding.lastDay().isPresent()) {
        holding.lastDay().flatMap(days::end).ifPresent(changes::add);
      } else {
        holding.expires().ifPresent(changes::add);
      }
      tooOld(holding).flatMap(day -> days.start(day).stream()).forEach(changes::add);
    }
    return changes.stream().filter(at::isBefore).min(Instant::compareTo);
  }

  /** The days from today on after which something is no longer as it was. */
  NavigableSet<LocalDate> ends() {
    NavigableSet<LocalDate> ends = new TreeSet<>(closing);
    Effective effective = policy.document.terms().effective();
    effective.finishBy().ifPresent(ends::add);
    for (Holding holding : holdings) {
      holding.lastDay().filter(day -> !day.equals(LocalDate.MAX)).ifPresent(ends::add);
      // What expires within a day is no longer there at its end.
      holding
          .expires()
          .filter(e -> holding.lastDay().isEmpty())
          .map(days::of)
          .filter(d -> d.isAfter(LocalDate.MIN))
          .ifPresent(day -> ends.add(day.minusDays(1)));
      tooOld(holding).map(day -> day.minusDays(1)).forEach(ends::add);
      for (Period within : windows()) {
        policy
            .filters
            .day(holding)
            .flatMap(day -> Days.after(day, within))
            .map(day -> day.minusDays(1))
            .ifPresent(ends::add);
      }
    }
    return ends.tailSet(days.today(), true);
  }

  /** The periods within which holdings have to be earned. */
  private List<Period> windows() {
    return policy.sweeps.stream()
        .flatMap(
            sweep ->
                sweep instanceof Sweep.Window window ? Stream.of(window.period()) : Stream.empty())
        .toList();
  }

  /** The first days on which a holding is older than a filter allows. */
  private Stream<LocalDate> tooOld(Holding holding) {
    return sliding.isEmpty()
        ? Stream.empty()
        : sliding.stream()
            .flatMap(
                filter ->
                    policy.filters.day(filter, holding).stream()
                        .flatMap(day -> Days.after(day, filter.within().orElseThrow()).stream()))
            .distinct();
  }
}
