package org.microcred.stacking;

import java.util.Objects;
import java.util.Optional;

/** What a {@link Part} adds up. */
public sealed interface PartMeasure {
  /** What the rule adds up: holdings, or the amount of a sum. */
  record OfRule() implements PartMeasure {}

  /** Holdings. */
  record Count() implements PartMeasure {}

  /**
   * An amount.
   *
   * @param of what is added up
   * @param unit its unit
   * @param absentIsZero whether a holding that states no amount adds nothing; otherwise its amount
   *     is unknown
   */
  record Sum(Measure of, String unit, boolean absentIsZero) implements PartMeasure {
    public Sum {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(unit, "unit");
    }
  }

  /**
   * The mean of a number, such as a grade.
   *
   * @param fact the name of an amount that the policy gives to holdings, or empty for the number
   *     that is a result of the holding
   * @param description the id of the result description that is meant, or empty for any
   * @param weighted whether a holding weighs as many times as it has credits; otherwise once
   */
  record Mean(Optional<String> fact, Optional<String> description, boolean weighted)
      implements PartMeasure {
    public Mean {
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(description, "description");
    }
  }
}
