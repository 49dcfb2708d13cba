package org.microcred.stacking.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.Definitions;
import org.microcred.stacking.Filter;
import org.microcred.stacking.HeldAlignment;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.ValueTest;

/** Asks filters about holdings, at one instant. */
final class FilterEvaluator {
  private static final String ITEMS = "/CFItems/";

  final ValueOrder order;
  final HeldFacts facts;
  final Days days;

  private final Substitution substitution;

  FilterEvaluator(Definitions definitions, Substitution substitution, Days days) {
    order = new ValueOrder(definitions.scales());
    facts = new HeldFacts(definitions, this);
    this.substitution = substitution;
    this.days = days;
  }

  /** The achievements of a holding, and those for which they stand. */
  Collection<String> achievements(Holding holding) {
    return substitution.all(holding.achievements());
  }

  Truth test(Filter filter, Holding holding) {
    if (filter instanceof Filter.AllOf allOf) {
      Truth all = Truth.TRUE;
      for (Filter inner : allOf.filters()) {
        all = all.and(test(inner, holding));
        if (all == Truth.FALSE) {
          break;
        }
      }
      return all;
    } else if (filter instanceof Filter.AnyOf anyOf) {
      Truth any = Truth.FALSE;
      for (Filter inner : anyOf.filters()) {
        any = any.or(test(inner, holding));
        if (any == Truth.TRUE) {
          break;
        }
      }
      return any;
    } else if (filter instanceof Filter.Not not) {
      return test(not.filter(), holding).not();
    } else if (filter instanceof Filter.Because because) {
      return test(because.filter(), holding);
    } else if (filter instanceof Filter.Achievement achievement) {
      return Truth.of(!Collections.disjoint(achievement.ids(), achievements(holding)));
    } else if (filter instanceof Filter.Fact fact) {
      return fact(fact, holding);
    } else if (filter instanceof Filter.Result result) {
      return result(result, holding);
    } else if (filter instanceof Filter.Aligned aligned) {
      return aligned(aligned, holding);
    }
    return earned((Filter.Earned) filter, holding);
  }

  private Truth fact(Filter.Fact filter, Holding holding) {
    HeldFacts.Stated stated = facts.find(filter.name(), holding);
    if (stated.state() == HeldFacts.State.UNKNOWN) {
      return Truth.UNKNOWN;
    }
    if (filter.test() instanceof ValueTest.Present) {
      return Truth.of(!stated.values().isEmpty());
    }
    if (stated.state() == HeldFacts.State.ABSENT) {
      return Truth.ofAbsent(filter.absent());
    }
    if (stated.values().isEmpty()) {
      return Truth.FALSE;
    }
    Truth answer = Truth.of(filter.every());
    for (String value : stated.values()) {
      Truth one = order.test(filter.test(), value);
      answer = filter.every() ? answer.and(one) : answer.or(one);
    }
    return answer;
  }

  private Truth result(Filter.Result filter, Holding holding) {
    boolean statusToo = filter.test() instanceof ValueTest.Is;
    List<Truth> answers = new ArrayList<>();
    for (HeldResult result : holding.results()) {
      boolean meant =
          filter.description().isEmpty() || result.description().equals(filter.description());
      boolean says =
          result.value().isPresent()
              || result.achievedLevel().isPresent()
              || (statusToo && result.status().isPresent());
      if (meant && says) {
        answers.add(order.test(filter.test(), result));
      } else if (meant && filter.every()) {
        answers.add(Truth.UNKNOWN);
      }
    }
    if (filter.test() instanceof ValueTest.Present) {
      return Truth.of(answers.contains(Truth.TRUE));
    }
    return answers.isEmpty() ? Truth.ofAbsent(filter.absent()) : all(answers, filter.every());
  }

  private Truth aligned(Filter.Aligned filter, Holding holding) {
    if (holding.alignments().stream().noneMatch(a -> isTarget(filter, a))) {
      return Truth.FALSE;
    }
    if (filter.level().isEmpty()) {
      return Truth.TRUE;
    }
    List<Truth> answers =
        holding.results().stream()
            .filter(
                result ->
                    result.alignments().isEmpty()
                        || result.alignments().stream().anyMatch(a -> isTarget(filter, a)))
            .filter(result -> result.value().isPresent() || result.achievedLevel().isPresent())
            .map(result -> order.test(filter.level().get(), result))
            .toList();
    return answers.isEmpty() ? Truth.UNKNOWN : all(answers, false);
  }

  private static boolean isTarget(Filter.Aligned filter, HeldAlignment alignment) {
    // The address of an item on any CASE service ends in its identifier (CASE 1.1, getCFItem).
    int at = alignment.targetUrl().lastIndexOf(ITEMS);
    String item = at < 0 ? "" : "urn:uuid:" + alignment.targetUrl().substring(at + ITEMS.length());
    return filter.targets().stream()
        .anyMatch(
            target ->
                target.targetUrl().equals(alignment.targetUrl())
                    || target.targetUrl().equalsIgnoreCase(item)
                    || (target.targetCode().isPresent()
                        && target.targetCode().equals(alignment.targetCode())
                        && target.targetFramework().equals(alignment.targetFramework())));
  }

  private static Truth all(List<Truth> answers, boolean every) {
    return every
        ? answers.stream().reduce(Truth.TRUE, Truth::and)
        : answers.stream().reduce(Truth.FALSE, Truth::or);
  }

  private Truth earned(Filter.Earned filter, Holding holding) {
    if (isUnclear(filter, holding)) {
      return Truth.UNKNOWN;
    }
    return day(filter, holding)
        .map(day -> Truth.of(isWithin(filter, day)))
        .orElse(Truth.ofAbsent(filter.absent()));
  }

  /** Whether a date is stated, and it is not known which. */
  private boolean isUnclear(Filter.Earned filter, Holding holding) {
    if (filter.fact().isEmpty() || filter.fact().get().equals("validFrom")) {
      return false;
    }
    HeldFacts.Stated stated = facts.find(filter.fact().get(), holding);
    return stated.state() == HeldFacts.State.UNKNOWN
        || stated.values().size() > 1
        || (!stated.values().isEmpty() && days.read(stated.values().get(0)).isEmpty());
  }

  /** The day that a filter about dates looks at. */
  Optional<LocalDate> day(Filter.Earned filter, Holding holding) {
    if (filter.fact().isEmpty()) {
      return day(holding);
    } else if (filter.fact().get().equals("validFrom")) {
      return holding.validFrom().map(days::of);
    }
    return facts.find(filter.fact().get(), holding).values().stream()
        .flatMap(value -> days.read(value).stream())
        .findFirst();
  }

  /** Whether a day lies in a window. */
  boolean isWithin(Filter.Earned window, LocalDate day) {
    return window.from().map(from -> !day.isBefore(from)).orElse(true)
        && window.to().map(to -> !day.isAfter(to)).orElse(true)
        && window
            .within()
            .map(period -> Days.reaches(day, period, window.of().orElse(days.today())))
            .orElse(true);
  }

  /** The day on which a holding was earned. */
  Optional<LocalDate> day(Holding holding) {
    Optional<LocalDate> day = holding.awardedDay();
    return day.isPresent() ? day : holding.awarded().map(days::of);
  }

  /** Adds the facts that keep a filter from an answer. */
  void unknowns(Filter filter, Holding holding, Set<String> unknown) {
    if (test(filter, holding) != Truth.UNKNOWN) {
      return;
    }
    if (filter instanceof Filter.AllOf allOf) {
      allOf.filters().forEach(f -> unknowns(f, holding, unknown));
    } else if (filter instanceof Filter.AnyOf anyOf) {
      anyOf.filters().forEach(f -> unknowns(f, holding, unknown));
    } else if (filter instanceof Filter.Not not) {
      unknowns(not.filter(), holding, unknown);
    } else if (filter instanceof Filter.Because because) {
      unknowns(because.filter(), holding, unknown);
    } else if (filter instanceof Filter.Fact fact) {
      unknown.add(fact.name());
    } else if (filter instanceof Filter.Earned earned) {
      unknown.add(earned.fact().orElse("earned"));
    } else {
      unknown.add("result");
    }
  }
}
