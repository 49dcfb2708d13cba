package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.microcred.stacking.Amount;
import org.microcred.stacking.Definitions;
import org.microcred.stacking.FactRule;
import org.microcred.stacking.FactSource;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Rule;
import org.microcred.stacking.ValueRule;

/** What holdings amount to: their credits in the unit that the policy gives, and its own facts. */
final class Facts {
  private final Definitions definitions;
  private final Units units;
  private final FilterEvaluator filters;

  Facts(Definitions definitions, FilterEvaluator filters) {
    this.definitions = definitions;
    this.units = new Units(definitions.units());
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

  /** What a holding adds to a sum, in the base unit of the sum's unit. */
  Quantity quantity(Rule.Sum sum, Holding holding) {
    return sum.of()
        .fact()
        .map(name -> ofFact(sum, name, holding))
        .orElseGet(() -> credits(sum.unit(), holding, sum.absentIsZero()));
  }

  /** The credits of a holding, in the base unit of a unit. */
  Quantity credits(String in, Holding holding) {
    return credits(in, holding, false);
  }

  /** The base unit of a unit. */
  String base(String unit) {
    return units.base(unit);
  }

  /** An amount in its base unit. */
  BigDecimal toBase(Amount amount) {
    return units.toBase(amount.value(), amount.unit());
  }

  private Quantity credits(String in, Holding holding, boolean absentIsZero) {
    for (ValueRule rule : definitions.values()) {
      Truth applies = filters.test(rule.from(), holding);
      if (applies == Truth.TRUE) {
        return of(rule.credits().value(), rule.credits().unit(), in, "credits");
      } else if (applies == Truth.UNKNOWN) {
        return Quantity.unknown("credits");
      }
    }
    if (holding.credits().isEmpty()) {
      return absent(absentIsZero, "credits");
    }
    List<String> unit = filters.facts.find(FactRule.UNIT, holding).values();
    return unit.size() == 1
        ? of(holding.credits().get(), unit.get(0), in, "credits")
        : Quantity.unknown(FactRule.UNIT);
  }

  private Quantity ofFact(Rule.Sum sum, String name, Holding holding) {
    for (FactRule rule : definitions.set()) {
      Amount amount = rule.amounts().get(name);
      if (amount != null) {
        Truth applies = filters.test(rule.when(), holding);
        if (applies == Truth.TRUE) {
          return of(amount.value(), amount.unit(), sum.unit(), name);
        } else if (applies == Truth.UNKNOWN) {
          return Quantity.unknown(name);
        }
      }
    }
    FactSource source = definitions.facts().get(name);
    if (source == null || source.unit().isEmpty()) {
      return absent(sum.absentIsZero(), name);
    }
    HeldFacts.Stated stated = filters.facts.find(name, holding);
    if (stated.state() == HeldFacts.State.ABSENT) {
      return absent(sum.absentIsZero(), name);
    }
    // Of several amounts none is the amount, and what is no number is unknown.
    Optional<BigDecimal> number =
        stated.values().size() == 1 ? Decimals.read(stated.values().get(0)) : Optional.empty();
    if (stated.state() == HeldFacts.State.KNOWN && stated.values().isEmpty()) {
      number = Optional.of(BigDecimal.ZERO);
    }
    return number
        .map(n -> of(n, source.unit().get(), sum.unit(), name))
        .orElse(Quantity.unknown(name));
  }

  /** An amount in the base unit of another unit; nothing where the two have nothing in common. */
  private Quantity of(BigDecimal amount, String unit, String in, String fact) {
    boolean same = units.base(unit).equals(units.base(in));
    return Quantity.of(same ? units.toBase(amount, unit) : BigDecimal.ZERO, fact);
  }

  /** An amount that the policy gives to a holding, in whatever unit; empty when not known. */
  Optional<BigDecimal> amount(String name, Holding holding) {
    for (FactRule rule : definitions.set()) {
      Amount amount = rule.amounts().get(name);
      Truth applies = amount == null ? Truth.FALSE : filters.test(rule.when(), holding);
      if (amount != null && applies != Truth.FALSE) {
        return Optional.of(amount.value()).filter(value -> applies == Truth.TRUE);
      }
    }
    List<String> stated = filters.facts.find(name, holding).values();
    return stated.size() == 1 ? Decimals.read(stated.get(0)) : Optional.empty();
  }

  private static Quantity absent(boolean isZero, String fact) {
    return isZero ? Quantity.of(BigDecimal.ZERO, fact) : Quantity.unknown(fact);
  }
}
