package org.microcred.crypto;

import java.nio.charset.StandardCharsets;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.model.Credential;
import org.microcred.model.EnvelopedCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.PresentedCredential;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** Puts credentials into presentations (VC 2.0 §4.13.1). */
final class Presenting {
  private Presenting() {}

  static PresentedCredential of(SecuredCredential wire, Limits limits)
      throws InvalidDocumentException {
    return switch (wire.form()) {
      case JSON -> json(wire, limits);
      case JWT, SD_JWT ->
          EnvelopedCredential.of(
              mediaType(wire, limits),
              wire.toText().orElseThrow().strip().getBytes(StandardCharsets.US_ASCII));
      case COSE -> EnvelopedCredential.of(mediaType(wire, limits), wire.toBytes());
      case PNG, SVG, UNKNOWN ->
          throw InvalidDocumentException.of(
              "form.unknown",
              JsonPointer.ROOT,
              "a presentation holds JSON and tokens, and this is neither");
    };
  }

  private static PresentedCredential json(SecuredCredential wire, Limits limits)
      throws InvalidDocumentException {
    JsonObject document = Json.readObject(wire.toBytes(), limits);
    return WireReader.isEnvelope(document, Content.CREDENTIAL)
        ? EnvelopedCredential.parse(document)
        : Credential.parse(wire.toBytes(), limits);
  }

  /** The form without its algorithm: {@code vc+jwt}, {@code jwt} for Open Badges, and so on. */
  private static String mediaType(SecuredCredential wire, Limits limits)
      throws InvalidDocumentException {
    String form = WireReader.read(wire, InspectionSettings.of(limits)).form();
    return "application/" + form.substring(0, form.lastIndexOf('+'));
  }
}
