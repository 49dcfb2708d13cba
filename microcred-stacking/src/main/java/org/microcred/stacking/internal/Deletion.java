package org.microcred.stacking.internal;

import java.time.Instant;
import java.util.Comparator;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.Holding;

/** The two orders of holdings: by identity, and the one in which they are given up. */
final class Deletion {
  /** By everything a holding says, its id first: independent of the order they came in. */
  static final Comparator<Holding> BY_ID =
      Comparator.comparing(Holding::id)
          .thenComparing(h -> h.issuer().orElse(""))
          .thenComparing(h -> h.digest().orElse(""))
          .thenComparing(Holding::toString)
          .thenComparing(h -> h.document().map(JsonObject::toString).orElse(""));

  /** Soonest to expire first, never last; then latest awarded; then id. */
  static final Comparator<Holding> ORDER =
      Comparator.comparing((Holding h) -> h.expires().orElse(Instant.MAX))
          .thenComparing(h -> h.awarded().orElse(Instant.MIN), Comparator.<Instant>reverseOrder())
          .thenComparing(BY_ID);

  private Deletion() {}
}
