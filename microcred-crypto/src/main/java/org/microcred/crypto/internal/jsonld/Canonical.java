package org.microcred.crypto.internal.jsonld;

import java.util.Map;
import java.util.Optional;
import org.microcred.model.Findings;

/**
 * What canonicalisation gave.
 *
 * @param nquads the canonical form (RDFC-1.0), every quad with its line feed; empty unless the
 *     context and work findings passed
 * @param labels blank node labels before canonicalisation to those after it
 * @param context whether every part of the document is in the quads, as its contexts say
 * @param work whether the work stayed within its budget
 */
public record Canonical(
    Optional<String> nquads, Map<String, String> labels, Findings context, Findings work) {
  public Canonical {
    labels = Map.copyOf(labels);
  }

  /** Why there are no quads, without warnings. */
  public Findings obstacles() {
    return new Findings(
        context.and(work).failures(), context.and(work).unknowns(), java.util.List.of());
  }
}
