package org.microcred.model;

import java.util.Optional;

/**
 * How a source achievement relates to a target achievement (CLR 2.0, AssociationType): a closed
 * vocabulary.
 */
public enum AssociationType {
  /** The source is equivalent to the target. */
  EXACT_MATCH_OF("exactMatchOf"),
  /** The source is a child of the target. */
  IS_CHILD_OF("isChildOf"),
  /** The source is the parent of the target. */
  IS_PARENT_OF("isParentOf"),
  /** The source is a part of the target. */
  IS_PART_OF("isPartOf"),
  /** The source is a peer of the target. */
  IS_PEER_OF("isPeerOf"),
  /** The source has to do with the target in another way. */
  IS_RELATED_TO("isRelatedTo"),
  /** The source comes before the target. */
  PRECEDES("precedes"),
  /** The source was replaced by the target. */
  REPLACED_BY("replacedBy");

  private final String value;

  AssociationType(String value) {
    this.value = value;
  }

  /** {@return the term as it stands in JSON} */
  public String value() {
    return value;
  }

  /**
   * {@return the type of that name, or empty when there is none}
   *
   * @param value a term as it stands in JSON
   */
  public static Optional<AssociationType> of(String value) {
    for (AssociationType type : values()) {
      if (type.value.equals(value)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
