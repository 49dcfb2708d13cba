package org.microcred.verify;

import java.util.Optional;
import org.microcred.model.Presentation;
import org.microcred.verify.internal.PresentationOutline;

/** What all reports on presentations have. */
abstract class AbstractPresentationReport extends AbstractReport {
  private final PresentationOutline presented;

  AbstractPresentationReport(PresentationOutline presented) {
    super(presented.outline());
    this.presented = presented;
  }

  public Optional<String> presentationId() {
    return presented.id();
  }

  public Optional<Presentation> unverifiedPresentation() {
    return presented.presentation();
  }
}
