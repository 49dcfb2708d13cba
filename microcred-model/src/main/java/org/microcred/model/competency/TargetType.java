package org.microcred.model.competency;

import java.util.Objects;
import org.microcred.model.Vocabulary;

/**
 * What kind of framework an end of an association belongs to. An extensible vocabulary: a value of
 * a publisher's own begins with {@code ext:}, but any text is kept as it is.
 *
 * @param value the term as it stands in JSON
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>, TargetTypeExtEnum
 */
public record TargetType(String value) implements Vocabulary {
  /** A framework of CASE. */
  public static final TargetType CASE = new TargetType("CASE");

  public TargetType {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public boolean isStandard() {
    return equals(CASE);
  }

  @Override
  public String toString() {
    return value;
  }
}
