package org.microcred.stacking;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition on the very holdings that a rule uses ({@code ofWhich}): a minimum, a residency, a
 * cap, a mean. It takes no holdings of its own.
 *
 * @param id the name of the part: the author's, or its JSON pointer
 * @param from which of the holdings it looks at; those that its parent looks at, too
 * @param measure what it adds up
 * @param atLeast how much there must be, or empty when there is no minimum
 * @param atMost how much there may be, or empty when there is no cap
 * @param ofWhich conditions on the holdings that this part looks at
 * @param note a remark
 */
public record Part(
    String id,
    Filter from,
    PartMeasure measure,
    Optional<Bound> atLeast,
    Optional<Bound> atMost,
    List<Part> ofWhich,
    Optional<String> note) {
  public Part {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(atLeast, "atLeast");
    Objects.requireNonNull(atMost, "atMost");
    ofWhich = List.copyOf(ofWhich);
    Objects.requireNonNull(note, "note");
  }
}
