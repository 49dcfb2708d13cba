package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.microcred.stacking.Amount;
import org.microcred.stacking.FactRule;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Rule;

/** What holdings amount to: their credits in the unit that the policy gives, and its own facts. */
final class Facts {
  private final List<FactRule> rules;
  private final FilterEvaluator filters;

  Facts(List<FactRule> rules, FilterEvaluator filters) {
    this.rules = rules;
    this.filters = filters;
  }

  /**
   * What a holding adds to a sum.
   *
   * @param known the amount, or empty when it is not known
   * @param fact what it is an amount of, or what is not known
   */
  record Quantity(Optional<BigDecimal> known, String fact) {
    static Quantity of(BigDecimal amount, String fact) {
      return new Quantity(Optional.of(amount), fact);
    }

    static Quantity unknown(String fact) {
      return new Quantity(Optional.empty(), fact);
    }

    /** Whether the amount is not known, or finer than the smallest unit. */
    boolean isInexact() {
      return known.map(amount -> Decimals.floor(amount) != Decimals.ceiling(amount)).orElse(true);
    }
  }

  Quantity quantity(Rule.Sum sum, Holding holding) {
    return sum.of().fact().isPresent()
        ? ofFact(sum, sum.of().fact().get(), holding)
        : credits(sum, holding);
  }

  private Quantity credits(Rule.Sum sum, Holding holding) {
    Optional<BigDecimal> credits = holding.credits();
    if (credits.isEmpty()) {
      return absent(sum, "credits");
    }
    for (FactRule rule : rules) {
      if (rule.unit().isPresent()) {
        Truth applies = filters.test(rule.when(), holding);
        if (applies == Truth.TRUE) {
          return Quantity.of(
              rule.unit().get().equals(sum.unit()) ? credits.get() : BigDecimal.ZERO, "credits");
        } else if (applies == Truth.UNKNOWN) {
          return Quantity.unknown("unit");
        }
      }
    }
    return Quantity.unknown("unit");
  }

  private Quantity ofFact(Rule.Sum sum, String name, Holding holding) {
    for (FactRule rule : rules) {
      Amount amount = rule.amounts().get(name);
      if (amount != null) {
        Truth applies = filters.test(rule.when(), holding);
        if (applies == Truth.TRUE) {
          return Quantity.of(
              amount.unit().equals(sum.unit()) ? amount.value() : BigDecimal.ZERO, name);
        } else if (applies == Truth.UNKNOWN) {
          return Quantity.unknown(name);
        }
      }
    }
    return absent(sum, name);
  }

  private static Quantity absent(Rule.Sum sum, String fact) {
    return sum.absentIsZero() ? Quantity.of(BigDecimal.ZERO, fact) : Quantity.unknown(fact);
  }
}
