package org.microcred.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Conformance;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Dates;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * A person or an organisation: an issuer, a creator, an assessor (Open Badges 3.0, Profile).
 *
 * @param id its URI, mostly a DID or the URL of its page
 * @param types what it is: at least {@code Profile} in Open Badges; none when only the id is known
 * @param name its name
 * @param url its home page
 * @param phone its telephone number
 * @param description a short description
 * @param endorsements what others say of it, signed with Data Integrity
 * @param endorsementJwts what others say of it, as compact JWS
 * @param image a picture or logo
 * @param email its email address
 * @param address its postal address
 * @param otherIdentifiers its identifiers in systems of others
 * @param official the name of an authorised official, when it is an organisation
 * @param parentOrg the organisation that it belongs to
 * @param personName the parts of its name, when it is a person
 * @param dateOfBirth its date of birth, when it is a person
 * @param more the members that this type does not know
 */
public record Profile(
    @Uri String id,
    @Includes(value = "Profile", groups = Conformance.OpenBadges.class)
        List<@NotBlank String> types,
    Optional<String> name,
    @Uri Optional<String> url,
    Optional<String> phone,
    Optional<String> description,
    List<EndorsementCredential> endorsements,
    List<String> endorsementJwts,
    Optional<@Valid Image> image,
    Optional<String> email,
    Optional<@Valid Address> address,
    List<@Valid IdentifierEntry> otherIdentifiers,
    Optional<String> official,
    Optional<@Valid Profile> parentOrg,
    PersonName personName,
    Optional<LocalDate> dateOfBirth,
    JsonObject more) {
  /** The types of a profile that is nothing else. */
  public static final List<String> TYPES = List.of("Profile");

  public Profile {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(phone, "phone");
    Objects.requireNonNull(description, "description");
    endorsements = List.copyOf(endorsements);
    endorsementJwts = List.copyOf(endorsementJwts);
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(address, "address");
    otherIdentifiers = List.copyOf(otherIdentifiers);
    Objects.requireNonNull(official, "official");
    Objects.requireNonNull(parentOrg, "parentOrg");
    Objects.requireNonNull(personName, "personName");
    Objects.requireNonNull(dateOfBirth, "dateOfBirth");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a profile of which only the id is known}
   *
   * @param id its URI, mostly a DID
   */
  public static Profile of(String id) {
    return new ProfileBuilder(id, List.of()).build();
  }

  /**
   * {@return a profile with a name}
   *
   * @param id its URI, mostly a DID
   * @param name its name
   */
  public static Profile of(String id, String name) {
    return builder(id).name(name).build();
  }

  /**
   * {@return a builder}
   *
   * @param id its URI, mostly a DID
   */
  public static ProfileBuilder builder(String id) {
    return new ProfileBuilder(id, TYPES);
  }

  /** {@return a builder that starts with this profile} */
  public ProfileBuilder toBuilder() {
    return new ProfileBuilder(this);
  }

  static Profile read(Cursor in) {
    return in.checked(
        new Profile(
            in.text("id"),
            in.types(),
            in.optionalText("name"),
            in.optionalText("url"),
            in.optionalText("phone"),
            in.optionalText("description"),
            Endorsements.read(in),
            Endorsements.readJwts(in),
            Image.readFrom(in, "image"),
            in.optionalText("email"),
            in.optionalObject("address", Address::read),
            in.objects("otherIdentifier", IdentifierEntry::read),
            in.optionalText("official"),
            in.optionalObject("parentOrg", Profile::read),
            PersonName.read(in),
            Dates.optionalDate(in, "dateOfBirth"),
            in.more()));
  }

  /** Reads an issuer outside Open Badges, of which only the id is defined (VC 2.0 §4.7). */
  static Profile readPlain(Cursor in) {
    ProfileBuilder plain = new ProfileBuilder(in.text("id"), in.texts("type"));
    in.textIfAny("name").ifPresent(plain::name);
    in.textIfAny("description").ifPresent(plain::description);
    return in.checked(plain.more(in.more()).build());
  }

  /** {@return this profile as JSON: an object, or a string when only the id is known} */
  public JsonValue toJson() {
    JsonObject object = members(types);
    return object.members().size() == 1 ? new JsonString(id) : object;
  }

  /** This profile where only the issuer's may be a string. */
  JsonObject toObject() {
    return members(types.isEmpty() ? TYPES : types);
  }

  private JsonObject members(List<String> typeNames) {
    return new Members()
        .put("id", id)
        .texts("type", typeNames)
        .text("name", name)
        .text("url", url)
        .text("phone", phone)
        .text("description", description)
        .objects("endorsement", endorsements, EndorsementCredential::json)
        .texts("endorsementJwt", endorsementJwts)
        .object("image", image, Image::toJson)
        .text("email", email)
        .object("address", address, Address::toJson)
        .objects("otherIdentifier", otherIdentifiers, IdentifierEntry::toJson)
        .text("official", official)
        .object("parentOrg", parentOrg, Profile::toObject)
        .all(personName::write)
        .text("dateOfBirth", dateOfBirth.map(LocalDate::toString))
        .with(more);
  }
}
