package org.microcred.model;

import java.util.Locale;

/** Which specifications a document is held against: a data model, with or without Open Badges. */
record Profiles(DataModel dataModel, boolean openBadge) {
  private static final Class<?>[] PLAIN = {jakarta.validation.groups.Default.class};
  private static final Class<?>[] BADGE = {
    jakarta.validation.groups.Default.class, OpenBadges.class
  };

  /** Bean Validation group of the constraints that Open Badges 3.0 adds to shared types. */
  interface OpenBadges {}

  /** {@return the Bean Validation groups to check} */
  Class<?>[] groups() {
    return (openBadge ? BADGE : PLAIN).clone();
  }

  @Override
  public String toString() {
    return dataModel.name().toLowerCase(Locale.ROOT) + (openBadge ? " with Open Badges 3.0" : "");
  }
}
