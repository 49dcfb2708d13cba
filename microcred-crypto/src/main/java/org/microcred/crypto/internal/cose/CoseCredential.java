package org.microcred.crypto.internal.cose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Signer;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.Enveloped;
import org.microcred.crypto.internal.Request;
import org.microcred.crypto.internal.cbor.CborReader;
import org.microcred.crypto.internal.cbor.CborWriter;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.crypto.internal.jose.Found;
import org.microcred.crypto.internal.keys.CheckedSignature;
import org.microcred.crypto.internal.keys.SignedBytes;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * A credential or presentation as COSE_Sign1 (RFC 9052 §4.2, VC-JOSE-COSE §3.3). Immutable and
 * thread-safe.
 */
public final class CoseCredential implements Enveloped {
  private static final long COSE_SIGN1 = 18;

  private final CoseHeader header;
  private final Content content;
  private final JsonObject credential;
  private final SignedBytes signed;
  private final Findings shape;

  private CoseCredential(
      byte[] protectedHeader,
      Map<Object, Object> unprotectedHeader,
      byte[] payload,
      byte[] signature,
      Content content,
      Limits limits)
      throws InvalidDocumentException {
    if (protectedHeader.length > limits.jwsHeaderBytes()) {
      throw refused(
          "limit.jws-header", "a header of more than " + limits.jwsHeaderBytes() + " bytes");
    }
    Found found = new Found();
    this.header = CoseHeader.of(map(protectedHeader, limits), unprotectedHeader, content, found);
    this.content = content;
    this.credential = Json.readObject(payload, limits);
    this.signed =
        new SignedBytes(
            header.algorithm(), Optional.empty(), toBeSigned(protectedHeader, payload), signature);
    this.shape = found.findings();
  }

  /**
   * Reads a message.
   *
   * @param message untrusted bytes
   * @param content what it is expected to hold
   * @param limits how large and deep it may be
   * @return the message, whatever its headers and its signature are worth
   * @throws InvalidDocumentException when it is not a tagged COSE_Sign1 in deterministic CBOR with
   *     a JSON object as its payload
   */
  @SuppressWarnings("unchecked") // the reader makes maps of no other kind
  public static CoseCredential read(byte[] message, Content content, Limits limits)
      throws InvalidDocumentException {
    if (message.length > limits.documentBytes()) {
      throw refused("limit.document", "the message is longer than the limit for documents");
    }
    if (CborReader.read(message, limits) instanceof CborReader.Tagged tagged
        && tagged.tag() == COSE_SIGN1
        && tagged.item() instanceof List<?> items
        && items.size() == 4
        && items.get(0) instanceof byte[] protectedHeader
        && items.get(1) instanceof Map<?, ?> unprotectedHeader
        && items.get(3) instanceof byte[] signature) {
      if (items.get(2) instanceof byte[] payload) {
        return new CoseCredential(
            protectedHeader,
            (Map<Object, Object>) unprotectedHeader,
            payload,
            signature,
            content,
            limits);
      }
      throw refused("cose.payload", "the message does not hold what it signs");
    }
    throw refused("cose.syntax", "this is no COSE_Sign1 message");
  }

  @Override
  public String form() {
    return content.in("cose") + '+' + header.algorithmName();
  }

  @Override
  public JsonObject credential() {
    return credential;
  }

  @Override
  public Proof proof() {
    return new Proof(
        JsonPointer.ROOT,
        form(),
        header.key().url(),
        Optional.of(content.purpose()),
        header.claims().issuedAt(),
        header.claims().expires(),
        header.claims().notBefore(),
        header.key().name(),
        Optional.empty(),
        header.claims().answered().nonce(),
        header.claims().answered().audience());
  }

  @Override
  public Findings shape() {
    return shape;
  }

  @Override
  public Findings verify(VerificationMethod method, Optional<Provider> provider) {
    return signed.verify(method, provider);
  }

  /**
   * Signs a credential.
   *
   * @param credential what to sign
   * @param signer who signs
   * @return the tagged message
   * @throws IOException when the signer could not be reached or refused
   */
  public static byte[] sign(JsonObject credential, Signer signer) throws IOException {
    CborWriter header = header(4, Content.CREDENTIAL, signer);
    return sign(credential, Content.CREDENTIAL, header, signer);
  }

  /**
   * Signs a presentation.
   *
   * @param presentation what to sign
   * @param request what it answers
   * @param signer who signs
   * @param issuedAt now
   * @return the tagged message
   * @throws IOException when the signer could not be reached or refused
   */
  public static byte[] sign(
      JsonObject presentation, Request request, Signer signer, Instant issuedAt)
      throws IOException {
    CborWriter header = header(5, Content.PRESENTATION, signer).integer(CoseHeader.CWT_CLAIMS);
    CoseClaims.write(header, request, issuedAt);
    return sign(presentation, Content.PRESENTATION, header, signer);
  }

  /** The header but for its end, in the order of the labels. */
  private static CborWriter header(int size, Content content, Signer signer) {
    return new CborWriter()
        .map(size)
        .integer(CoseHeader.ALG)
        .integer(CoseAlgorithms.number(signer.algorithm()))
        .integer(CoseHeader.CONTENT_TYPE)
        .text("application/" + content.mediaType())
        .integer(CoseHeader.KID)
        .bytes(signer.verificationMethod().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sign(
      JsonObject document, Content content, CborWriter unfinished, Signer signer)
      throws IOException {
    byte[] header =
        unfinished.integer(CoseHeader.TYP).text("application/" + content.in("cose")).toBytes();
    byte[] payload = Json.writeBytes(document);
    return new CborWriter()
        .tag(COSE_SIGN1)
        .array(4)
        .bytes(header)
        .map(0)
        .bytes(payload)
        .bytes(CheckedSignature.of(toBeSigned(header, payload), signer))
        .toBytes();
  }

  // RFC 9052 §4.4: the Sig_structure, without external data.
  private static byte[] toBeSigned(byte[] protectedHeader, byte[] payload) {
    return new CborWriter()
        .array(4)
        .text("Signature1")
        .bytes(protectedHeader)
        .bytes(new byte[0])
        .bytes(payload)
        .toBytes();
  }

  // RFC 9052 §3: no parameters are no bytes.
  @SuppressWarnings("unchecked") // the reader makes maps of no other kind
  private static Map<Object, Object> map(byte[] header, Limits limits)
      throws InvalidDocumentException {
    if (header.length == 0) {
      return Map.of();
    }
    if (CborReader.read(header, limits) instanceof Map<?, ?> map) {
      return (Map<Object, Object>) map;
    }
    throw refused("cose.syntax", "the protected header is no map");
  }

  private static InvalidDocumentException refused(String code, String message) {
    return InvalidDocumentException.of(code, JsonPointer.ROOT, message);
  }
}
