package org.microcred.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.microcred.crypto.internal.cose.CoseCredential;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.crypto.internal.jose.JwtCredential;
import org.microcred.crypto.internal.sdjwt.SdJwtCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;

/** From bytes to a {@link Reading}. */
final class WireReader {
  private static final String ENVELOPE = "EnvelopedVerifiableCredential";
  private static final String VC_JWT_URL = "data:application/vc+jwt,";
  private static final String VC_SD_JWT_URL = "data:application/vc+sd-jwt,";
  private static final String VC_COSE_URL = "data:application/vc+cose;base64,";

  private WireReader() {}

  static Reading read(SecuredCredential wire, InspectionSettings settings)
      throws InvalidDocumentException {
    if (wire.form() == SecuredCredential.Form.PNG || wire.form() == SecuredCredential.Form.SVG) {
      return ImageReading.of(wire, settings);
    }
    if (wire.size() > settings.limits().documentBytes()) {
      throw InvalidDocumentException.of(
          "limit.document",
          JsonPointer.ROOT,
          "the document is larger than " + settings.limits().documentBytes() + " bytes");
    }
    Reading reading =
        switch (wire.form()) {
          case JSON -> read(Json.readObject(wire.toBytes(), settings.limits()), settings);
          case JWT -> jwt(wire.toText().orElseThrow().strip(), settings);
          case SD_JWT -> sdJwt(wire.toText().orElseThrow().strip(), settings);
          case COSE -> cose(wire.toBytes(), settings);
          case PNG, SVG, UNKNOWN -> throw unknown(wire.toBytes());
        };
    if (OpenBadges2.isAssertion(reading.credential())) {
      throw unsupported("Open Badges 2.0 assertions");
    }
    return reading;
  }

  static Reading read(JsonObject document, InspectionSettings settings)
      throws InvalidDocumentException {
    if (document.list("type").contains(new JsonString(ENVELOPE))) {
      return enveloped(document, settings);
    }
    return new EmbeddedProofReading(document, settings);
  }

  /** VC-JOSE-COSE §3, VCDM 2.0 §4.13: the credential is the data of a data: URL. */
  private static Reading enveloped(JsonObject envelope, InspectionSettings settings)
      throws InvalidDocumentException {
    String id = envelope.string("id").orElse("");
    if (!id.startsWith("data:")) {
      throw envelopeId(
          "the id of an enveloped credential is a data: URL that holds the credential");
    }
    if (id.startsWith(VC_JWT_URL)) {
      return jwt(id.substring(VC_JWT_URL.length()), settings);
    }
    if (id.startsWith(VC_SD_JWT_URL)) {
      return sdJwt(id.substring(VC_SD_JWT_URL.length()), settings);
    }
    if (id.startsWith(VC_COSE_URL)) {
      return cose(base64(id.substring(VC_COSE_URL.length())), settings);
    }
    throw unsupported("enveloped credentials of another media type");
  }

  private static Reading jwt(String compact, InspectionSettings settings)
      throws InvalidDocumentException {
    return new EnvelopeReading(JwtCredential.read(compact, settings.limits()), settings);
  }

  private static Reading sdJwt(String text, InspectionSettings settings)
      throws InvalidDocumentException {
    return new EnvelopeReading(
        SdJwtCredential.read(text, Content.CREDENTIAL, settings.limits()), settings);
  }

  private static Reading cose(byte[] message, InspectionSettings settings)
      throws InvalidDocumentException {
    return new EnvelopeReading(
        CoseCredential.read(message, Content.CREDENTIAL, settings.limits()), settings);
  }

  /** RFC 2397, and one spelling only. */
  private static byte[] base64(String text) throws InvalidDocumentException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Refused below.
    }
    throw envelopeId("the data: URL of an enveloped COSE message is not canonical base64");
  }

  private static InvalidDocumentException envelopeId(String message) {
    return InvalidDocumentException.of("envelope.id", JsonPointer.ROOT.child("id"), message);
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
