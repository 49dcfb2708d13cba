package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.Optional;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Rule;
import org.microcred.stacking.Scope;

/**
 * A rule that looks at holdings, compiled.
 *
 * @param index its place among the leaves
 * @param rule the rule
 * @param scope which holdings it looks at
 * @param filter which of them count
 * @param work how much it takes to ask the filter
 * @param need how much it asks for: holdings, or millionths of a unit
 * @param distinct whether holdings for one achievement count once
 * @param unit the unit of the amounts when it is a sum
 * @param sum the rule when it is a sum; otherwise holdings are counted
 */
record Leaf(
    int index,
    Rule rule,
    Scope scope,
    Filter filter,
    int work,
    long need,
    boolean distinct,
    Optional<String> unit,
    Optional<Rule.Sum> sum) {

  static Leaf of(int index, Rule rule, FilterWork work, Units units) {
    if (rule instanceof Rule.Count count) {
      return new Leaf(
          index,
          rule,
          count.scope(),
          count.from(),
          work.of(count.from()),
          count.atLeast(),
          count.distinctBy().isPresent(),
          Optional.empty(),
          Optional.empty());
    } else if (rule instanceof Rule.Sum sum) {
      return new Leaf(
          index,
          rule,
          sum.scope(),
          sum.from(),
          work.of(sum.from()),
          Decimals.floor(units.toBase(sum.atLeast(), sum.unit())),
          sum.distinctBy().isPresent(),
          Optional.of(units.base(sum.unit())),
          Optional.of(sum));
    }
    Rule.Hold hold = (Rule.Hold) rule;
    return new Leaf(
        index,
        rule,
        hold.scope(),
        hold.from(),
        work.of(hold.from()),
        1,
        false,
        Optional.empty(),
        Optional.empty());
  }

  boolean counts() {
    return sum.isEmpty();
  }

  String id() {
    return rule.id();
  }

  /** An amount of this leaf, for people. */
  BigDecimal toDecimal(long amount) {
    return counts() ? BigDecimal.valueOf(amount) : Decimals.toDecimal(amount);
  }
}
