package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.DistinctBy;
import org.microcred.stacking.Filter;
import org.microcred.stacking.HeldAlignment;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingBuilder;
import org.microcred.stacking.PartMeasure;
import org.microcred.stacking.ValueTest;

/** A holding that is being imagined: what the filters so far ask of it. */
final class Draft {
  private static final String ACHIEVEMENT = "achievement";

  /** Facts that may have several values. */
  private static final Set<String> SEVERAL = Set.of("tag", "alignment", "type", "evidence");

  private final Instant at;
  private final FilterEvaluator filters;
  private final Map<String, DraftFact> facts = new LinkedHashMap<>();
  private final List<HeldResult> results = new ArrayList<>();
  private Optional<LocalDate> by = Optional.empty();

  Draft(Instant at, FilterEvaluator filters) {
    this.at = at;
    this.filters = filters;
  }

  Draft copy() {
    Draft copy = new Draft(at, filters);
    facts.forEach((name, fact) -> copy.facts.put(name, fact.copy()));
    copy.results.addAll(results);
    copy.by = by;
    return copy;
  }

  Optional<LocalDate> by() {
    return by;
  }

  /** Adds what a filter without parts asks, or its opposite; false when today is the wrong day. */
  boolean add(Filter filter, boolean wanted) {
    if (filter instanceof Filter.Achievement achievement) {
      fact(ACHIEVEMENT).add(new ValueTest.Is(achievement.ids()), true, wanted);
    } else if (filter instanceof Filter.Fact fact) {
      boolean every = fact.every() || !SEVERAL.contains(fact.name());
      fact(fact.name()).add(fact.test(), every, wanted);
    } else if (filter instanceof Filter.Aligned aligned) {
      List<String> urls = aligned.targets().stream().map(HeldAlignment::targetUrl).toList();
      fact("alignment").add(new ValueTest.Is(urls), false, wanted);
      aligned
          .level()
          .filter(level -> wanted)
          .map(level -> new Filter.Result(level, Optional.empty(), false, Optional.empty()))
          .ifPresent(result -> results.add(result(result, true)));
    } else if (filter instanceof Filter.Result result) {
      results.add(result(result, wanted));
    } else if (filter instanceof Filter.Earned earned) {
      return earned(earned, wanted);
    }
    return true;
  }

  private DraftFact fact(String name) {
    return facts.computeIfAbsent(name, n -> new DraftFact());
  }

  private boolean earned(Filter.Earned earned, boolean wanted) {
    LocalDate today = filters.days.today();
    if (wanted && earned.to().isPresent()) {
      LocalDate to = earned.to().get();
      by = Optional.of(by.filter(day -> day.isBefore(to)).orElse(to));
    }
    earned
        .fact()
        .filter(name -> !name.equals("validFrom"))
        .ifPresent(name -> fact(name).add(new ValueTest.Is(List.of(today.toString())), true, true));
    return filters.isWithin(earned, today) == wanted;
  }

  private static HeldResult result(Filter.Result filter, boolean wanted) {
    HeldResult.Scale scale = HeldResult.Scale.NONE;
    String value = fresh("result");
    if (filter.test() instanceof ValueTest.Is is && wanted) {
      value = is.values().get(0);
    } else if (filter.test() instanceof ValueTest.AtLeast least) {
      String below = "below " + least.value();
      value = wanted ? least.value() : below;
      scale = HeldResult.Scale.of(below, least.value());
    } else if (filter.test() instanceof ValueTest.AtMost most) {
      String above = "above " + most.value();
      value = wanted ? most.value() : above;
      scale = HeldResult.Scale.of(most.value(), above);
    }
    return new HeldResult(
        filter.description(), Optional.of(value), Optional.empty(), Optional.empty(), scale);
  }

  /** Makes the number of a mean no less than another one. */
  void atLeast(PartMeasure.Mean mean, BigDecimal least) {
    String number = least.toPlainString();
    if (mean.fact().isPresent()) {
      ValueTest test = new ValueTest.AtLeast(number, Optional.empty());
      fact(mean.fact().get()).add(test, true, true);
      return;
    }
    List<HeldResult> numbers =
        results.stream().filter(r -> r.value().flatMap(Decimals::read).isPresent()).toList();
    if (numbers.stream()
        .allMatch(r -> new BigDecimal(r.value().orElseThrow()).compareTo(least) < 0)) {
      results.removeAll(numbers);
      results.add(HeldResult.of(number, HeldResult.Scale.NONE));
    }
  }

  /** The holding, or empty when what is asked contradicts itself. */
  Optional<Holding> holding(
      String id, Optional<BigDecimal> credits, Map<DistinctBy, Set<String>> taken) {
    Optional<List<String>> what =
        fact(ACHIEVEMENT)
            .values(filters.order, taken(taken, DistinctBy.ACHIEVEMENT), id + ":achievement");
    if (what.isEmpty()) {
      return Optional.empty();
    }
    HoldingBuilder holding = Holding.builder(id, what.get().get(0)).awarded(at).validFrom(at);
    fact("issuer");
    taken.keySet().forEach(by -> fact(DistinctByName.of(by)));
    for (Map.Entry<String, DraftFact> entry : facts.entrySet()) {
      String name = entry.getKey();
      Optional<DistinctBy> by = DistinctByName.of(name).filter(taken::containsKey);
      Optional<List<String>> values =
          entry
              .getValue()
              .values(
                  filters.order,
                  by.map(b -> taken(taken, b)).orElse(List.of()),
                  by.isPresent() ? id + ":" + name : fresh(name));
      if (values.isEmpty()) {
        return Optional.empty();
      }
      values.get().forEach(value -> state(holding, name, value));
    }
    credits.ifPresent(holding::credits);
    results.forEach(holding::result);
    return Optional.of(holding.build());
  }

  private static List<String> taken(Map<DistinctBy, Set<String>> taken, DistinctBy by) {
    return List.copyOf(taken.getOrDefault(by, Set.of()));
  }

  private static void state(HoldingBuilder holding, String name, String value) {
    switch (name) {
      case ACHIEVEMENT -> {}
      case "issuer" -> holding.issuer(value);
      case "source" -> holding.source(value);
      case "tag" -> holding.tag(value);
      case "alignment" -> holding.alignment(value);
      default -> holding.fact(name, value);
    }
  }

  private static String fresh(String what) {
    return "urn:microcred:any-" + what;
  }
}
