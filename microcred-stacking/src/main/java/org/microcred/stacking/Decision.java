package org.microcred.stacking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.internal.DecisionJson;
import org.microcred.stacking.internal.Explainer;
import org.microcred.stacking.internal.Mermaid;
import org.microcred.stacking.internal.Svg;

/**
 * Whether the holdings earn the award, and why. Immutable and thread-safe.
 *
 * <p>{@link #uses()} is minimal when the award is earned: without any one of the {@link #used()}
 * holdings it would not be. The same policy and the same case give the same decision, whatever the
 * order of the holdings.
 *
 * @param policyId the id of the policy
 * @param policyVersion the version of the policy
 * @param at the instant of the evaluation
 * @param outcome the answer
 * @param proved whether the uses were proved minimal; false when the work allowed ended before the
 *     proof. The outcome never depends on it
 * @param rule what became of the policy's rule and of those inside it
 * @param uses which holding serves which rule, in the order of the rules
 * @param unused every other holding, with the reason, in the order of their ids
 * @param optional holdings that no rule uses and that the policy wants told, in the order of their
 *     ids
 * @param unknown the facts that decide and are not known; empty unless the outcome is {@link
 *     Outcome#UNDETERMINED}
 * @param impossible which rules compete for too few holdings, on the way that comes nearest to the
 *     award; empty unless the outcome is {@link Outcome#NOT_EARNED}
 * @param missing what would complete the award
 * @param earnedOn the first day from which, without a break up to the evaluation, what was held by
 *     the end of each day earned the award, by what is known of it today; empty when it is not
 *     earned, or when the work allowed ended before it was found
 * @param nextChangeAt the first instant after the evaluation at which something held expires,
 *     begins to count or is too old, or the policy comes into effect or ends; empty when there is
 *     none
 * @param derived computed properties of the award; empty unless it is earned
 * @param basis what else the decision rests on
 */
public record Decision(
    String policyId,
    String policyVersion,
    Instant at,
    Outcome outcome,
    boolean proved,
    RuleResult rule,
    List<Use> uses,
    List<Unused> unused,
    List<Holding> optional,
    List<UnknownFact> unknown,
    List<Impossibility> impossible,
    Missing missing,
    Optional<LocalDate> earnedOn,
    Optional<Instant> nextChangeAt,
    List<Derived> derived,
    Basis basis) {
  public Decision {
    Objects.requireNonNull(policyId, "policyId");
    Objects.requireNonNull(policyVersion, "policyVersion");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(rule, "rule");
    uses = List.copyOf(uses);
    unused = List.copyOf(unused);
    optional = List.copyOf(optional);
    unknown = List.copyOf(unknown);
    impossible = List.copyOf(impossible);
    Objects.requireNonNull(missing, "missing");
    Objects.requireNonNull(earnedOn, "earnedOn");
    Objects.requireNonNull(nextChangeAt, "nextChangeAt");
    derived = List.copyOf(derived);
    Objects.requireNonNull(basis, "basis");
  }

  /** {@return whether the award is earned} */
  public boolean earned() {
    return outcome == Outcome.EARNED;
  }

  /** {@return the holdings that are used, each once, in the order of the rules they serve} */
  public List<Holding> used() {
    return uses.stream().map(Use::holding).distinct().toList();
  }

  /**
   * {@return the decision for people, in English: a line a rule, then what was not used and why}
   */
  public String explain() {
    return explain(Locale.ROOT);
  }

  /**
   * {@return the decision for people}
   *
   * @param locale the language; English where there is no translation
   */
  public String explain(Locale locale) {
    return Explainer.explain(this, Objects.requireNonNull(locale, "locale"));
  }

  /**
   * {@return what stands between the learner and the award, for people: what is missing, jointly
   * and by when, what is not known, and which rules cannot be met together}
   *
   * @param locale the language; English where there is no translation
   */
  public String explainMissing(Locale locale) {
    return Explainer.explainMissing(this, Objects.requireNonNull(locale, "locale"));
  }

  /**
   * {@return the decision as JSON, as {@code decision.schema.json} beside this class describes it}
   */
  public JsonObject toJson() {
    return DecisionJson.of(this);
  }

  /**
   * {@return the decision as an SVG document, in English: what is done, what is missing, and what
   * blocks what; with a title and a description for those who cannot see it, and without script}
   */
  public String toSvg() {
    return toSvg(Locale.ROOT);
  }

  /**
   * {@return the same as {@link #toSvg()}}
   *
   * @param locale the language; English where there is no translation
   */
  public String toSvg(Locale locale) {
    return Svg.of(this, Objects.requireNonNull(locale, "locale"));
  }

  /** {@return the same picture as a Mermaid flow chart, in English; no text becomes markup} */
  public String toMermaid() {
    return toMermaid(Locale.ROOT);
  }

  /**
   * {@return the same as {@link #toMermaid()}}
   *
   * @param locale the language; English where there is no translation
   */
  public String toMermaid(Locale locale) {
    return Mermaid.of(this, Objects.requireNonNull(locale, "locale"));
  }
}
