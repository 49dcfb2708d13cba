package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One result of a holding, with the order in which its values stand.
 *
 * @param description the id of its result description
 * @param value the value
 * @param achievedLevel the id of the rubric level that was reached
 * @param status the status, as Open Badges spells it: {@code Completed}, {@code InProgress}, …
 * @param scale how values compare
 * @param alignments what it is a result in, in particular; empty when it is one in all that the
 *     achievement is aligned to
 */
public record HeldResult(
    Optional<String> description,
    Optional<String> value,
    Optional<String> achievedLevel,
    Optional<String> status,
    Scale scale,
    List<HeldAlignment> alignments) {
  public HeldResult {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(achievedLevel, "achievedLevel");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(scale, "scale");
    alignments = List.copyOf(alignments);
  }

  /**
   * Makes a result in all that the achievement is aligned to.
   *
   * @param description the id of its result description
   * @param value the value
   * @param achievedLevel the id of the rubric level that was reached
   * @param status the status
   * @param scale how values compare
   */
  public HeldResult(
      Optional<String> description,
      Optional<String> value,
      Optional<String> achievedLevel,
      Optional<String> status,
      Scale scale) {
    this(description, value, achievedLevel, status, scale, List.of());
  }

  /**
   * {@return what a description announces and nobody has achieved or missed yet}
   *
   * @param description the id of the result description
   */
  public static HeldResult missing(String description) {
    return new HeldResult(
        Optional.of(description), Optional.empty(), Optional.empty(), Optional.empty(), Scale.NONE);
  }

  /**
   * {@return a result that is a value}
   *
   * @param value the value
   * @param scale how it compares
   */
  public static HeldResult of(String value, Scale scale) {
    return new HeldResult(
        Optional.empty(), Optional.of(value), Optional.empty(), Optional.empty(), scale);
  }

  /**
   * {@return a result that is a status}
   *
   * @param status as Open Badges spells it: {@code Completed}, {@code InProgress}, …
   */
  public static HeldResult ofStatus(String status) {
    return new HeldResult(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(status), Scale.NONE);
  }

  /**
   * How the values of a result compare, as its result description says.
   *
   * @param steps the values from low to high, each by all its names: an allowed value has one; a
   *     rubric level its id, level and name
   * @param min the least number, or empty when there is none
   * @param max the greatest number, or empty when there is none
   */
  public record Scale(
      List<List<String>> steps, Optional<BigDecimal> min, Optional<BigDecimal> max) {
    /** No order is known. */
    public static final Scale NONE = new Scale(List.of(), Optional.empty(), Optional.empty());

    public Scale {
      steps = steps.stream().map(List::copyOf).toList();
      Objects.requireNonNull(min, "min");
      Objects.requireNonNull(max, "max");
    }

    /**
     * {@return a scale of named values}
     *
     * @param values the values from low to high
     */
    public static Scale of(String... values) {
      return new Scale(
          List.of(values).stream().map(List::of).toList(), Optional.empty(), Optional.empty());
    }

    /**
     * {@return a scale of numbers}
     *
     * @param min the least
     * @param max the greatest
     */
    public static Scale between(BigDecimal min, BigDecimal max) {
      return new Scale(List.of(), Optional.of(min), Optional.of(max));
    }
  }
}
