package org.microcred.verify.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.microcred.model.Credential;
import org.microcred.model.DataModel;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonPointer;

/** validFrom ≤ now ≤ validUntil, give or take the clock skew (VC Data Model 2.0 §4.9). */
final class ValidityCheck {
  private ValidityCheck() {}

  static Answer of(Credential credential, Session session) {
    Instant now = session.now();
    Duration skew = session.settings().clockSkew();
    DataModel model = credential.dataModel();
    Optional<Instant> from = credential.validFrom();
    Optional<Instant> until = credential.validUntil();
    if (from.isPresent() && now.plus(skew).isBefore(from.get())) {
      return Answer.failed(
          "validity.not-yet",
          JsonPointer.ROOT.child(model.validFromMember()),
          "not valid before " + from.get() + ", and it is " + now);
    }
    if (until.isPresent() && now.minus(skew).isAfter(until.get())) {
      return Answer.failed(
          "validity.expired",
          JsonPointer.ROOT.child(model.validUntilMember()),
          "expired on " + until.get() + ", and it is " + now);
    }
    return Answer.of(
        Findings.none(), "at " + now + until.map(u -> ", until " + u).orElse(", no end"));
  }
}
