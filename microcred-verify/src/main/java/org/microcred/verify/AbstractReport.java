package org.microcred.verify;

import java.time.Instant;
import java.util.List;
import org.microcred.verify.internal.Outline;

/** What all reports have. */
abstract class AbstractReport {
  private final Outline outline;
  private final List<VerificationReport.Embedded> embedded;

  AbstractReport(Outline outline) {
    this.outline = outline;
    this.embedded =
        outline.embedded().stream()
            .map(
                child ->
                    new VerificationReport.Embedded(child.pointer(), Reports.of(child.outline())))
            .toList();
  }

  public Instant verifiedAt() {
    return outline.verifiedAt();
  }

  public String form() {
    return outline.form();
  }

  public List<Check> checks() {
    return outline.checks();
  }

  public List<Fetched> fetched() {
    return outline.fetched();
  }

  public List<VerificationReport.Embedded> embedded() {
    return embedded;
  }

  public abstract VerificationReport.Outcome outcome();

  @Override
  public String toString() {
    return outcome() + " " + outline.form();
  }
}
