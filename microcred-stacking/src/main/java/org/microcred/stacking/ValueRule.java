package org.microcred.stacking;

import java.util.Objects;
import java.util.Optional;

/**
 * What credentials are worth to this policy, whatever they say themselves. The first rule that
 * applies to a holding counts.
 *
 * @param from which holdings it is about
 * @param credits their credits
 * @param note a remark for readers of the policy; it decides nothing
 */
public record ValueRule(Filter from, Amount credits, Optional<String> note) {
  public ValueRule {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(credits, "credits");
    Objects.requireNonNull(note, "note");
  }
}
