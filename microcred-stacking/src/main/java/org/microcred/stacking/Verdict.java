package org.microcred.stacking;

import java.util.List;
import java.util.Objects;

/**
 * The short form of a {@link Decision}: whether an award is earned, and by what.
 *
 * @param outcome the answer
 * @param proved whether the uses are those that a decision would name for certain; false when the
 *     work that the case allows ended first
 * @param uses which holding serves which rule, as {@link Decision#uses()}; empty unless the award
 *     is earned
 */
public record Verdict(Outcome outcome, boolean proved, List<Use> uses) {
  public Verdict {
    Objects.requireNonNull(outcome, "outcome");
    uses = List.copyOf(uses);
  }
}
