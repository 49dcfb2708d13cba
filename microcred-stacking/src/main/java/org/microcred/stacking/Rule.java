package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One requirement of a policy. {@link Hold}, {@link Count}, {@link Sum} and {@link Cover} look at
 * holdings; {@link AllOf}, {@link SomeOf} and {@link When} combine requirements; {@link Within} and
 * {@link Before} are about the days of the holdings that other rules use.
 *
 * <p>Rules are data: they are read by {@link StackPolicy#parse(String)}, which is where their
 * numbers are checked, and written by {@link StackPolicy#toJson()}.
 */
public sealed interface Rule {
  /** {@return the name that explanations use: the author's, or the rule's JSON pointer} */
  String id();

  /** {@return a remark for readers of the policy; it decides nothing} */
  Optional<String> note();

  /**
   * One holding that passes a filter.
   *
   * @param id the rule's name
   * @param scope which holdings are looked at
   * @param from which of them count
   * @param note a remark
   */
  record Hold(String id, Scope scope, Filter from, Optional<String> note) implements Rule {
    public Hold {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * A number of holdings that pass a filter.
   *
   * @param id the rule's name
   * @param scope which holdings are looked at
   * @param from which of them count
   * @param distinctBy what makes two holdings count once, or empty when each counts
   * @param atLeast how many are needed, at least 1
   * @param ofWhich conditions on the holdings that are used here
   * @param note a remark
   */
  record Count(
      String id,
      Scope scope,
      Filter from,
      Optional<DistinctBy> distinctBy,
      int atLeast,
      List<Part> ofWhich,
      Optional<String> note)
      implements Rule {
    public Count {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(distinctBy, "distinctBy");
      ofWhich = List.copyOf(ofWhich);
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * An amount over the holdings that pass a filter.
   *
   * @param id the rule's name
   * @param of what is added up
   * @param unit the unit of the amount
   * @param scope which holdings are looked at
   * @param from which of them count
   * @param distinctBy what makes two holdings count once, or empty when each counts
   * @param absentIsZero whether a holding that states no amount adds nothing; otherwise its amount
   *     is unknown
   * @param atLeast how much is needed, over 0, with at most 6 decimals
   * @param ofWhich conditions on the holdings that are used here
   * @param note a remark
   */
  record Sum(
      String id,
      Measure of,
      String unit,
      Scope scope,
      Filter from,
      Optional<DistinctBy> distinctBy,
      boolean absentIsZero,
      BigDecimal atLeast,
      List<Part> ofWhich,
      Optional<String> note)
      implements Rule {
    public Sum {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(distinctBy, "distinctBy");
      Objects.requireNonNull(atLeast, "atLeast");
      ofWhich = List.copyOf(ofWhich);
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * Every one of several rules.
   *
   * @param id the rule's name
   * @param rules the rules, at least one
   * @param note a remark
   */
  record AllOf(String id, List<Rule> rules, Optional<String> note) implements Rule {
    public AllOf {
      Objects.requireNonNull(id, "id");
      rules = List.copyOf(rules);
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * A number of distinct rules out of several.
   *
   * @param id the rule's name
   * @param atLeast how many, from 1 to the number of rules
   * @param rules the rules
   * @param note a remark
   */
  record SomeOf(String id, int atLeast, List<Rule> rules, Optional<String> note) implements Rule {
    public SomeOf {
      Objects.requireNonNull(id, "id");
      rules = List.copyOf(rules);
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * Evidence of every competency below a node of a competency framework. One holding may show
   * several of them.
   *
   * @param id the rule's name
   * @param scope which holdings are looked at
   * @param framework the URI or the identifier of the framework; the case gives the framework
   * @param under the URI, identifier or code of the node, or empty for the whole framework
   * @param level the level at which each is shown, or empty when any will do
   * @param from which holdings count
   * @param note a remark
   */
  record Cover(
      String id,
      Scope scope,
      String framework,
      Optional<String> under,
      Optional<ValueTest> level,
      Filter from,
      Optional<String> note)
      implements Rule {
    public Cover {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(framework, "framework");
      Objects.requireNonNull(under, "under");
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * A rule for some learners only. Where it does not apply it is as if it were not there.
   *
   * @param id the rule's name
   * @param condition when it applies
   * @param applies whether it does, with the values that the policy's parameters have
   * @param rule the rule
   * @param note a remark
   */
  record When(String id, Condition condition, boolean applies, Rule rule, Optional<String> note)
      implements Rule {
    public When {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(condition, "condition");
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * A rule whose holdings were all earned within a period: on the day of the last, the first is no
   * older than it.
   *
   * @param id the rule's name
   * @param within the period, in calendar days, months or years
   * @param rule the rule
   * @param note a remark
   */
  record Within(String id, Period within, Rule rule, Optional<String> note) implements Rule {
    public Within {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(within, "within");
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * An order between the holdings that other rules use: those of one rule were earned before those
   * of others. It takes no holdings of its own.
   *
   * @param id the rule's name
   * @param earlier the id of the rule whose holdings come first
   * @param before ids of the rules before whose holdings they come
   * @param strict whether they may not be of the same day
   * @param note a remark
   */
  record Before(
      String id, String earlier, List<String> before, boolean strict, Optional<String> note)
      implements Rule {
    public Before {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(earlier, "earlier");
      before = List.copyOf(before);
      Objects.requireNonNull(note, "note");
    }
  }
}
