package org.microcred.crypto;

import java.nio.charset.StandardCharsets;
import org.microcred.crypto.internal.cose.CoseCredential;
import org.microcred.crypto.internal.jose.AssertionToken;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.crypto.internal.jose.JwtCredential;
import org.microcred.crypto.internal.jose.JwtPresentation;
import org.microcred.crypto.internal.sdjwt.SdJwtCredential;
import org.microcred.crypto.internal.sdjwt.SdJwtToken;
import org.microcred.model.Enveloped;
import org.microcred.model.EnvelopedCredential;
import org.microcred.model.EnvelopedPresentation;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Presentation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;

/** From bytes to a {@link Reading}. */
final class WireReader {
  private static final JsonString PRESENTATION = new JsonString(Presentation.TYPE_NAME);

  private WireReader() {}

  static Reading read(Secured wire, InspectionSettings settings) throws InvalidDocumentException {
    Content content =
        wire instanceof SecuredPresentation ? Content.PRESENTATION : Content.CREDENTIAL;
    boolean isPicture = wire.form() == Secured.Form.PNG || wire.form() == Secured.Form.SVG;
    if (isPicture && wire instanceof SecuredCredential credential) {
      return ImageReading.of(credential, settings);
    }
    if (wire.size() > settings.limits().documentBytes()) {
      throw InvalidDocumentException.of(
          "limit.document",
          JsonPointer.ROOT,
          "the document is larger than " + settings.limits().documentBytes() + " bytes");
    }
    Reading reading =
        switch (wire.form()) {
          case JSON -> read(Json.readObject(wire.toBytes(), settings.limits()), content, settings);
          case JWT -> jwt(wire.toText().orElseThrow().strip(), content, settings);
          case SD_JWT -> sdJwt(wire.toText().orElseThrow().strip(), content, settings);
          case COSE -> cose(wire.toBytes(), content, settings);
          case PNG, SVG, UNKNOWN -> throw unknown(wire.toBytes());
        };
    return !reading.isSdJwtVc() && OpenBadges2.isAssertion(reading.document())
        ? assertion(wire, reading.document(), settings)
        : reading;
  }

  private static Reading assertion(Secured wire, JsonObject document, InspectionSettings settings)
      throws InvalidDocumentException {
    if (wire instanceof SecuredCredential && wire.form() == Secured.Form.JSON) {
      return AssertionReading.json(document, settings);
    }
    if (wire instanceof SecuredCredential && wire.form() == Secured.Form.JWT) {
      String compact = wire.toText().orElseThrow().strip();
      return AssertionReading.signed(AssertionToken.read(compact, settings.limits()), settings);
    }
    throw unsupported("Open Badges 2.0 assertions in this form");
  }

  static Reading read(JsonObject document, Content content, InspectionSettings settings)
      throws InvalidDocumentException {
    return isEnvelope(document, content)
        ? enveloped(document, content, settings)
        : new EmbeddedProofReading(document, settings);
  }

  static boolean isEnvelope(JsonObject document, Content content) {
    return document
        .list("type")
        .contains(
            new JsonString(
                content == Content.CREDENTIAL
                    ? EnvelopedCredential.TYPE_NAME
                    : EnvelopedPresentation.TYPE_NAME));
  }

  /** Whether the document calls itself a presentation, whatever its proof is worth. */
  static boolean isPresentation(SecuredPresentation wire, Limits limits) {
    try {
      if (wire.form() == Secured.Form.JSON && wire.size() <= limits.documentBytes()) {
        JsonObject document = Json.readObject(wire.toBytes(), limits);
        return document.list("type").contains(PRESENTATION)
            || isEnvelope(document, Content.PRESENTATION);
      }
      Reading reading = read(wire, InspectionSettings.of(limits));
      return !(reading instanceof KeyBindingReading)
          && reading.document().list("type").contains(PRESENTATION);
    } catch (InvalidDocumentException e) {
      return false;
    }
  }

  /** VC-JOSE-COSE §3, VC 2.0 §4.13: what is enveloped is the data of a data: URL. */
  private static Reading enveloped(
      JsonObject document, Content content, InspectionSettings settings)
      throws InvalidDocumentException {
    Enveloped envelope =
        content == Content.CREDENTIAL
            ? EnvelopedCredential.parse(document)
            : EnvelopedPresentation.parse(document);
    String type = envelope.parameters().isEmpty() ? envelope.mediaType() : "";
    if (type.equals("application/" + content.in("jwt"))
        || (content == Content.CREDENTIAL && type.equals(EnvelopedCredential.JWT))) {
      return jwt(text(envelope), content, settings);
    }
    if (type.equals("application/" + content.in("sd-jwt"))
        || (content == Content.CREDENTIAL && type.equals("application/dc+sd-jwt"))) {
      return sdJwt(text(envelope), content, settings);
    }
    if (type.equals("application/" + content.in("cose"))) {
      return cose(envelope.content(), content, settings);
    }
    throw unsupported("envelopes of another media type");
  }

  private static String text(Enveloped envelope) {
    return new String(envelope.content(), StandardCharsets.ISO_8859_1);
  }

  private static Reading jwt(String compact, Content content, InspectionSettings settings)
      throws InvalidDocumentException {
    return new EnvelopeReading(
        content == Content.CREDENTIAL
            ? JwtCredential.read(compact, settings.limits())
            : JwtPresentation.read(compact, settings.limits()),
        settings);
  }

  private static Reading sdJwt(String text, Content content, InspectionSettings settings)
      throws InvalidDocumentException {
    if (content == Content.PRESENTATION) {
      SdJwtToken token = SdJwtToken.read(text, settings.limits());
      if (!token.isPresentation()) {
        return new KeyBindingReading(token, settings);
      }
    }
    return new EnvelopeReading(SdJwtCredential.read(text, content, settings.limits()), settings);
  }

  private static Reading cose(byte[] message, Content content, InspectionSettings settings)
      throws InvalidDocumentException {
    return new EnvelopeReading(CoseCredential.read(message, content, settings.limits()), settings);
  }

  private static InvalidDocumentException unsupported(String what) {
    return InvalidDocumentException.of(
        "form.unsupported", JsonPointer.ROOT, what + " cannot be read by this version");
  }

  private static InvalidDocumentException unknown(byte[] content) {
    return InvalidDocumentException.of(
        "form.unknown",
        JsonPointer.ROOT,
        looksLike(content)
            + ": a credential is a JSON object, a signed token (JWT, SD-JWT, COSE), or a PNG or SVG image that"
            + " holds one");
  }

  private static String looksLike(byte[] content) {
    String head =
        new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1).strip();
    if (head.isEmpty()) {
      return "the document is empty";
    }
    if (head.startsWith("%PDF")) {
      return "this is a PDF file, not a credential";
    }
    if (head.startsWith("<")) {
      return "this is a web page or an XML file, not a credential";
    }
    if (head.startsWith("PK")) {
      return "this is a ZIP or office file, not a credential";
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "this is a JPEG image, which cannot hold a credential";
    }
    if (head.startsWith("[")) {
      return "this is a JSON array, not a credential";
    }
    if (head.startsWith("\u00ef\u00bb\u00bf")) {
      return "the document starts with a byte order mark, which JSON forbids; remove it";
    }
    return "this is not a credential";
  }
}
