package org.microcred.model;

import java.util.List;
import java.util.Objects;

/**
 * What kind of node an alignment points to. An extensible vocabulary: a value of an issuer's own
 * begins with {@code ext:}, but any text is kept as it is.
 *
 * @param value the term as it stands in JSON, such as {@code CFItem}
 * @see <a href="https://www.imsglobal.org/spec/ob/v3p0/">Open Badges 3.0</a>, AlignmentTargetType
 */
public record AlignmentTargetType(String value) implements Vocabulary {
  /** A competency in CTDL-ASN. */
  public static final AlignmentTargetType COMPETENCY = new AlignmentTargetType("ceasn:Competency");

  /** A credential in CTDL. */
  public static final AlignmentTargetType CREDENTIAL =
      new AlignmentTargetType("ceterms:Credential");

  /** An item of a CASE framework. */
  public static final AlignmentTargetType CF_ITEM = new AlignmentTargetType("CFItem");

  /** A rubric of a CASE framework. */
  public static final AlignmentTargetType CF_RUBRIC = new AlignmentTargetType("CFRubric");

  /** A rubric criterion of a CASE framework. */
  public static final AlignmentTargetType CF_RUBRIC_CRITERION =
      new AlignmentTargetType("CFRubricCriterion");

  /** A rubric criterion level of a CASE framework. */
  public static final AlignmentTargetType CF_RUBRIC_CRITERION_LEVEL =
      new AlignmentTargetType("CFRubricCriterionLevel");

  /** An item of the Credential Engine registry. */
  public static final AlignmentTargetType CTDL = new AlignmentTargetType("CTDL");

  private static final List<AlignmentTargetType> STANDARD =
      List.of(
          COMPETENCY,
          CREDENTIAL,
          CF_ITEM,
          CF_RUBRIC,
          CF_RUBRIC_CRITERION,
          CF_RUBRIC_CRITERION_LEVEL,
          CTDL);

  public AlignmentTargetType {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the terms of the specification} */
  public static List<AlignmentTargetType> standard() {
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
