package org.microcred.stacking.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.Filter;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Reason;

/** Asks filters about holdings: the answer, the reason for a no, the facts behind an unknown. */
final class FilterEvaluator {
  /** From a near miss to something else altogether. */
  private static final List<Reason> CLOSENESS =
      List.of(
          Reason.BELOW_MINIMUM,
          Reason.OUT_OF_WINDOW,
          Reason.NOT_ACCEPTED_SOURCE,
          Reason.NOT_ON_LIST);

  private final ResultOrder order;

  FilterEvaluator(Map<String, List<String>> scales) {
    order = new ResultOrder(scales);
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
    } else if (filter instanceof Filter.Achievement achievement) {
      return Truth.of(!Collections.disjoint(achievement.ids(), holding.achievements()));
    } else if (filter instanceof Filter.Issuer issuer) {
      return named(holding.issuer(), issuer.ids(), issuer.absent());
    } else if (filter instanceof Filter.Source source) {
      return named(holding.source(), source.ids(), source.absent());
    } else if (filter instanceof Filter.Tag tag) {
      return holding.tags().isEmpty()
          ? Truth.ofAbsent(tag.absent())
          : Truth.of(!Collections.disjoint(tag.tags(), holding.tags()));
    } else if (filter instanceof Filter.Earned earned) {
      return earned(earned, holding);
    } else if (filter instanceof Filter.ResultIs is) {
      List<HeldResult> results = results(holding, is.description(), true);
      return results.isEmpty()
          ? Truth.ofAbsent(is.absent())
          : Truth.of(results.stream().anyMatch(r -> ResultOrder.isCalled(r, is.values())));
    }
    Filter.ResultAtLeast least = (Filter.ResultAtLeast) filter;
    return results(holding, least.description(), false).stream()
        .map(result -> order.reaches(result, least))
        .reduce(Truth::or)
        .orElse(Truth.ofAbsent(least.absent()));
  }

  /** Why a filter that answered no did so; of several reasons the one that tells most. */
  Reason reason(Filter filter, Holding holding) {
    return reason(filter, holding, true);
  }

  private Reason reason(Filter filter, Holding holding, boolean wanted) {
    if (filter instanceof Filter.Not not) {
      return reason(not.filter(), holding, !wanted);
    } else if (filter instanceof Filter.AllOf allOf) {
      return reason(allOf.filters(), holding, wanted, wanted);
    } else if (filter instanceof Filter.AnyOf anyOf) {
      return reason(anyOf.filters(), holding, wanted, !wanted);
    } else if (filter instanceof Filter.Achievement || filter instanceof Filter.Tag) {
      return Reason.NOT_ON_LIST;
    } else if (filter instanceof Filter.Issuer || filter instanceof Filter.Source) {
      return Reason.NOT_ACCEPTED_SOURCE;
    }
    return filter instanceof Filter.Earned ? Reason.OUT_OF_WINDOW : Reason.BELOW_MINIMUM;
  }

  /** The farthest of the reasons where all had to pass, the closest where one would have done. */
  private Reason reason(List<Filter> filters, Holding holding, boolean wanted, boolean farthest) {
    Truth refused = Truth.of(!wanted);
    return filters.stream()
        .filter(f -> test(f, holding) == refused)
        .map(f -> reason(f, holding, wanted))
        .reduce((a, b) -> isCloser(a, b) == farthest ? b : a)
        .orElse(Reason.NOT_ON_LIST);
  }

  /** Whether one reason is nearer to a yes than another. */
  static boolean isCloser(Reason a, Reason b) {
    return CLOSENESS.indexOf(a) < CLOSENESS.indexOf(b);
  }

  /** Adds the facts that keep a filter from an answer. */
  void unknowns(Filter filter, Holding holding, Set<String> facts) {
    if (test(filter, holding) != Truth.UNKNOWN) {
      return;
    }
    if (filter instanceof Filter.AllOf allOf) {
      allOf.filters().forEach(f -> unknowns(f, holding, facts));
    } else if (filter instanceof Filter.AnyOf anyOf) {
      anyOf.filters().forEach(f -> unknowns(f, holding, facts));
    } else if (filter instanceof Filter.Not not) {
      unknowns(not.filter(), holding, facts);
    } else if (filter instanceof Filter.Issuer) {
      facts.add("issuer");
    } else if (filter instanceof Filter.Source) {
      facts.add("source");
    } else if (filter instanceof Filter.Tag) {
      facts.add("tag");
    } else if (filter instanceof Filter.Earned) {
      facts.add("earned");
    } else {
      facts.add("result");
    }
  }

  private static Truth named(
      Optional<String> value, List<String> accepted, Optional<Boolean> absent) {
    return value.map(v -> Truth.of(accepted.contains(v))).orElse(Truth.ofAbsent(absent));
  }

  private static Truth earned(Filter.Earned earned, Holding holding) {
    if (holding.awarded().isEmpty()) {
      return Truth.ofAbsent(earned.absent());
    }
    LocalDate day = day(holding.awarded().get());
    return Truth.of(
        earned.from().map(from -> !day.isBefore(from)).orElse(true)
            && earned.to().map(to -> !day.isAfter(to)).orElse(true));
  }

  static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static List<HeldResult> results(
      Holding holding, Optional<String> description, boolean statusToo) {
    return holding.results().stream()
        .filter(r -> description.isEmpty() || r.description().equals(description))
        .filter(
            r ->
                r.value().isPresent()
                    || r.achievedLevel().isPresent()
                    || (statusToo && r.status().isPresent()))
        .toList();
  }
}
