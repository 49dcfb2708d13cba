package org.microcred.model;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * How an achievement is earned (Open Badges 3.0, Criteria).
 *
 * @param id the URI of a web page that describes the criteria
 * @param narrative what is needed, in words; Markdown is allowed
 * @param more the members that this type does not know
 */
public record Criteria(@Uri Optional<String> id, Optional<String> narrative, JsonObject more) {
  public Criteria {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(narrative, "narrative");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return criteria that stand on a web page}
   *
   * @param id the page's URI
   */
  public static Criteria at(String id) {
    return new Criteria(Optional.of(id), Optional.empty(), JsonObject.EMPTY);
  }

  /**
   * {@return criteria in words}
   *
   * @param narrative what is needed; Markdown is allowed
   */
  public static Criteria of(String narrative) {
    return new Criteria(Optional.empty(), Optional.of(narrative), JsonObject.EMPTY);
  }

  static Criteria read(Cursor in) {
    return in.checked(new Criteria(in.optionalText("id"), in.optionalText("narrative"), in.more()));
  }

  /** {@return these criteria as JSON} */
  public JsonObject toJson() {
    return new Members().text("id", id).text("narrative", narrative).with(more);
  }
}
