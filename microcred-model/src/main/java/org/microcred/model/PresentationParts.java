package org.microcred.model;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** What a presentation consists of (VC 2.0 §4.13, VC 1.1 §4.10). */
record PresentationParts(
    JsonObject json,
    Optional<byte[]> source,
    @Uri Optional<String> id,
    @Includes(Presentation.TYPE_NAME) List<@NotBlank String> types,
    DataModel dataModel,
    Optional<Profile> holder,
    List<PresentedCredential> verifiableCredentials,
    List<TermsOfUse> termsOfUse) {
  PresentationParts {
    types = List.copyOf(types);
    verifiableCredentials = List.copyOf(verifiableCredentials);
    termsOfUse = List.copyOf(termsOfUse);
  }

  static PresentationParts read(Cursor in) {
    Contexts.check(in);
    Optional<Profile> holder = holder(in);
    PresentationParts parts =
        in.checked(
            new PresentationParts(
                in.object(),
                in.source(),
                in.optionalText("id"),
                in.types(),
                in.conformance().dataModel(),
                holder,
                PresentationReader.credentials(in, holder),
                in.objects("termsOfUse", TermsOfUse::read)));
    in.objects("proof", Envelope::typed);
    return parts;
  }

  /** VC 2.0 §4.13: a URL, or an object whose id is one. */
  private static Optional<Profile> holder(Cursor in) {
    return in.object().get("holder").orElse(null) instanceof JsonString
        ? Optional.of(Profile.of(in.uri("holder")))
        : in.optionalObject("holder", Profile::readPlain);
  }
}
