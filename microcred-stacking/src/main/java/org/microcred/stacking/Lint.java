package org.microcred.stacking;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.internal.LintText;

/**
 * What an author of policies should look at, and how much work each rule can be. It is advice: the
 * policy is read and decided all the same. Where the work allowed ends before something is proved,
 * nothing is said of it.
 *
 * @param findings what deserves a look, in the order of the rules
 * @param costs how every rule is decided at worst, in the order of the rules
 */
public record Lint(List<Finding> findings, List<Cost> costs) {
  public Lint {
    findings = List.copyOf(findings);
    costs = List.copyOf(costs);
  }

  /** What may be wrong with a policy. */
  public enum Code {
    /** No credential can be imagined that the rule, or the part of it, would count. */
    UNSATISFIABLE(true),
    /** Without its dates there would be such a credential. */
    EMPTY_WINDOW(true),
    /** The rule asks for more different things than it names. */
    MORE_THAN_THERE_ARE(true),
    /** The caps on what the rule uses add up to less than it asks for, or a minimum is over one. */
    TOTAL_ABOVE_CAPS(true),
    /** Awards need each other in a circle. */
    CYCLE(true),
    /** No policy of the set asks for the credential. */
    CUL_DE_SAC(false),
    /** What is told as optional could serve the rule, and will never be used for it. */
    OPTIONAL_COULD_SERVE(false),
    /** Fewer than three credentials can earn the award. */
    FEW_COMPONENTS(false),
    /** Neither the award nor the rules say what the components have in common. */
    NO_COMMON_ALIGNMENT(false);

    private final boolean error;

    Code(boolean error) {
      this.error = error;
    }

    /** {@return whether something can never be met, rather than may not be meant} */
    public boolean isError() {
      return error;
    }
  }

  /** How a rule is decided, from cheap to expensive. */
  public enum Effort {
    /** In one pass. */
    COUNTING,
    /** By a maximum flow. */
    FLOW,
    /** Day by day, each by one of the cheaper ways. */
    SWEEP,
    /** By a bounded search, which may end without an answer. */
    SEARCH
  }

  /** Why a rule is not decided by counting. */
  public enum Cause {
    /** One credential could serve it or another rule. */
    COMPETES,
    /** A credential has several values, of which it counts for one. */
    SEVERAL_VALUES,
    /** A period, or an order, between what is used. */
    DAYS,
    /** Amounts that are not split compete. */
    AMOUNTS_COMPETE,
    /** Some of the rules that want the same credentials share them, others do not. */
    SOME_SHARE,
    /** Parts of what it uses are bounded ({@code ofWhich}). */
    PARTS,
    /** Of equivalent or conflicting achievements one counts. */
    ONE_COUNTS,
    /** What other awards use is bounded. */
    OTHER_AWARDS,
    /** What its alternatives use is wanted elsewhere, too. */
    ALTERNATIVES
  }

  /**
   * Something to look at.
   *
   * @param code what it is
   * @param subject the id of the rule, of the part of a rule, or of the policy or achievement where
   *     a set of policies is looked at
   * @param details what else the text names: ids, numbers
   */
  public record Finding(Code code, String subject, List<String> details) {
    public Finding {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(subject, "subject");
      details = List.copyOf(details);
    }

    /** {@return what is wrong and what to do about it, in English} */
    public String message() {
      return message(Locale.ROOT);
    }

    /**
     * {@return what is wrong and what to do about it}
     *
     * @param locale the language; English where there is no translation
     */
    public String message(Locale locale) {
      return LintText.of(this, Objects.requireNonNull(locale, "locale"));
    }
  }

  /**
   * How a rule is decided at worst.
   *
   * @param rule the id of the rule
   * @param effort how
   * @param because why not by counting; empty when by counting, or because of a rule inside
   * @param others ids of the rules with which it has to do
   */
  public record Cost(String rule, Effort effort, Optional<Cause> because, List<String> others) {
    public Cost {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(effort, "effort");
      Objects.requireNonNull(because, "because");
      others = List.copyOf(others);
    }
  }

  /** {@return whether no finding says that something can never be met} */
  public boolean isSound() {
    return findings.stream().noneMatch(finding -> finding.code().isError());
  }

  /** {@return a line a finding and a line a rule, in English} */
  public String explain() {
    return explain(Locale.ROOT);
  }

  /**
   * {@return a line a finding and a line a rule}
   *
   * @param locale the language; English where there is no translation
   */
  public String explain(Locale locale) {
    return LintText.of(this, Objects.requireNonNull(locale, "locale"));
  }

  /** {@return the same as JSON: {@code findings} and {@code costs}} */
  public JsonObject toJson() {
    return LintText.json(this);
  }
}
