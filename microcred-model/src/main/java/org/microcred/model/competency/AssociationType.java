package org.microcred.model.competency;

import java.util.List;
import java.util.Objects;
import org.microcred.model.Vocabulary;

/**
 * How the origin of an association stands to its destination. An extensible vocabulary: a value of
 * a publisher's own begins with {@code ext:}, but any text is kept as it is.
 *
 * @param value the term as it stands in JSON, such as {@code isChildOf}
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, CFAssociationTypeExtEnum
 */
public record AssociationType(String value) implements Vocabulary {
  /** The origin stands below the destination in the framework's tree. */
  public static final AssociationType IS_CHILD_OF = new AssociationType("isChildOf");

  /** The origin stands beside the destination. */
  public static final AssociationType IS_PEER_OF = new AssociationType("isPeerOf");

  /** The origin is a part of the destination. */
  public static final AssociationType IS_PART_OF = new AssociationType("isPartOf");

  /** Both say the same. */
  public static final AssociationType EXACT_MATCH_OF = new AssociationType("exactMatchOf");

  /** The origin comes before the destination. */
  public static final AssociationType PRECEDES = new AssociationType("precedes");

  /** The two have something to do with each other. */
  public static final AssociationType IS_RELATED_TO = new AssociationType("isRelatedTo");

  /** The destination takes the place of the origin. */
  public static final AssociationType REPLACED_BY = new AssociationType("replacedBy");

  /** The destination shows what the origin means. */
  public static final AssociationType EXEMPLAR = new AssociationType("exemplar");

  /** The destination is a level of skill for the origin. */
  public static final AssociationType HAS_SKILL_LEVEL = new AssociationType("hasSkillLevel");

  /** The origin says the same as the destination in another language. New in CASE 1.1. */
  public static final AssociationType IS_TRANSLATION_OF = new AssociationType("isTranslationOf");

  private static final List<AssociationType> STANDARD =
      List.of(
          IS_CHILD_OF,
          IS_PEER_OF,
          IS_PART_OF,
          EXACT_MATCH_OF,
          PRECEDES,
          IS_RELATED_TO,
          REPLACED_BY,
          EXEMPLAR,
          HAS_SKILL_LEVEL,
          IS_TRANSLATION_OF);

  public AssociationType {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the terms of the specification} */
  public static List<AssociationType> standard() {
    return STANDARD;
  }

  @Override
  public boolean isStandard() {
    return STANDARD.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
