package org.microcred.model.openbadges2;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * An entry of a {@link RevocationList}, by its id alone or with more (Open Badges 2.0,
 * revokedAssertions).
 *
 * @param types what it is; {@code Assertion} unless the document says otherwise
 * @param id the id of the assertion; it or the uid is there
 * @param uid what identified the assertion before it had an id
 * @param revoked whether it is revoked: true unless the document says otherwise
 * @param revocationReason why it was revoked
 * @param more the members that this type does not know
 */
public record RevokedAssertion(
    List<@NotBlank String> types,
    @Uri Optional<String> id,
    Optional<String> uid,
    boolean revoked,
    Optional<String> revocationReason,
    JsonObject more) {
  private static final String TYPE = "Assertion";

  public RevokedAssertion {
    types = List.copyOf(types);
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(uid, "uid");
    Objects.requireNonNull(revocationReason, "revocationReason");
    Objects.requireNonNull(more, "more");
  }

  static RevokedAssertion of(String id) {
    return new RevokedAssertion(
        List.of(TYPE), Optional.of(id), Optional.empty(), true, Optional.empty(), JsonObject.EMPTY);
  }

  static RevokedAssertion read(Cursor in) {
    RevokedAssertion entry =
        in.checked(
            new RevokedAssertion(
                Values.types(in, TYPE),
                in.optionalText("id"),
                in.optionalText("uid"),
                !in.object().has("revoked") || in.flag("revoked"),
                in.optionalText("revocationReason"),
                in.more()));
    if (!in.object().has("id") && !in.object().has("uid")) {
      in.fail("ob2.revoked-assertion", in.pointer());
    }
    return entry;
  }

  boolean names(Assertion assertion) {
    return id.filter(assertion.id()::equals).isPresent()
        || (uid.isPresent() && uid.equals(assertion.uid()));
  }
}
