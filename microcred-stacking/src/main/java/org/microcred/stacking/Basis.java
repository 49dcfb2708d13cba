package org.microcred.stacking;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a decision rests on besides the policy and what is held.
 *
 * @param inEffect whether the version of the policy is in effect for the learner; nothing is earned
 *     under one that is not
 * @param parameters the values of the policy's parameters, by name
 * @param adjustments the exceptions that were given, in a fixed order, and what became of each
 * @param assumed holdings that are not finished and were counted as if they were; empty in every
 *     decision that is not a what-if
 */
public record Basis(
    boolean inEffect,
    Map<String, String> parameters,
    List<Adjusted> adjustments,
    List<Holding> assumed) {
  public Basis {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    adjustments = List.copyOf(adjustments);
    assumed = List.copyOf(assumed);
  }

  /**
   * An exception and what became of it.
   *
   * @param adjustment the exception
   * @param state what became of it
   */
  public record Adjusted(Adjustment adjustment, State state) {
    public Adjusted {
      Objects.requireNonNull(adjustment, "adjustment");
      Objects.requireNonNull(state, "state");
    }
  }

  /** What became of an exception. */
  public enum State {
    /** It was applied. */
    APPLIED,
    /** The policy accepts no exception from whom it comes. */
    NOT_ACCEPTED,
    /** It does not hold yet, or no longer. */
    NOT_IN_FORCE,
    /** There is no such rule or no such holding. */
    NOT_FOUND
  }
}
