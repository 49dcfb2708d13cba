package org.microcred.model;

import jakarta.validation.groups.Default;

/** Which specifications a document is held against: a data model, with or without Open Badges. */
record Conformance(DataModel dataModel, boolean openBadge) {
  private static final Class<?>[] PLAIN = {Default.class};
  private static final Class<?>[] BADGE = {Default.class, OpenBadges.class};

  /** Bean Validation group of the constraints that Open Badges 3.0 adds to shared types. */
  interface OpenBadges {}

  /** {@return the Bean Validation groups to check} */
  Class<?>[] groups() {
    return (openBadge ? BADGE : PLAIN).clone();
  }
}
