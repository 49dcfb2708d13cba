package org.microcred.model.openbadges2;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * The signed assertions that an issuer has revoked (Open Badges 2.0, Revocation List). It speaks
 * for the issuer whose profile names it, and for nobody else.
 *
 * @param source the list as it was read
 * @param types what it is: at least {@code RevocationList}
 * @param id its URI
 * @param issuer the id of the issuer
 * @param revokedAssertions what was revoked
 * @param more the members that this type does not know
 */
public record RevocationList(
    Source source,
    @Includes("RevocationList") List<@NotBlank String> types,
    @Uri Optional<String> id,
    @Uri Optional<String> issuer,
    List<@Valid RevokedAssertion> revokedAssertions,
    JsonObject more)
    implements BadgeObject {
  public RevocationList {
    Objects.requireNonNull(source, "source");
    types = List.copyOf(types);
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(issuer, "issuer");
    revokedAssertions = List.copyOf(revokedAssertions);
    Objects.requireNonNull(more, "more");
  }

  /**
   * Reads JSON as a revocation list. Never throws on what is in it.
   *
   * @param json the document
   * @return the list, or every rule that it breaks
   */
  public static Reading<RevocationList> read(JsonObject json) {
    return BadgeReader.read(json, RevocationList::from);
  }

  /**
   * Reads untrusted bytes as a revocation list, within the default limits.
   *
   * @param utf8 the document as JSON
   * @return the list, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static RevocationList parse(byte[] utf8) throws InvalidDocumentException {
    return BadgeReader.parse(utf8, RevocationList::from);
  }

  static RevocationList from(Cursor in) {
    in.required("revokedAssertions");
    return in.checked(
        new RevocationList(
            Source.read(in),
            in.types(),
            in.optionalText("id"),
            in.optionalText("issuer"),
            Linked.all(in, "revokedAssertions", RevokedAssertion::of, RevokedAssertion::read),
            in.more()));
  }

  /**
   * {@return the entry that revokes an assertion, by its id or, for old ones, its uid}
   *
   * @param assertion an assertion of the issuer whose list this is
   */
  public Optional<RevokedAssertion> revocationOf(Assertion assertion) {
    return revokedAssertions.stream()
        .filter(entry -> entry.revoked() && entry.names(assertion))
        .findFirst();
  }

  /**
   * {@return whether this list revokes an assertion}
   *
   * @param assertion an assertion of the issuer whose list this is
   */
  public boolean isRevoked(Assertion assertion) {
    return revocationOf(assertion).isPresent();
  }
}
