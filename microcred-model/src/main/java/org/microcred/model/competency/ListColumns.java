package org.microcred.model.competency;

import java.util.Objects;
import java.util.Optional;

/**
 * Which columns of a plain list hold what. Every column named here must be there, in any order; the
 * others are not read.
 *
 * <pre>{@code
 * ListColumns esco = ListColumns.of("conceptUri", "preferredLabel").withDescription("description");
 * ListColumns ctdl =
 *     ListColumns.of("@id", "ceasn:competencyText")
 *         .withParent("ceasn:isChildOf")
 *         .withCode("ceasn:codedNotation");
 * }</pre>
 *
 * @param uri names the competency, an absolute URI
 * @param label its text
 * @param parent the URI of the competency that it stands below, or several parted by {@code |}; an
 *     empty cell means the framework itself. A parent need not be in the list
 * @param description more about it
 * @param code its code for people
 */
public record ListColumns(
    String uri,
    String label,
    Optional<String> parent,
    Optional<String> description,
    Optional<String> code) {
  /** The columns {@code uri}, {@code label} and {@code parent}. */
  public static final ListColumns PLAIN = of("uri", "label").withParent("parent");

  public ListColumns {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(code, "code");
  }

  /**
   * {@return the columns of a list without a tree}
   *
   * @param uri names the competency
   * @param label its text
   */
  public static ListColumns of(String uri, String label) {
    return new ListColumns(uri, label, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * {@return these columns and one for what a competency stands below}
   *
   * @param column its name
   */
  public ListColumns withParent(String column) {
    return new ListColumns(uri, label, Optional.of(column), description, code);
  }

  /**
   * {@return these columns and one for more about a competency}
   *
   * @param column its name
   */
  public ListColumns withDescription(String column) {
    return new ListColumns(uri, label, parent, Optional.of(column), code);
  }

  /**
   * {@return these columns and one for codes}
   *
   * @param column its name
   */
  public ListColumns withCode(String column) {
    return new ListColumns(uri, label, parent, description, Optional.of(column));
  }
}
