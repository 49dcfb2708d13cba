package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.microcred.stacking.DistinctBy;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Measure;
import org.microcred.stacking.Part;
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
 * @param distinctBy what makes holdings count once
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
    Optional<DistinctBy> distinctBy,
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
          count.distinctBy(),
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
          sum.distinctBy(),
          Optional.of(units.base(sum.unit())),
          Optional.of(sum));
    } else if (rule instanceof Rule.Hold hold) {
      return new Leaf(
          index,
          rule,
          hold.scope(),
          hold.from(),
          work.of(hold.from()),
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    // A rule about others needs no holdings and takes none.
    return new Leaf(
        index,
        rule,
        Scope.DEFAULT,
        Filter.NONE,
        1,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A sum that only says what is added up. */
  static Rule.Sum measured(String id, Measure of, String unit, boolean absentIsZero) {
    return new Rule.Sum(
        id,
        of,
        unit,
        Scope.DEFAULT,
        Filter.ANY,
        Optional.empty(),
        absentIsZero,
        BigDecimal.ONE,
        List.of(),
        Optional.empty());
  }

  boolean counts() {
    return sum.isEmpty();
  }

  /** Whether a second holding of the same kind adds nothing. */
  boolean distinct() {
    return distinctBy.isPresent();
  }

  /** Whether a holding may have several kinds, of which it counts for one. */
  boolean isMatching() {
    return distinctBy.filter(by -> by == DistinctBy.TAG || by == DistinctBy.ALIGNMENT).isPresent();
  }

  /** Whether its holdings count once by their achievement. */
  boolean isByAchievement() {
    return distinctBy.filter(by -> by == DistinctBy.ACHIEVEMENT).isPresent();
  }

  List<Part> ofWhich() {
    if (rule instanceof Rule.Count count) {
      return count.ofWhich();
    }
    return sum.map(Rule.Sum::ofWhich).orElse(List.of());
  }

  String id() {
    return rule.id();
  }

  /** An amount of this leaf, for people. */
  BigDecimal toDecimal(long amount) {
    return counts() ? BigDecimal.valueOf(amount) : Decimals.toDecimal(amount);
  }
}
