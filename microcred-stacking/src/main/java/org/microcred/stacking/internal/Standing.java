package org.microcred.stacking.internal;

import java.time.Instant;
import java.util.Optional;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Reason;
import org.microcred.stacking.Scope;

/** Whether a holding stands: now, when it was earned, at any time. */
final class Standing {
  private Standing() {}

  /** Why a holding does not stand at an instant, or empty when it does. */
  static Optional<Reason> lapse(Holding holding, Instant now, Days days) {
    if (holding.status() == Holding.Status.REVOKED) {
      return Optional.of(Reason.REVOKED);
    } else if (days.isExpired(holding, now)) {
      return Optional.of(Reason.EXPIRED);
    }
    return holding.status() == Holding.Status.SUSPENDED
        ? Optional.of(Reason.SUSPENDED)
        : Optional.empty();
  }

  /** Whether a holding that lapsed stood when a rule wants it to have stood. */
  static Truth test(Scope.InForce inForce, Holding holding, Days days) {
    return switch (inForce) {
      case NOW -> Truth.FALSE;
      case WHEN_EARNED -> holding.awarded().map(at -> at(holding, at, days)).orElse(Truth.UNKNOWN);
      case EVER ->
          holding.status() == Holding.Status.REVOKED
              ? holding
                  .statusSince()
                  .map(since -> begins(holding).map(since::isAfter).orElse(true))
                  .map(Truth::of)
                  .orElse(Truth.FALSE)
              : Truth.TRUE;
    };
  }

  private static Optional<Instant> begins(Holding holding) {
    return holding.validFrom().or(holding::awarded);
  }

  private static Truth at(Holding holding, Instant at, Days days) {
    if (days.isExpired(holding, at)) {
      return Truth.FALSE;
    }
    return switch (holding.status()) {
      case REVOKED ->
          holding.statusSince().map(since -> Truth.of(since.isAfter(at))).orElse(Truth.FALSE);
      case SUSPENDED ->
          holding.statusSince().map(since -> Truth.of(since.isAfter(at))).orElse(Truth.UNKNOWN);
      default -> Truth.TRUE;
    };
  }
}
