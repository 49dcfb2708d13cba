package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A property of the award that is computed from the holdings that earn it. */
public sealed interface Derivation {
  /** {@return the id of the rule whose holdings count, or empty for all that are used} */
  Optional<String> over();

  /**
   * The sum of their credits.
   *
   * @param unit the unit
   * @param over the rule
   */
  record Credits(String unit, Optional<String> over) implements Derivation {
    public Credits {
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(over, "over");
    }
  }

  /**
   * The mean of their results, rounded to six decimals, half up.
   *
   * @param points what each value is worth; empty when the values are numbers themselves
   * @param description the id of the result description that is meant, or empty for any
   * @param weight the unit of the credits by which each is weighed, or empty when all weigh the
   *     same
   * @param over the rule
   */
  record Mean(
      Map<String, BigDecimal> points,
      Optional<String> description,
      Optional<String> weight,
      Optional<String> over)
      implements Derivation {
    public Mean {
      points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(weight, "weight");
      Objects.requireNonNull(over, "over");
    }
  }

  /**
   * Their level.
   *
   * @param take the highest or the lowest; not looked at where {@code back} is given
   * @param back counted from the highest level down, the level at which so many credits are
   *     reached; or empty
   * @param over the rule
   */
  record Level(Take take, Optional<Amount> back, Optional<String> over) implements Derivation {
    public Level {
      Objects.requireNonNull(take, "take");
      Objects.requireNonNull(back, "back");
      Objects.requireNonNull(over, "over");
    }
  }

  /** One of several levels. */
  enum Take {
    /** The highest. */
    HIGHEST,
    /** The lowest. */
    LOWEST
  }
}
