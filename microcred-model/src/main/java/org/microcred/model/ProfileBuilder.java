package org.microcred.model;

import static org.microcred.model.internal.Given.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.JsonObject;

/** Collects the parts of a profile. Not thread-safe. */
public final class ProfileBuilder {
  private final String id;
  private final List<String> types;
  private Optional<String> name = Optional.empty();
  private Optional<String> url = Optional.empty();
  private Optional<String> phone = Optional.empty();
  private Optional<String> description = Optional.empty();
  private final List<EndorsementCredential> endorsements = new ArrayList<>();
  private final List<String> endorsementJwts = new ArrayList<>();
  private Optional<Image> image = Optional.empty();
  private Optional<String> email = Optional.empty();
  private Optional<Address> address = Optional.empty();
  private final List<IdentifierEntry> otherIdentifiers = new ArrayList<>();
  private Optional<String> official = Optional.empty();
  private Optional<Profile> parentOrg = Optional.empty();
  private PersonName personName = PersonName.UNKNOWN;
  private Optional<LocalDate> dateOfBirth = Optional.empty();
  private JsonObject more = JsonObject.EMPTY;

  ProfileBuilder(String id, List<String> types) {
    this.id = Objects.requireNonNull(id, "id");
    this.types = types;
  }

  ProfileBuilder(Profile profile) {
    id = profile.id();
    types = profile.types();
    name = profile.name();
    url = profile.url();
    phone = profile.phone();
    description = profile.description();
    endorsements.addAll(profile.endorsements());
    endorsementJwts.addAll(profile.endorsementJwts());
    image = profile.image();
    email = profile.email();
    address = profile.address();
    otherIdentifiers.addAll(profile.otherIdentifiers());
    official = profile.official();
    parentOrg = profile.parentOrg();
    personName = profile.personName();
    dateOfBirth = profile.dateOfBirth();
    more = profile.more();
  }

  /** Sets the name. */
  public ProfileBuilder name(String name) {
    this.name = given(name, "name");
    return this;
  }

  /** Sets the home page, a URI. */
  public ProfileBuilder url(String url) {
    this.url = given(url, "url");
    return this;
  }

  /** Sets the telephone number. */
  public ProfileBuilder phone(String phone) {
    this.phone = given(phone, "phone");
    return this;
  }

  /** Sets the short description. */
  public ProfileBuilder description(String description) {
    this.description = given(description, "description");
    return this;
  }

  /** Adds what another says of it. */
  public ProfileBuilder endorsement(EndorsementCredential endorsement) {
    endorsements.add(Objects.requireNonNull(endorsement, "endorsement"));
    return this;
  }

  /** Adds what another says of it, as a compact JWS. */
  public ProfileBuilder endorsementJwt(String jws) {
    endorsementJwts.add(Objects.requireNonNull(jws, "jws"));
    return this;
  }

  /** Sets the picture or logo. */
  public ProfileBuilder image(Image image) {
    this.image = given(image, "image");
    return this;
  }

  /** Sets the email address. */
  public ProfileBuilder email(String email) {
    this.email = given(email, "email");
    return this;
  }

  /** Sets the postal address. */
  public ProfileBuilder address(Address address) {
    this.address = given(address, "address");
    return this;
  }

  /** Adds an identifier in a system of someone's. */
  public ProfileBuilder otherIdentifier(IdentifierEntry identifier) {
    otherIdentifiers.add(Objects.requireNonNull(identifier, "identifier"));
    return this;
  }

  /** Sets the name of an authorised official. */
  public ProfileBuilder official(String official) {
    this.official = given(official, "official");
    return this;
  }

  /** Sets the organisation that it belongs to. */
  public ProfileBuilder parentOrg(Profile parentOrg) {
    this.parentOrg = given(parentOrg, "parentOrg");
    return this;
  }

  /** Sets the parts of a person's name. */
  public ProfileBuilder personName(PersonName personName) {
    this.personName = Objects.requireNonNull(personName, "personName");
    return this;
  }

  /** Sets the date of birth. */
  public ProfileBuilder dateOfBirth(LocalDate dateOfBirth) {
    this.dateOfBirth = given(dateOfBirth, "dateOfBirth");
    return this;
  }

  /** Sets members that the type does not know. */
  public ProfileBuilder more(JsonObject more) {
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
        endorsements,
        endorsementJwts,
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
