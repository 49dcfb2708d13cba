package org.microcred.model;

import static org.microcred.model.internal.Given.given;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * Endorsements of it stay in {@code more}, as they were read.
 *
 * @param id its URI, mostly a DID or the URL of its page
 * @param types what it is: at least {@code Profile} in Open Badges; none when only the id is known
 * @param name its name
 * @param url its home page
 * @param phone its telephone number
 * @param description a short description
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
    return new Builder(id, List.of()).build();
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
  public static Builder builder(String id) {
    return new Builder(id, TYPES);
  }

  static Profile read(Cursor in) {
    Endorsements.check(in);
    return in.checked(
        new Profile(
            in.text("id"),
            in.types(),
            in.optionalText("name"),
            in.optionalText("url"),
            in.optionalText("phone"),
            in.optionalText("description"),
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
    Builder plain = new Builder(in.text("id"), in.texts("type"));
    plain.name = in.textIfAny("name");
    plain.description = in.textIfAny("description");
    plain.more = in.more();
    return in.checked(plain.build());
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

  /** Collects the parts of a profile. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final List<String> types;
    private Optional<String> name = Optional.empty();
    private Optional<String> url = Optional.empty();
    private Optional<String> phone = Optional.empty();
    private Optional<String> description = Optional.empty();
    private Optional<Image> image = Optional.empty();
    private Optional<String> email = Optional.empty();
    private Optional<Address> address = Optional.empty();
    private final List<IdentifierEntry> otherIdentifiers = new ArrayList<>();
    private Optional<String> official = Optional.empty();
    private Optional<Profile> parentOrg = Optional.empty();
    private PersonName personName = PersonName.UNKNOWN;
    private Optional<LocalDate> dateOfBirth = Optional.empty();
    private JsonObject more = JsonObject.EMPTY;

    private Builder(String id, List<String> types) {
      this.id = Objects.requireNonNull(id, "id");
      this.types = types;
    }

    /** Sets the name. */
    public Builder name(String name) {
      this.name = given(name, "name");
      return this;
    }

    /** Sets the home page, a URI. */
    public Builder url(String url) {
      this.url = given(url, "url");
      return this;
    }

    /** Sets the telephone number. */
    public Builder phone(String phone) {
      this.phone = given(phone, "phone");
      return this;
    }

    /** Sets the short description. */
    public Builder description(String description) {
      this.description = given(description, "description");
      return this;
    }

    /** Sets the picture or logo. */
    public Builder image(Image image) {
      this.image = given(image, "image");
      return this;
    }

    /** Sets the email address. */
    public Builder email(String email) {
      this.email = given(email, "email");
      return this;
    }

    /** Sets the postal address. */
    public Builder address(Address address) {
      this.address = given(address, "address");
      return this;
    }

    /** Adds an identifier in a system of someone's. */
    public Builder otherIdentifier(IdentifierEntry identifier) {
      otherIdentifiers.add(Objects.requireNonNull(identifier, "identifier"));
      return this;
    }

    /** Sets the name of an authorised official. */
    public Builder official(String official) {
      this.official = given(official, "official");
      return this;
    }

    /** Sets the organisation that it belongs to. */
    public Builder parentOrg(Profile parentOrg) {
      this.parentOrg = given(parentOrg, "parentOrg");
      return this;
    }

    /** Sets the parts of a person's name. */
    public Builder personName(PersonName personName) {
      this.personName = Objects.requireNonNull(personName, "personName");
      return this;
    }

    /** Sets the date of birth. */
    public Builder dateOfBirth(LocalDate dateOfBirth) {
      this.dateOfBirth = given(dateOfBirth, "dateOfBirth");
      return this;
    }

    /** Sets members that the type does not know. */
    public Builder more(JsonObject more) {
      this.more = Objects.requireNonNull(more, "more");
      return this;
    }

    /** {@return the profile} */
    public Profile build() {
      return new Profile(
          id,
          types,
          name,
          url,
          phone,
          description,
          image,
          email,
          address,
          otherIdentifiers,
          official,
          parentOrg,
          personName,
          dateOfBirth,
          more);
    }
  }
}
