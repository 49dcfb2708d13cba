package org.microcred.model.openbadges2;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * A public key that signs assertions (Open Badges 2.0, CryptographicKey). Nobody should trust it
 * before the profile of its owner names it.
 *
 * @param source the key as it was read
 * @param types what it is; {@code CryptographicKey} unless the document says otherwise
 * @param id its URI
 * @param owner the id of the profile that it belongs to
 * @param publicKeyPem the key in PEM
 * @param more the members that this type does not know
 */
public record CryptographicKey(
    Source source,
    List<@NotBlank String> types,
    @Uri Optional<String> id,
    @Uri Optional<String> owner,
    Optional<String> publicKeyPem,
    JsonObject more)
    implements BadgeObject {
  public CryptographicKey {
    Objects.requireNonNull(source, "source");
    types = List.copyOf(types);
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(publicKeyPem, "publicKeyPem");
    Objects.requireNonNull(more, "more");
  }

  /**
   * Reads JSON as a key. Never throws on what is in it.
   *
   * @param json the document
   * @return the key, or every rule that it breaks
   */
  public static Reading<CryptographicKey> read(JsonObject json) {
    return BadgeReader.read(json, CryptographicKey::from);
  }

  /**
   * Reads untrusted bytes as a key, within the default limits.
   *
   * @param utf8 the document as JSON
   * @return the key, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static CryptographicKey parse(byte[] utf8) throws InvalidDocumentException {
    return BadgeReader.parse(utf8, CryptographicKey::from);
  }

  static CryptographicKey from(Cursor in) {
    return in.checked(
        new CryptographicKey(
            Source.read(in),
            Values.types(in, "CryptographicKey"),
            in.optionalText("id"),
            in.optionalText("owner"),
            in.optionalText("publicKeyPem"),
            in.more()));
  }
}
