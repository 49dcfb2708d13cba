package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one rule.
 *
 * @param rule the rule
 * @param state whether it is met
 * @param need how much it asks for: holdings, an amount, or rules
 * @param have how much of it the learner holds, whatever else it could serve
 * @param counts how much of it was used here
 * @param unit the unit of these amounts, or empty where holdings or rules are counted
 * @param uses the holdings that serve it
 * @param unused holdings that would count here and were not used here, and why
 * @param parts what became of the conditions on what it uses, in their order, each before those
 *     inside it
 * @param rules what became of the rules inside
 */
public record RuleResult(
    Rule rule,
    State state,
    BigDecimal need,
    BigDecimal have,
    BigDecimal counts,
    Optional<String> unit,
    List<Use> uses,
    List<Unused> unused,
    List<PartResult> parts,
    List<RuleResult> rules) {
  /** Whether a rule is met, or why it does not have to be. */
  public enum State {
    /** It is. */
    MET,
    /** It is not. */
    UNMET,
    /** It depends on facts that are not known. */
    UNKNOWN,
    /** It is an alternative that the award does not need. */
    NOT_NEEDED,
    /** It does not apply to this learner. */
    NOT_APPLICABLE,
    /** An exception was granted: it does not have to be met. */
    WAIVED
  }

  public RuleResult {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(need, "need");
    Objects.requireNonNull(have, "have");
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(unit, "unit");
    uses = List.copyOf(uses);
    unused = List.copyOf(unused);
    parts = List.copyOf(parts);
    rules = List.copyOf(rules);
  }
}
