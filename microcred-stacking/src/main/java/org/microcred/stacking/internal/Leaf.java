package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.Optional;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Rule;

/**
 * A rule that looks at holdings, compiled.
 *
 * @param index its place among the leaves
 * @param rule the rule
 * @param filter which holdings count
 * @param need how much it asks for: holdings, or millionths of a unit
 * @param distinct whether holdings for one achievement count once
 * @param sum the rule when it is a sum; otherwise holdings are counted
 */
record Leaf(
    int index, Rule rule, Filter filter, long need, boolean distinct, Optional<Rule.Sum> sum) {

  static Leaf of(int index, Rule rule) {
    if (rule instanceof Rule.Count count) {
      return new Leaf(
          index,
          rule,
          count.from(),
          count.atLeast(),
          count.distinctBy().isPresent(),
          Optional.empty());
    } else if (rule instanceof Rule.Sum sum) {
      long need = Decimals.floor(sum.atLeast());
      return new Leaf(
          index, rule, sum.from(), need, sum.distinctBy().isPresent(), Optional.of(sum));
    }
    return new Leaf(index, rule, ((Rule.Hold) rule).from(), 1, false, Optional.empty());
  }

  boolean counts() {
    return sum.isEmpty();
  }

  String id() {
    return rule.id();
  }

  Optional<String> unit() {
    return sum.map(Rule.Sum::unit);
  }

  /** An amount of this leaf, for people. */
  BigDecimal toDecimal(long amount) {
    return counts() ? BigDecimal.valueOf(amount) : Decimals.toDecimal(amount);
  }
}
