package org.microcred.model.openbadges2;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;

/**
 * Another badge object: by its URI alone, or as the whole document with the URI that it says it has
 * (Open Badges 2.0, "Open Badges in Linked Data"). An embedded document is what this document
 * claims; the one at the URI may differ.
 *
 * @param <T> what it is
 * @param id its URI; empty only for an embedded key that says none
 * @param document the document, when it is embedded
 */
public record Reference<T extends BadgeObject>(Optional<String> id, Optional<T> document) {
  public Reference {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(document, "document");
  }

  static <T extends BadgeObject> Reference<T> to(String id) {
    return new Reference<>(Optional.of(id), Optional.empty());
  }

  /** The object at the cursor, whose id the reader of the document judges. */
  static <T extends BadgeObject> Reference<T> embedded(Cursor in, T document) {
    return new Reference<>(in.object().string("id"), Optional.of(document));
  }
}
