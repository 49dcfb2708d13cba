package org.microcred.model;

import org.microcred.model.competency.AssociationType;
import org.microcred.model.competency.TargetType;

/** A term of an extensible vocabulary (Open Badges 3.0, "Extensible vocabularies"). Immutable. */
public sealed interface Vocabulary
    permits AchievementType,
        AlignmentTargetType,
        AssociationType,
        IdentifierType,
        ResultType,
        TargetType {
  /** The prefix of a term that is not the specification's. */
  String EXTENSION_PREFIX = "ext:";

  /** {@return the term as it stands in JSON} */
  String value();

  /** {@return whether the specification defines the term} */
  boolean isStandard();

  /**
   * {@return whether the term is an extension as the specification wants it: {@code ext:} and then
   * letters, digits, dots, hyphens or underscores, beginning with no hyphen, which the pattern of
   * the official schemas does not take for a part of it}
   */
  default boolean isExtension() {
    String term = value();
    if (!term.startsWith(EXTENSION_PREFIX) || term.length() == EXTENSION_PREFIX.length()) {
      return false;
    }
    if (term.charAt(EXTENSION_PREFIX.length()) == '-') {
      return false;
    }
    for (int i = EXTENSION_PREFIX.length(); i < term.length(); i++) {
      char c = term.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
