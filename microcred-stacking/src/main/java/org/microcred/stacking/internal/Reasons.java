package org.microcred.stacking.internal;

import java.util.List;
import java.util.Optional;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Reason;

/** Why a filter that answered no did so; of several reasons the one that tells most. */
final class Reasons {
  /** From a near miss to something else altogether. */
  private static final List<Reason> CLOSENESS =
      List.of(
          Reason.BELOW_MINIMUM,
          Reason.NOT_ASSESSED,
          Reason.OUT_OF_WINDOW,
          Reason.NOT_ACCEPTED_SOURCE,
          Reason.NOT_ON_LIST);

  private final FilterEvaluator filters;

  Reasons(FilterEvaluator filters) {
    this.filters = filters;
  }

  /** The reasons that a filter may give itself. */
  static List<Reason> known() {
    return CLOSENESS;
  }

  /** Whether one reason is nearer to a yes than another. */
  static boolean isCloser(Reason a, Reason b) {
    return CLOSENESS.indexOf(a) < CLOSENESS.indexOf(b);
  }

  Reason of(Filter filter, Holding holding) {
    return of(filter, holding, true);
  }

  private Reason of(Filter filter, Holding holding, boolean wanted) {
    if (filter instanceof Filter.Because because) {
      return because.reason();
    } else if (filter instanceof Filter.Not not) {
      return of(not.filter(), holding, !wanted);
    } else if (filter instanceof Filter.AllOf allOf) {
      return of(allOf.filters(), holding, wanted, wanted);
    } else if (filter instanceof Filter.AnyOf anyOf) {
      return of(anyOf.filters(), holding, wanted, !wanted);
    } else if (filter instanceof Filter.Fact fact) {
      return switch (fact.name()) {
        case "issuer", "source" -> Reason.NOT_ACCEPTED_SOURCE;
        case "level", "passed" -> Reason.BELOW_MINIMUM;
        case "evidence", "assessed" -> Reason.NOT_ASSESSED;
        default -> Reason.NOT_ON_LIST;
      };
    } else if (filter instanceof Filter.Achievement) {
      return Reason.NOT_ON_LIST;
    } else if (filter instanceof Filter.Aligned aligned) {
      Filter plain = new Filter.Aligned(aligned.targets(), Optional.empty());
      return filters.test(plain, holding) == Truth.TRUE ? Reason.BELOW_MINIMUM : Reason.NOT_ON_LIST;
    }
    return filter instanceof Filter.Earned ? Reason.OUT_OF_WINDOW : Reason.BELOW_MINIMUM;
  }

  /** The farthest of the reasons where all had to pass, the closest where one would have done. */
  private Reason of(List<Filter> parts, Holding holding, boolean wanted, boolean farthest) {
    Truth refused = Truth.of(!wanted);
    return parts.stream()
        .filter(f -> filters.test(f, holding) == refused)
        .map(f -> of(f, holding, wanted))
        .reduce((a, b) -> isCloser(a, b) == farthest ? b : a)
        .orElse(Reason.NOT_ON_LIST);
  }
}
