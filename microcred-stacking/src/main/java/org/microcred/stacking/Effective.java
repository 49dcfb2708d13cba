package org.microcred.stacking;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * When a version of a policy is in effect. Who starts while it is may finish under it.
 *
 * @param from the first day on which one may start under it, or empty when there is none
 * @param to the last day on which one may start under it, or empty when there is none
 * @param finishBy the last day on which those who started may finish, or empty when there is none
 */
public record Effective(
    Optional<LocalDate> from, Optional<LocalDate> to, Optional<LocalDate> finishBy) {
  /** At any time. */
  public static final Effective ALWAYS =
      new Effective(Optional.empty(), Optional.empty(), Optional.empty());

  public Effective {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(finishBy, "finishBy");
  }

  /**
   * {@return whether somebody may earn the award under this version}
   *
   * @param started the day on which they started, in the policy's time zone
   * @param at the day of the evaluation
   */
  public boolean covers(LocalDate started, LocalDate at) {
    return from.map(day -> !started.isBefore(day)).orElse(true)
        && to.map(day -> !started.isAfter(day)).orElse(true)
        && finishBy.map(day -> !at.isAfter(day)).orElse(true);
  }
}
