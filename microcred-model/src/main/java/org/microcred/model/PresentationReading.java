package org.microcred.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading a document as a presentation. Nothing is verified: it says what the document
 * claims, not that it is true.
 *
 * @param presentation the presentation, when there are neither failures nor unknowns
 * @param findings every broken rule, and what a person should know all the same
 */
public record PresentationReading(Optional<Presentation> presentation, Findings findings) {
  public PresentationReading {
    Objects.requireNonNull(presentation, "presentation");
    Objects.requireNonNull(findings, "findings");
    if (presentation.isPresent() != findings.passed()) {
      throw new IllegalArgumentException("presentation: present exactly when the findings passed");
    }
  }
}
