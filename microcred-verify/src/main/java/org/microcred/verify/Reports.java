package org.microcred.verify;

import org.microcred.verify.internal.Outline;
import org.microcred.verify.internal.PresentationOutline;

/** Draws the conclusion: an outline becomes a verified, rejected or undetermined report. */
final class Reports {
  private Reports() {}

  static VerificationReport of(Outline outline) {
    return switch (outline.verdict()) {
      case VERIFIED -> new VerificationReport.Verified(outline, outline.credential().orElseThrow());
      case REJECTED -> new VerificationReport.Rejected(outline);
      case UNDETERMINED -> new VerificationReport.Undetermined(outline);
    };
  }

  static PresentationReport of(PresentationOutline presented) {
    return switch (presented.verdict()) {
      case VERIFIED ->
          new PresentationReport.Verified(presented, presented.presentation().orElseThrow());
      case REJECTED -> new PresentationReport.Rejected(presented);
      case UNDETERMINED -> new PresentationReport.Undetermined(presented);
    };
  }
}
