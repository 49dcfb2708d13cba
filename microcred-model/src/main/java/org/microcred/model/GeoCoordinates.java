package org.microcred.model;

import java.math.BigDecimal;
import java.util.Objects;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Numbers;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;

/**
 * A place on the globe (Open Badges 3.0, GeoCoordinates).
 *
 * @param latitude in degrees north
 * @param longitude in degrees east
 * @param more the members that this type does not know
 */
public record GeoCoordinates(BigDecimal latitude, BigDecimal longitude, JsonObject more) {
  public GeoCoordinates {
    Objects.requireNonNull(latitude, "latitude");
    Objects.requireNonNull(longitude, "longitude");
    Objects.requireNonNull(more, "more");
  }

  static GeoCoordinates read(Cursor in) {
    in.constantType("GeoCoordinates");
    return new GeoCoordinates(
        Numbers.required(in, "latitude"), Numbers.required(in, "longitude"), in.more());
  }

  /** {@return this place as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("type", "GeoCoordinates")
        .put("latitude", JsonNumber.of(latitude))
        .put("longitude", JsonNumber.of(longitude))
        .with(more);
  }
}
