package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.internal.PlanText;

/**
 * The cheapest ways to complete an award from a catalogue.
 *
 * @param today what is earned already
 * @param unit the cost that is made as small as it can be
 * @param proved whether the first alternative is the cheapest for certain, and there is none where
 *     none is told; false when the work allowed ended before the proof
 * @param alternatives ways to complete the award, the cheapest first; in none of them anything
 *     could be left out. Empty when the award is earned, or when the catalogue has no way
 */
public record Plan(Decision today, String unit, boolean proved, List<Alternative> alternatives) {
  public Plan {
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(unit, "unit");
    alternatives = List.copyOf(alternatives);
  }

  /**
   * One way to complete the award.
   *
   * @param steps what to earn, in an order in which it can be: what is required comes first
   * @param costs what all of it costs, by unit
   * @param by the last day on which all of it would still do, or empty when there is none
   */
  public record Alternative(
      List<Step> steps, Map<String, BigDecimal> costs, Optional<LocalDate> by) {
    public Alternative {
      steps = List.copyOf(steps);
      costs = Collections.unmodifiableMap(new TreeMap<>(costs));
      Objects.requireNonNull(by, "by");
    }
  }

  /**
   * Something to earn.
   *
   * @param holding what it will be
   * @param inProgress whether the learner is working on it or plans it already; it costs nothing
   *     more then
   * @param costs what it costs, by unit
   * @param uses the rules that it will serve; none where only another step requires it
   */
  public record Step(
      Holding holding, boolean inProgress, Map<String, BigDecimal> costs, List<Use> uses) {
    public Step {
      Objects.requireNonNull(holding, "holding");
      costs = Collections.unmodifiableMap(new TreeMap<>(costs));
      uses = List.copyOf(uses);
    }
  }

  /** {@return the plan for people, in English} */
  public String explain() {
    return explain(Locale.ROOT);
  }

  /**
   * {@return the plan for people: a line a step}
   *
   * @param locale the language; English where there is no translation
   */
  public String explain(Locale locale) {
    return PlanText.of(this, Objects.requireNonNull(locale, "locale"));
  }

  /** {@return the plan as JSON; amounts are decimals written as strings} */
  public JsonObject toJson() {
    return PlanText.json(this);
  }
}
