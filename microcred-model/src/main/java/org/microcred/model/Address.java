package org.microcred.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Members;
import org.microcred.model.json.JsonObject;

/**
 * A postal address (Open Badges 3.0, Address).
 *
 * @param types what it is: at least {@code Address}
 * @param addressCountry the country's name
 * @param addressCountryCode the country's code (ISO 3166-1 alpha-2)
 * @param addressRegion the region
 * @param addressLocality the town
 * @param streetAddress the street, with the number
 * @param postOfficeBoxNumber the post office box
 * @param postalCode the postal code
 * @param geo the place on the globe
 * @param more the members that this type does not know
 */
public record Address(
    @Includes("Address") List<@NotBlank String> types,
    Optional<String> addressCountry,
    Optional<String> addressCountryCode,
    Optional<String> addressRegion,
    Optional<String> addressLocality,
    Optional<String> streetAddress,
    Optional<String> postOfficeBoxNumber,
    Optional<String> postalCode,
    Optional<@Valid GeoCoordinates> geo,
    JsonObject more) {
  /** The types of an address that is nothing else. */
  public static final List<String> TYPES = List.of("Address");

  public Address {
    types = List.copyOf(types);
    Objects.requireNonNull(addressCountry, "addressCountry");
    Objects.requireNonNull(addressCountryCode, "addressCountryCode");
    Objects.requireNonNull(addressRegion, "addressRegion");
    Objects.requireNonNull(addressLocality, "addressLocality");
    Objects.requireNonNull(streetAddress, "streetAddress");
    Objects.requireNonNull(postOfficeBoxNumber, "postOfficeBoxNumber");
    Objects.requireNonNull(postalCode, "postalCode");
    Objects.requireNonNull(geo, "geo");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return the address of which only the country is known}
   *
   * @param code the country's code (ISO 3166-1 alpha-2)
   */
  public static Address ofCountry(String code) {
    return new Address(
        TYPES,
        Optional.empty(),
        Optional.of(code),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        JsonObject.EMPTY);
  }

  static Address read(Cursor in) {
    return in.checked(
        new Address(
            in.types(),
            in.optionalText("addressCountry"),
            in.optionalText("addressCountryCode"),
            in.optionalText("addressRegion"),
            in.optionalText("addressLocality"),
            in.optionalText("streetAddress"),
            in.optionalText("postOfficeBoxNumber"),
            in.optionalText("postalCode"),
            in.optionalObject("geo", GeoCoordinates::read),
            in.more()));
  }

  /** {@return this address as JSON} */
  public JsonObject toJson() {
    return new Members()
        .texts("type", types)
        .text("addressCountry", addressCountry)
        .text("addressCountryCode", addressCountryCode)
        .text("addressRegion", addressRegion)
        .text("addressLocality", addressLocality)
        .text("streetAddress", streetAddress)
        .text("postOfficeBoxNumber", postOfficeBoxNumber)
        .text("postalCode", postalCode)
        .object("geo", geo, GeoCoordinates::toJson)
        .with(more);
  }
}
