package org.microcred.model;

import java.util.Objects;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Terms;
import org.microcred.model.json.JsonObject;

/**
 * An identifier of a thing in a system of someone's (Open Badges 3.0, IdentifierEntry).
 *
 * @param identifier the identifier
 * @param identifierType what kind of identifier it is
 */
public record IdentifierEntry(String identifier, IdentifierType identifierType) {
  public IdentifierEntry {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(identifierType, "identifierType");
  }

  static IdentifierEntry read(Cursor in) {
    in.constantType("IdentifierEntry");
    IdentifierEntry entry =
        new IdentifierEntry(
            in.text("identifier"), Terms.of(in, "identifierType", IdentifierType::new));
    in.refuseMore("an identifier entry");
    return entry;
  }

  /** {@return this entry as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("type", "IdentifierEntry")
        .put("identifier", identifier)
        .put("identifierType", identifierType.value())
        .build();
  }
}
