package org.microcred.model;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.internal.Conformance;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Dates;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** What every credential has (VC 2.0 §4, VC 1.1 §4), whatever its subject is. */
record Envelope(
    JsonObject json,
    Optional<byte[]> source,
    @Uri Optional<String> id,
    @Includes("VerifiableCredential") List<@NotBlank String> types,
    DataModel dataModel,
    Profile issuer,
    Optional<Instant> validFrom,
    Optional<Instant> validUntil,
    List<CredentialStatus> status,
    List<CredentialSchema> schemas,
    List<TermsOfUse> termsOfUse,
    List<RefreshService> refreshServices,
    List<Evidence> evidence,
    List<RelatedResource> relatedResources,
    List<LanguageValue> names,
    List<LanguageValue> descriptions) {

  static Envelope read(Cursor in) {
    Conformance conformance = in.conformance();
    Contexts.check(in);
    in.refuseEmpty("credentialStatus");
    in.refuseEmpty("refreshService");
    Envelope envelope =
        in.checked(
            new Envelope(
                in.object(),
                in.source(),
                conformance.defined() ? Optional.of(in.text("id")) : in.optionalText("id"),
                in.types(),
                conformance.dataModel(),
                issuer(in),
                validFrom(in),
                Dates.optionalInstant(in, conformance.dataModel().validUntilMember()),
                in.objects("credentialStatus", CredentialStatus::read),
                in.objects("credentialSchema", CredentialSchema::read),
                in.objects("termsOfUse", TermsOfUse::read),
                in.objects("refreshService", RefreshService::read),
                in.objects("evidence", Evidence::read),
                relatedResources(in),
                names(in),
                LanguageValue.readFrom(in, "description")));
    envelope.checkOrder(in);
    checkTyped(in);
    return envelope;
  }

  /** VC 2.0 §4.7: the issuer is a URL, or an object whose id is one. */
  private static Profile issuer(Cursor in) {
    if (in.object().get("issuer").orElse(null) instanceof JsonString) {
      return Profile.of(in.uri("issuer"));
    }
    return in.object("issuer", in.conformance().openBadges() ? Profile::read : Profile::readPlain);
  }

  /** Required in VC 1.1 §4.6 and in Open Badges 3.0; optional in VC 2.0 §4.9. */
  private static Optional<Instant> validFrom(Cursor in) {
    DataModel model = in.conformance().dataModel();
    boolean required = model == DataModel.VC_1_1 || in.conformance().openBadges();
    return required
        ? Dates.required(in, model.validFromMember())
        : Dates.optionalInstant(in, model.validFromMember());
  }

  private static List<LanguageValue> names(Cursor in) {
    if (in.conformance().named()) {
      in.required("name");
    }
    return LanguageValue.readFrom(in, "name");
  }

  /** VC 2.0 §5.3: one or more, each with another id. The data model 1.1 knows nothing of them. */
  private static List<RelatedResource> relatedResources(Cursor in) {
    if (in.conformance().dataModel() == DataModel.VC_1_1) {
      return List.of();
    }
    in.refuseEmpty("relatedResource");
    Set<String> ids = new HashSet<>();
    return in.objects(
        "relatedResource",
        item -> {
          RelatedResource resource = RelatedResource.read(item);
          if (item.isSound("id") && !ids.add(resource.id())) {
            item.fail("vc.related-resource#duplicate", item.pointer().child("id"));
          }
          return resource;
        });
  }

  private void checkOrder(Cursor in) {
    if (validFrom.isPresent()
        && validUntil.isPresent()
        && validUntil.get().isBefore(validFrom.get())) {
      in.fail(
          "vc.validity-order",
          in.pointer().child(dataModel.validUntilMember()),
          dataModel.validFromMember());
    }
  }

  /** What has a type of its own must say so; what it means is a matter of that type. */
  private static void checkTyped(Cursor in) {
    in.objects("proof", Envelope::typed);
  }

  static List<String> typed(Cursor in) {
    in.refuseEmpty("type");
    return in.types();
  }
}
