package org.microcred.crypto;

import java.util.Optional;

/** A verification relationship: what a controller lets a key be used for (CID 1.0 §2.3). */
public enum Relationship {
  /** To say who one is: presentations. */
  AUTHENTICATION("authentication"),
  /** To state claims: credentials. */
  ASSERTION_METHOD("assertionMethod");

  private final String term;

  Relationship(String term) {
    this.term = term;
  }

  /** {@return the name on the wire, in controller documents and as {@code proofPurpose}} */
  public String term() {
    return term;
  }

  /**
   * {@return the relationship of that name, or empty when it is none of these}
   *
   * @param term the name on the wire
   */
  public static Optional<Relationship> of(String term) {
    for (Relationship relationship : values()) {
      if (relationship.term.equals(term)) {
        return Optional.of(relationship);
      }
    }
    return Optional.empty();
  }
}
