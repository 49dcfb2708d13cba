package org.microcred.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Terms;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * How two achievements of a learner record, and the credentials that award them, relate (CLR 2.0,
 * Association).
 *
 * @param associationType how the source relates to the target
 * @param sourceId the id of the source achievement
 * @param targetId the id of the target achievement
 */
public record Association(
    AssociationType associationType, @Uri String sourceId, @Uri String targetId) {
  public Association {
    Objects.requireNonNull(associationType, "associationType");
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(targetId, "targetId");
  }

  static Association read(Cursor in) {
    in.constantType("Association");
    Association association =
        in.checked(
            new Association(
                Terms.closed(
                        in,
                        "associationType",
                        in.text("associationType"),
                        AssociationType::of,
                        List.of(AssociationType.values()))
                    .orElse(AssociationType.IS_RELATED_TO),
                in.text("sourceId"),
                in.text("targetId")));
    in.refuseMore("an association");
    return association;
  }

  /** Warns of an end that is none of these achievements and credentials. */
  Association resolved(Cursor in, Set<String> known) {
    resolve(in, "sourceId", sourceId, known);
    resolve(in, "targetId", targetId, known);
    return this;
  }

  private static void resolve(Cursor in, String name, String id, Set<String> known) {
    if (in.isSound(name) && !known.contains(id)) {
      in.warn("clr.association", in.pointer().child(name), SafeText.quote(id));
    }
  }

  /** {@return this association as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("type", "Association")
        .put("associationType", associationType.value())
        .put("sourceId", sourceId)
        .put("targetId", targetId)
        .build();
  }
}
