package org.microcred.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading a document as a credential. Nothing is verified: it says what the document
 * claims, not that it is true.
 *
 * @param credential the credential, when there are neither failures nor unknowns
 * @param findings every broken rule, and what a person should know all the same
 */
public record Reading(Optional<Credential> credential, Findings findings) {
  public Reading {
    Objects.requireNonNull(credential, "credential");
    Objects.requireNonNull(findings, "findings");
    if (credential.isPresent() != findings.passed()) {
      throw new IllegalArgumentException("credential: present exactly when the findings passed");
    }
  }
}
