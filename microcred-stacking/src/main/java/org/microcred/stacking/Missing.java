package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What would complete the award: a joint minimum, so that one further credential that repairs two
 * shortfalls is one item.
 *
 * @param proved whether nothing less would do; false when the work allowed ended before the proof
 * @param alternatives ways to complete the award, the one with the fewest further credentials
 *     first; empty when nothing is missing or nothing can be added that helps
 */
public record Missing(boolean proved, List<Alternative> alternatives) {
  /** Nothing is missing. */
  public static final Missing NOTHING = new Missing(true, List.of());

  public Missing {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * One way to complete the award.
   *
   * @param items what to add, all of it
   */
  public record Alternative(List<Item> items) {
    public Alternative {
      items = List.copyOf(items);
    }
  }

  /**
   * Further credentials that belong together.
   *
   * @param needs what they have to bring, all of it; where the first need is counted, each
   *     credential brings one
   * @param by the last day on which they would still do when the rest is there today, or empty when
   *     none is known: windows that close, and what is held by then expired, are looked at
   * @param witnesses holdings that would do, earned at the instant of the evaluation
   */
  public record Item(List<Need> needs, Optional<LocalDate> by, List<Holding> witnesses) {
    public Item {
      needs = List.copyOf(needs);
      Objects.requireNonNull(by, "by");
      witnesses = List.copyOf(witnesses);
    }
  }

  /**
   * What one rule lacks.
   *
   * @param rule the id of the rule
   * @param atLeast how much is missing: a number of credentials, or an amount
   * @param unit the unit of the amount, or empty where credentials are counted
   */
  public record Need(String rule, BigDecimal atLeast, Optional<String> unit) {
    public Need {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(atLeast, "atLeast");
      Objects.requireNonNull(unit, "unit");
    }
  }
}
