package org.microcred.model;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** What every credential has (VC 2.0 §4, VC 1.1 §4), whatever its subject is. */
record Envelope(
    JsonObject json,
    @Uri Optional<String> id,
    @Includes("VerifiableCredential") List<@NotBlank String> types,
    DataModel dataModel,
    Profile issuer,
    Optional<Instant> validFrom,
    Optional<Instant> validUntil,
    List<CredentialStatus> status,
    List<CredentialSchema> schemas,
    Optional<String> name,
    Optional<String> description) {

  static Envelope read(Cursor in) {
    Conformance conformance = in.conformance();
    Contexts.check(in);
    Envelope envelope =
        in.checked(
            new Envelope(
                in.object(),
                conformance.openBadge() ? Optional.of(in.text("id")) : in.optionalText("id"),
                in.types(),
                conformance.dataModel(),
                issuer(in),
                validFrom(in),
                Dates.optionalInstant(in, conformance.dataModel().validUntilMember()),
                List.copyOf(in.objects("credentialStatus", CredentialStatus::read)),
                List.copyOf(in.objects("credentialSchema", CredentialSchema::read)),
                name(in),
                LanguageValues.text(in, "description")));
    envelope.checkOrder(in);
    checkTyped(in);
    return envelope;
  }

  /** VC 2.0 §4.7: the issuer is a URL, or an object whose id is one. */
  private static Profile issuer(Cursor in) {
    if (in.object().get("issuer").orElse(null) instanceof JsonString) {
      return Profile.of(in.uri("issuer"));
    }
    return in.object("issuer", in.conformance().openBadge() ? Profile::read : Profile::readPlain);
  }

  /** Required in VC 1.1 §4.6 and in Open Badges 3.0; optional in VC 2.0 §4.9. */
  private static Optional<Instant> validFrom(Cursor in) {
    DataModel model = in.conformance().dataModel();
    boolean required = model == DataModel.VC_1_1 || in.conformance().openBadge();
    return required
        ? Dates.required(in, model.validFromMember())
        : Dates.optionalInstant(in, model.validFromMember());
  }

  /** Open Badges 3.0 on the data model 1.1 wants a name. */
  private static Optional<String> name(Cursor in) {
    boolean required =
        in.conformance().openBadge() && in.conformance().dataModel() == DataModel.VC_1_1;
    return required ? Optional.of(in.text("name")) : LanguageValues.text(in, "name");
  }

  private void checkOrder(Cursor in) {
    if (validFrom.isPresent()
        && validUntil.isPresent()
        && validUntil.get().isBefore(validFrom.get())) {
      in.fail(
          "vc.validity-order",
          in.pointer().child(dataModel.validUntilMember()),
          "is before " + dataModel.validFromMember());
    }
  }

  /** What has a type of its own must say so; what it means is a matter of that type. */
  private static void checkTyped(Cursor in) {
    in.refuseEmpty("credentialStatus");
    in.refuseEmpty("refreshService");
    in.objects("proof", Envelope::typed);
    in.objects("termsOfUse", Envelope::typed);
    in.objects("refreshService", Envelope::refreshService);
    if (!in.conformance().openBadge()) {
      in.objects("evidence", Envelope::typed);
    }
  }

  private static List<String> typed(Cursor in) {
    in.refuseEmpty("type");
    return in.types();
  }

  /** VC 2.0 §5.1 wants no id any more; VC 1.1 §5.2 and Open Badges 3.0 do. */
  private static List<String> refreshService(Cursor in) {
    boolean required =
        in.conformance().openBadge() || in.conformance().dataModel() == DataModel.VC_1_1;
    if (required || in.object().has("id")) {
      in.uri("id");
    }
    return typed(in);
  }
}
