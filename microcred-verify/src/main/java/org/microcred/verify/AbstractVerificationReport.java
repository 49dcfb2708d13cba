package org.microcred.verify;

import java.util.Optional;
import org.microcred.model.Credential;
import org.microcred.verify.internal.Outline;

/** What all reports on credentials have. */
abstract class AbstractVerificationReport extends AbstractReport {
  private final Outline outline;

  AbstractVerificationReport(Outline outline) {
    super(outline);
    this.outline = outline;
  }

  public Optional<String> credentialId() {
    return outline.credentialId();
  }

  public Optional<Credential> unverifiedCredential() {
    return outline.credential();
  }
}
