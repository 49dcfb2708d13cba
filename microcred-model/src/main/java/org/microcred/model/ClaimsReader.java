package org.microcred.model;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.model.internal.Conformance;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Inspection;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/**
 * The claims of an SD-JWT VC as a credential (SD-JWT VC, JWT Claims Set). All claims but these few
 * mean what the type says, so nothing is known of them here.
 */
final class ClaimsReader {
  private static final Conformance CONFORMANCE =
      new Conformance(DataModel.SD_JWT_VC, Conformance.Kind.PLAIN);

  private ClaimsReader() {}

  /** The claims that every type shares. */
  private record Claims(
      @NotBlank String vct,
      @NotBlank String iss,
      Optional<String> sub,
      Optional<Instant> nbf,
      Optional<Instant> exp) {}

  static Reading read(JsonObject json) {
    // A claim may be null as well as anything else.
    Inspection inspection = Inspection.withNulls();
    Cursor in = Cursor.root(json, CONFORMANCE, inspection);
    if (json.has("@context")) {
      in.warn("vc.context#claims", in.pointer().child("@context"));
    }
    Claims claims =
        in.checked(
            new Claims(
                in.text("vct"),
                issuer(in),
                in.optionalText("sub"),
                date(in, "nbf"),
                date(in, "exp")));
    OtherCredential credential =
        new OtherCredential(envelope(json, claims), claims.sub().stream().toList());
    return new Reading(
        inspection.isClean() ? Optional.of(credential) : Optional.empty(), inspection.findings());
  }

  /** It may be left out where a certificate names the issuer, which is not read here. */
  private static String issuer(Cursor in) {
    if (in.object().has("iss")) {
      return in.text("iss");
    }
    in.fail("issuer.unsupported", in.pointer().child("iss"));
    return "";
  }

  /** RFC 7519 §2, NumericDate. */
  private static Optional<Instant> date(Cursor in, String name) {
    JsonValue value = in.object().get(name).orElse(null);
    if (value == null) {
      return Optional.empty();
    }
    Optional<Instant> date =
        value instanceof JsonNumber number ? NumericDate.parse(number) : Optional.empty();
    if (date.isEmpty()) {
      in.fail("model.numeric-date", in.pointer().child(name), value.typeName());
    }
    return date;
  }

  private static Envelope envelope(JsonObject json, Claims claims) {
    return new Envelope(
        json,
        Optional.empty(),
        Optional.empty(),
        List.of(claims.vct()),
        DataModel.SD_JWT_VC,
        Profile.of(claims.iss()),
        claims.nbf(),
        claims.exp(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
