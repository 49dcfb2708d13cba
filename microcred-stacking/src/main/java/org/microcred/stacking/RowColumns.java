package org.microcred.stacking;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Which columns of plain rows say what. Columns that are not named here become facts under their
 * own names ({@code "facts": {"hours": {"column": "Hours"}}}).
 *
 * <pre>{@code
 * RowColumns columns =
 *     RowColumns.of("course")
 *         .with(Attribute.LEARNER, "student")
 *         .with(Attribute.CREDITS, "hours")
 *         .with(Attribute.AWARDED, "finished");
 * }</pre>
 *
 * @param columns the name of the column of each attribute
 * @param separator what parts the values of an attribute that may have several, in CSV
 */
public record RowColumns(Map<Attribute, String> columns, String separator) {
  /** What rules can see of a holding, and whose it is. */
  public enum Attribute {
    /** The id of the credential; the number of the line unless there is a column. */
    ID,
    /** Whose it is. */
    LEARNER,
    /** The id of the achievement. */
    ACHIEVEMENT,
    /** The name of the achievement. */
    NAME,
    /** The id of the issuer. */
    ISSUER,
    /** The id of the assessor. */
    SOURCE,
    /** The credits: a decimal number that is not negative, with a point. */
    CREDITS,
    /** Tags, several. */
    TAGS,
    /** Target URLs of alignments, several. */
    ALIGNMENTS,
    /** The value of the overall result. */
    RESULT,
    /** The status of the result, as Open Badges spells it: {@code Completed}. */
    STATUS,
    /** Whether the issuer stands by it: a name of {@link Holding.Status}, in any case. */
    STANDING,
    /** When it was earned: a day or a point in time with its offset. */
    AWARDED,
    /** From when on it is valid: a point in time with its offset. */
    VALID_FROM,
    /** Ids of other awards that it serves already, several. */
    USED_IN,
    /** Until when it is valid: a day or a point in time with its offset. */
    EXPIRES
  }

  public RowColumns {
    columns = Collections.unmodifiableMap(new EnumMap<>(columns));
    Objects.requireNonNull(separator, "separator");
    if (!columns.containsKey(Attribute.ACHIEVEMENT)) {
      throw new IllegalArgumentException("columns names no column for the achievement");
    }
    if (separator.isEmpty()) {
      throw new IllegalArgumentException("separator is empty");
    }
  }

  /**
   * {@return columns that have the names of their attributes, in lower case: {@code id}, {@code
   * learner}, {@code achievement}, …, {@code valid_from}, {@code used_in}}
   *
   * @param names the columns that there are; all others become facts, and the achievement has to be
   *     among them
   */
  public static RowColumns named(Collection<String> names) {
    Map<Attribute, String> columns = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      String name = attribute.name().toLowerCase(Locale.ROOT);
      if (attribute == Attribute.ACHIEVEMENT || names.contains(name)) {
        columns.put(attribute, name);
      }
    }
    return new RowColumns(columns, ";");
  }

  /**
   * {@return columns of which only one is named}
   *
   * @param achievement the column of the achievement
   */
  public static RowColumns of(String achievement) {
    return new RowColumns(Map.of(Attribute.ACHIEVEMENT, achievement), ";");
  }

  /**
   * {@return these columns and one more}
   *
   * @param attribute what it says
   * @param column its name
   */
  public RowColumns with(Attribute attribute, String column) {
    Map<Attribute, String> more = new EnumMap<>(columns);
    more.put(
        Objects.requireNonNull(attribute, "attribute"), Objects.requireNonNull(column, "column"));
    return new RowColumns(more, separator);
  }
}
