package org.microcred.model.openbadges2;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/**
 * A person or an organisation: an issuer, an endorser, a recipient (Open Badges 2.0, Profile). An
 * issuer has a name, a url and an email address; others need not.
 *
 * @param source the profile as it was read
 * @param id its URI
 * @param types what it is: {@code Issuer} or {@code Profile} among them
 * @param name its name
 * @param url its home page
 * @param telephone its telephone number
 * @param description a short description
 * @param image a picture or logo
 * @param email its email address
 * @param publicKeys the keys that sign its assertions
 * @param verification how its assertions are verified
 * @param revocationList the URL of the list of signed assertions that it has revoked
 * @param endorsements what others say about it
 * @param related profiles that are the same for most purposes
 * @param version its version
 * @param more the members that this type does not know
 */
public record Profile(
    Source source,
    @Uri String id,
    List<@NotBlank String> types,
    Optional<String> name,
    @Uri Optional<String> url,
    Optional<String> telephone,
    Optional<String> description,
    Optional<@Valid Image> image,
    Optional<String> email,
    List<Reference<CryptographicKey>> publicKeys,
    Optional<@Valid VerificationObject> verification,
    @Uri Optional<String> revocationList,
    List<Reference<Endorsement>> endorsements,
    List<@Valid Related> related,
    Optional<String> version,
    JsonObject more)
    implements BadgeObject {
  private static final String ISSUER = "Issuer";
  private static final String PROFILE = "Profile";

  public Profile {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(telephone, "telephone");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(email, "email");
    publicKeys = List.copyOf(publicKeys);
    Objects.requireNonNull(verification, "verification");
    Objects.requireNonNull(revocationList, "revocationList");
    endorsements = List.copyOf(endorsements);
    related = List.copyOf(related);
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(more, "more");
  }

  /**
   * Reads JSON as a profile. Never throws on what is in it.
   *
   * @param json the document
   * @return the profile, or every rule that it breaks
   */
  public static Reading<Profile> read(JsonObject json) {
    return BadgeReader.read(json, Profile::from);
  }

  /**
   * Reads untrusted bytes as a profile, within the default limits.
   *
   * @param utf8 the document as JSON
   * @return the profile, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Profile parse(byte[] utf8) throws InvalidDocumentException {
    return BadgeReader.parse(utf8, Profile::from);
  }

  /** As the issuer of a badge class, whatever its type says. */
  static Profile issuer(Cursor in) {
    in.required("name");
    in.required("url");
    in.required("email");
    return any(in);
  }

  static Profile from(Cursor in) {
    return in.object().list("type").contains(new JsonString(ISSUER)) ? issuer(in) : any(in);
  }

  private static Profile any(Cursor in) {
    Profile profile =
        in.checked(
            new Profile(
                Source.read(in),
                in.text("id"),
                in.types(),
                in.optionalText("name"),
                in.optionalText("url"),
                in.optionalText("telephone"),
                in.optionalText("description"),
                Linked.optional(in, "image", Image::at, Image::read),
                in.optionalText("email"),
                Linked.references(in, "publicKey", CryptographicKey::from),
                in.optionalObject("verification", VerificationObject::readOfAll),
                in.optionalText("revocationList"),
                Linked.references(in, "endorsement", Endorsement::from),
                Linked.all(in, "related", Related::to, Related::read),
                Values.version(in),
                in.more()));
    if (in.isSound("type") && !profile.types.contains(ISSUER) && !profile.types.contains(PROFILE)) {
      in.fail(
          "model.type#either",
          in.pointer().child("type"),
          SafeText.quote(ISSUER),
          SafeText.quote(PROFILE));
    }
    return profile;
  }
}
