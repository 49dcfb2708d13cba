package org.microcred.verify.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.microcred.model.SafeText;
import org.microcred.verify.Check;
import org.microcred.verify.Problem;
import org.microcred.verify.VerificationEvent;
import org.microcred.verify.VerificationListener;
import org.microcred.verify.VerificationReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the caller's listener, and the log, what one call does. Confined to the calling thread. */
final class Observer {
  private static final Logger LOG = LoggerFactory.getLogger("org.microcred.verify");

  private final Optional<VerificationListener> listener;
  private final long started = System.nanoTime();
  private boolean begun;

  Observer(Optional<VerificationListener> listener) {
    this.listener = listener;
  }

  /** When work on a document began: on the first one with the call, reading it included. */
  long begin() {
    long at = begun ? System.nanoTime() : started;
    begun = true;
    return at;
  }

  void checked(Check.Id id, Check.Outcome outcome, long nanos) {
    tell(new VerificationEvent.Checked(id, outcome, Duration.ofNanos(nanos)));
  }

  void fetched(URI url, VerificationEvent.Fetched.Result result, long start) {
    String host = url.getHost() == null ? "" : SafeText.of(url.getHost());
    tell(new VerificationEvent.Fetched(host, result, since(start)));
  }

  void verified(Outline outline, VerificationReport.Outcome outcome) {
    List<String> codes =
        outline.checks().stream()
            .flatMap(check -> check.problems().stream())
            .map(Problem::code)
            .distinct()
            .toList();
    Duration took = since(started);
    String form = SafeText.of(outline.form());
    LOG.debug(
        "verified form={} outcome={} codes={} millis={}", form, outcome, codes, took.toMillis());
    tell(new VerificationEvent.Verified(form, outcome, codes, took));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void tell(VerificationEvent event) {
    if (listener.isPresent()) {
      try {
        listener.get().on(event);
      } catch (RuntimeException ignored) {
        // a listener has no part in the answer
      }
    }
  }
}
