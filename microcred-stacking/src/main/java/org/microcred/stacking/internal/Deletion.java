package org.microcred.stacking.internal;

import java.time.Instant;
import java.util.Comparator;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.Holding;

/** The two orders of holdings: by identity, and the one in which they are given up. */
final class Deletion {
  /** By everything a holding says, its id first: independent of the order they came in. */
  static final Comparator<Holding> BY_ID = Deletion::compareIds;

  private static final Comparator<Holding> WITHIN_ID =
      Comparator.comparing((Holding h) -> h.issuer().orElse(""))
          .thenComparing(h -> h.digest().orElse(""))
          .thenComparing(Holding::toString)
          .thenComparing(h -> h.document().map(JsonObject::toString).orElse(""));

  /** Soonest to expire first, never last; then latest awarded; then id. */
  static final Comparator<Holding> ORDER = Deletion::compare;

  private Deletion() {}

  private static int compareIds(Holding a, Holding b) {
    int ids = a.id().compareTo(b.id());
    return ids != 0 ? ids : WITHIN_ID.compare(a, b);
  }

  private static int compare(Holding a, Holding b) {
    int expires = a.expires().orElse(Instant.MAX).compareTo(b.expires().orElse(Instant.MAX));
    if (expires != 0) {
      return expires;
    }
    int awarded = b.awarded().orElse(Instant.MIN).compareTo(a.awarded().orElse(Instant.MIN));
    return awarded != 0 ? awarded : compareIds(a, b);
  }
}
