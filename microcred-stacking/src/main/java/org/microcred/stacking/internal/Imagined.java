package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Holding;
import org.microcred.stacking.ValueTest;

/** Whether there can be a credential that passes some filters, on whatever day it is earned. */
final class Imagined {
  private static final LocalDate ANY_DAY = LocalDate.of(2020, 1, 1);
  private static final int MAX_DAYS = 30;

  private final CompiledPolicy policy;
  private final Budget budget;

  /**
   * Prepares to imagine.
   *
   * @param policy the policy; what it accepts and what is optional is asked as filters
   */
  Imagined(CompiledPolicy policy, Budget budget) {
    this.policy = policy;
    this.budget = budget;
  }

  /** Filters that have to be passed, and others that must not be. */
  record Question(List<Filter> wanted, List<Filter> unwanted, Optional<Leaf> measured) {
    static Question of(Filter... wanted) {
      return new Question(List.of(wanted), List.of(), Optional.empty());
    }
  }

  /** Yes when there is one, no when it is proved that there is none. */
  Truth exists(Question question) {
    boolean sure = question.wanted().stream().allMatch(f -> isSure(f, true));
    sure &= question.unwanted().stream().allMatch(f -> isSure(f, false));
    try {
      Set<LocalDate> days = days(question);
      sure &= days.size() <= MAX_DAYS;
      for (LocalDate day : days.stream().limit(MAX_DAYS).toList()) {
        switch (exists(question, day)) {
          case TRUE -> {
            return Truth.TRUE;
          }
          case UNKNOWN -> sure = false;
          case FALSE -> {}
        }
      }
      return sure ? Truth.FALSE : Truth.UNKNOWN;
    } catch (Budget.Exceeded e) {
      return Truth.UNKNOWN;
    }
  }

  private Truth exists(Question question, LocalDate day) {
    CompiledPolicy then =
        policy.at(
            day.atTime(LocalTime.NOON).atZone(policy.document.definitions().zone()).toInstant());
    WitnessMaker maker = new WitnessMaker(then, then.filters.days.now(), budget);
    Optional<WitnessMaker.Witness> witness =
        maker.make(
            new WitnessMaker.Order(
                "urn:microcred:any",
                question.measured().stream().toList(),
                question.wanted(),
                question.unwanted(),
                Optional.of(BigDecimal.ONE),
                Map.of()));
    if (witness.isEmpty()) {
      return maker.isComplete() ? Truth.FALSE : Truth.UNKNOWN;
    }
    Holding holding = witness.get().holding();
    FilterEvaluator filters = then.filters;
    boolean passes =
        question.wanted().stream().allMatch(f -> filters.test(f, holding) == Truth.TRUE)
            && question.unwanted().stream().allMatch(f -> filters.test(f, holding) == Truth.FALSE);
    return passes ? Truth.TRUE : Truth.UNKNOWN;
  }

  /** Values beyond a bound are not imagined, so that not finding one there is no proof. */
  private static boolean isSure(Filter filter, boolean wanted) {
    if (filter instanceof Filter.AllOf allOf) {
      return allOf.filters().stream().allMatch(f -> isSure(f, wanted));
    } else if (filter instanceof Filter.AnyOf anyOf) {
      return anyOf.filters().stream().allMatch(f -> isSure(f, wanted));
    } else if (filter instanceof Filter.Not not) {
      return isSure(not.filter(), !wanted);
    } else if (filter instanceof Filter.Because because) {
      return isSure(because.filter(), wanted);
    }
    if (filter instanceof Filter.Fact fact) {
      return wanted
          || fact.test() instanceof ValueTest.Is
          || fact.test() instanceof ValueTest.Present;
    } else if (filter instanceof Filter.Result result) {
      return wanted && !result.every() && result.test() instanceof ValueTest.Is;
    }
    return !(filter instanceof Filter.Aligned aligned && aligned.level().isPresent());
  }

  /** The days on which the filters may change their answer, and one on which they do not. */
  private static Set<LocalDate> days(Question question) {
    Set<LocalDate> days = new TreeSet<>();
    List<Filter> all = new ArrayList<>(question.wanted());
    all.addAll(question.unwanted());
    question.measured().ifPresent(leaf -> all.add(leaf.filter()));
    all.forEach(filter -> collect(filter, days));
    days.add(ANY_DAY);
    return days;
  }

  private static void collect(Filter filter, Set<LocalDate> days) {
    if (filter instanceof Filter.AllOf allOf) {
      allOf.filters().forEach(f -> collect(f, days));
    } else if (filter instanceof Filter.AnyOf anyOf) {
      anyOf.filters().forEach(f -> collect(f, days));
    } else if (filter instanceof Filter.Not not) {
      collect(not.filter(), days);
    } else if (filter instanceof Filter.Because because) {
      collect(because.filter(), days);
    } else if (filter instanceof Filter.Earned earned) {
      earned.from().ifPresent(day -> around(day, days));
      earned.to().ifPresent(day -> around(day, days));
      earned
          .of()
          .ifPresent(
              day -> {
                around(day, days);
                earned.within().ifPresent(period -> around(day.minus(period), days));
              });
    }
  }

  private static void around(LocalDate day, Set<LocalDate> days) {
    if (day.getYear() > 0 && day.getYear() < 9999) {
      days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
    }
  }

  /** A filter without its dates: it passes whatever they would refuse. */
  static Filter undated(Filter filter, boolean wanted) {
    if (filter instanceof Filter.AllOf allOf) {
      return new Filter.AllOf(allOf.filters().stream().map(f -> undated(f, wanted)).toList());
    } else if (filter instanceof Filter.AnyOf anyOf) {
      return new Filter.AnyOf(anyOf.filters().stream().map(f -> undated(f, wanted)).toList());
    } else if (filter instanceof Filter.Not not) {
      return new Filter.Not(undated(not.filter(), !wanted));
    } else if (filter instanceof Filter.Because because) {
      return new Filter.Because(undated(because.filter(), wanted), because.reason());
    }
    return filter instanceof Filter.Earned ? wanted ? Filter.ANY : Filter.NONE : filter;
  }
}
