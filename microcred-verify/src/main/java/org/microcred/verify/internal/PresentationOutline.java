package org.microcred.verify.internal;

import java.util.List;
import java.util.Optional;
import org.microcred.model.Credential;
import org.microcred.model.Presentation;
import org.microcred.verify.VerificationReport;

/**
 * All that a verification found out about a presentation, before it is a report.
 *
 * @param id what it calls itself
 * @param presentation what was read, believed or not
 * @param holder who signed it
 * @param credentials those in it that are verified
 */
public record PresentationOutline(
    Outline outline,
    Optional<String> id,
    Optional<Presentation> presentation,
    Optional<String> holder,
    List<Credential> credentials) {

  /** The verdict that follows from the required checks. */
  public VerificationReport.Outcome verdict() {
    return outline.verdict(presentation.isPresent());
  }
}
