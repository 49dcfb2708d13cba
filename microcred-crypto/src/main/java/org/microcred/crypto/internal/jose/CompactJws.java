package org.microcred.crypto.internal.jose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.microcred.crypto.Signer;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.crypto.internal.keys.CheckedSignature;
import org.microcred.crypto.internal.keys.SignedBytes;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** The compact serialisation (RFC 7515 §3.1), form only. */
public final class CompactJws {
  private static final int PARTS = 3;
  private static final int PARTS_OF_JWE = 5;

  private final JsonObject header;
  private final byte[] payload;
  private final byte[] signature;
  private final byte[] signingInput;

  private CompactJws(JsonObject header, byte[] payload, byte[] signature, byte[] signingInput) {
    this.header = header;
    this.payload = payload;
    this.signature = signature;
    this.signingInput = signingInput;
  }

  /**
   * Reads a token.
   *
   * @throws InvalidDocumentException when it is not three strict base64url parts with a JSON object
   *     in the first
   */
  public static CompactJws read(String compact, Limits limits) throws InvalidDocumentException {
    if (compact.length() > limits.documentBytes()) {
      throw refused("limit.document", "the token is longer than the limit for documents");
    }
    List<String> parts = List.of(compact.split("\\.", -1));
    if (parts.size() == PARTS_OF_JWE) {
      throw refused("jwt.encrypted", "the token is encrypted (JWE); a signed one is expected");
    }
    if (parts.size() != PARTS) {
      throw refused(
          "jwt.syntax", "a token has three parts with dots between, found " + parts.size());
    }
    byte[] header = decode(parts.get(0), "header");
    byte[] payload = decode(parts.get(1), "payload");
    byte[] signature = decode(parts.get(2), "signature");
    if (header.length > limits.jwsHeaderBytes()) {
      throw refused(
          "limit.jws-header", "a header of more than " + limits.jwsHeaderBytes() + " bytes");
    }
    return new CompactJws(
        header(header, limits),
        payload,
        signature,
        compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
  }

  /** {@return the protected header} */
  public JsonObject header() {
    return header;
  }

  /**
   * {@return the payload as JSON claims (RFC 7519 §3)}
   *
   * @throws InvalidDocumentException when it is no JSON object
   */
  public JsonObject claims(Limits limits) throws InvalidDocumentException {
    return Json.readObject(payload, limits);
  }

  /** {@return what is signed (RFC 7515 §5.1 step 8) and its signature} */
  public SignedBytes signed(JwsHeader read) {
    return new SignedBytes(read.algorithm(), read.embeddedKey(), signingInput, signature);
  }

  /**
   * {@return the token that the signer makes of a header and claims}
   *
   * @throws IOException when the signer could not be reached or refused
   */
  public static String sign(JsonObject header, JsonObject payload, Signer signer)
      throws IOException {
    String signingInput = signingInput(header, payload);
    return signingInput
        + '.'
        + Base64Url.encode(
            CheckedSignature.of(signingInput.getBytes(StandardCharsets.US_ASCII), signer));
  }

  /** {@return what is signed, for a header and claims of our own} */
  public static String signingInput(JsonObject header, JsonObject payload) {
    return Base64Url.encode(Json.writeBytes(header))
        + '.'
        + Base64Url.encode(Json.writeBytes(payload));
  }

  private static byte[] decode(String part, String name) throws InvalidDocumentException {
    return Base64Url.decode(part)
        .orElseThrow(
            () ->
                refused(
                    "jwt.syntax",
                    "the "
                        + name
                        + " is not canonical base64url: padding, blanks and other characters are"
                        + " refused"));
  }

  /** Pointers into the header would be taken for places in the credential. */
  private static JsonObject header(byte[] bytes, Limits limits) throws InvalidDocumentException {
    try {
      return Json.readObject(bytes, limits);
    } catch (InvalidDocumentException e) {
      throw new InvalidDocumentException(
          e.violations().stream()
              .map(v -> new Violation(v.code(), JsonPointer.ROOT, "in the token's header: " + v))
              .toList());
    }
  }

  private static InvalidDocumentException refused(String code, String message) {
    return InvalidDocumentException.of(code, JsonPointer.ROOT, message);
  }
}
